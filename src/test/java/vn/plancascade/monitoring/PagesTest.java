package vn.plancascade.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import vn.plancascade.monitoring.GuidePictures.Shot;
import vn.plancascade.support.Api;
import vn.plancascade.support.HeldMails;
import vn.plancascade.support.PageLook;
import vn.plancascade.support.Pdfs;

/** The pages as a browser without JavaScript sees them, on the demo's data. The steps build on each other. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "spring.datasource.url=jdbc:h2:mem:pages;MODE=PostgreSQL;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000")
@ActiveProfiles("demo")
@DirtiesContext
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PagesTest {

    private static final String DRAFT = "userTask_draftSubPlan";
    private static final String APPROVE = "userTask_approveSubPlan";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void sampleIsLoaded() {
        Awaitility.await()
                .atMost(2, TimeUnit.MINUTES)
                .until(() -> new Api(port, null).get("/actuator/health").status() == 200);
    }

    private Browser as(String login) {
        return Browser.of(port, login);
    }

    private String page(String login, String path) {
        HttpResponse<String> answer = as(login).get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    @Test
    @Order(1)
    void startPageShowsOnesOwnWorkWithALinkToThePageWhereItIsDone() {
        assertThat(page("chuyenvien.bo", "/"))
                .contains("Lê Thị Soạn Thảo", "Bộ Y tế", "Soạn thảo kế hoạch của Bộ")
                .containsPattern("href=\"/tasks/[0-9a-f-]{36}\"");
        assertThat(page("lanhdao.bo", "/")).contains("Không có việc nào đang chờ bạn.");
    }

    @Test
    @Order(2)
    void draftShowsWhatIssuingItWouldDo() {
        assertThat(page("lanhdao.bo", "/plans/1"))
                .contains("Nếu ban hành bây giờ", "hết ngày 19/3, Chủ nhật; ngày làm việc cuối: thứ Sáu 17/3")
                .contains("Chỉ còn 1 ngày làm việc", "Thành phố Hà Nội", "Bệnh viện thuộc tỉnh");
        assertThat(as("SYT-01.thutruong").get("/plans/1").statusCode()).isEqualTo(404);
    }

    @Test
    @Order(3)
    void issuedPlanShowsItsProgressAndStopsAskingWhenAllCasesAreOpen() {
        HeldMails.hold(jdbc);
        assertThat(send("chuyenvien.bo", "userTask_draftNationalPlan", Map.of("step", "complete"), 200))
                .contains("Đã trình kế hoạch.");
        assertThat(send("lanhdao.bo", "userTask_approveNationalPlan", Map.of("decision", "approve"), 200))
                .contains("Đã duyệt kế hoạch.");
        assertThat(send("vanthu.bo", "userTask_issueNationalPlan", Map.of(), 200))
                .contains("Đã ban hành kế hoạch.", "Tiến độ kế hoạch của đơn vị");
        ListedDuties.anExportIsOfOneMoment(port);
        Browser inspector = as("thanhtra.bo");

        Awaitility.await()
                .atMost(2, TimeUnit.MINUTES)
                .until(() -> !inspector.get("/plans/1/progress").body().contains("hx-trigger"));

        assertThat(inspector.get("/plans/1").body())
                .contains("<progress", "Đang soạn thảo: ", "Thành phố Hà Nội", "province=01")
                .doesNotContain("hx-trigger", "http-equiv=\"refresh\"");
    }

    @Test
    @Order(4)
    void aDraftKeepsWhatWasTypedAndEachWrongFieldIsNamedAtItsPlace() {
        String drafter = "SYT-15.chuyenvien";
        assertThat(page(drafter, "/tasks/" + new Api(port, drafter).task(DRAFT)))
                .contains("Trình thủ trưởng", "name=\"items[0].activity\"", "Còn 1 ngày làm việc", "360/KH-BYT");

        String noSuchDay = send(
                drafter,
                DRAFT,
                Map.of("items[0].response", "adopted", "items[0].activity", "Họp", "items[0].from", "31/02/2023"),
                422);
        assertThat(noSuchDay).contains("id=\"items[0].from-error\"", "value=\"31/02/2023\"", "ngày/tháng/năm");
        assertThat(send(
                        drafter,
                        DRAFT,
                        Map.of("items[0].response", "adopted", "items[0].activity", "Họp", "items[0].from", "3/1/2025"),
                        422))
                .contains("không thuộc năm 2023");
        assertThat(send(drafter, DRAFT, Map.of("items[0].activities", "x"), 400))
                .contains("items[0].activities");

        send(
                drafter,
                DRAFT,
                Map.of("step", "save", "version", "0", "items[0].from", "25/03/2023", "items[0].budget", "1.500,5"),
                200);
        JsonNode draft = draft(drafter);
        assertThat(draft.at("/items/0/from").asText()).isEqualTo("2023-03-25");
        assertThat(draft.at("/items/0/budget").decimalValue()).isEqualByComparingTo("1500.5");
        assertThat(draft.at("/items/0/taskNo").asText()).isEqualTo("II.1.1");
    }

    @Test
    @Order(4)
    void twoWhoWriteAtOnceSeeBothTextsAndNothingIsLaidOverWhatWasSaved() {
        String drafter = "SYT-06.chuyenvien";
        send(drafter, DRAFT, Map.of("step", "save", "version", "0", "items[0].activity", "Của đồng nghiệp"), 200);

        String both = send(drafter, DRAFT, Map.of("step", "save", "version", "0", "items[0].activity", "Của tôi"), 409);
        assertThat(both).contains(">Của tôi</textarea>", "<q>Của đồng nghiệp</q>", "name=\"version\" value=\"1\"");
        assertThat(draft(drafter).at("/items/0/activity").asText()).isEqualTo("Của đồng nghiệp");

        send(
                drafter,
                DRAFT,
                Map.of(
                        "step",
                        "save",
                        "version",
                        "1",
                        "items[0].activity",
                        "Của tôi",
                        "take",
                        "items[0].activity",
                        "items[1].activity",
                        "Thêm"),
                200);
        assertThat(draft(drafter).at("/items/0/activity").asText()).isEqualTo("Của đồng nghiệp");
        assertThat(draft(drafter).at("/items/1/activity").asText()).isEqualTo("Thêm");
    }

    @Test
    @Order(4)
    void whatIsReturnedSaysWhyAndEachStepSaysWhoComesNext() {
        String drafter = "SYT-11.chuyenvien";
        Map<String, String> answers = new java.util.HashMap<>();
        for (int i = 0; i < draft(drafter).path("items").size(); i++) {
            answers.put("items[" + i + "].response", "adopted");
            answers.put("items[" + i + "].activity", "Hoạt động " + i);
        }
        assertThat(send(drafter, DRAFT, answers, 200)).contains("Đã trình kế hoạch. Thủ trưởng đơn vị");

        String head = "SYT-11.thutruong";
        assertThat(page(head, "/tasks/" + new Api(port, head).task(APPROVE)))
                .contains("class=\"paper\"", "Hoạt động 0", "trình lúc", "Cần sửa gì?");
        assertThat(send(head, APPROVE, Map.of("decision", "return"), 422)).contains("id=\"comment-error\"");
        send(head, APPROVE, Map.of("decision", "return", "comment", "Chưa rõ", "remark.II.1.2", "Ghi thời gian"), 200);

        assertThat(page(drafter, "/")).contains("Bị trả lại", "Chưa rõ\nII.1.2: Ghi thời gian");
        assertThat(page(drafter, "/tasks/" + new Api(port, drafter).task(DRAFT)))
                .contains("trả lại lúc", "Chưa rõ");
        send(drafter, DRAFT, Map.of(), 200);
        assertThat(send(head, APPROVE, Map.of("decision", "approve"), 200)).contains("Đã duyệt kế hoạch. Văn thư");
        assertThat(page(head, "/?tab=done")).contains("Duyệt kế hoạch của đơn vị", "Chờ ban hành");
        assertThat(page(head, "/?tab=coming")).contains("6 tháng đầu năm 2023");
    }

    @Test
    @Order(4)
    void markedItemsAreFilledFromTheSuggestionAndWhatIsWrittenStays() {
        String drafter = "SYT-17.chuyenvien";
        assertThat(page(drafter, "/tasks/" + new Api(port, drafter).task(DRAFT)))
                .contains("Đã trả lời 0/5, còn 5 bắt buộc.", "Chép gợi ý của cấp trên", "href=\"#items[4]\"")
                .doesNotContain("Chép từ kế hoạch năm trước");
        assertThat(send(drafter, DRAFT, Map.of("step", "copy:suggestion"), 422)).contains("Đánh dấu ít nhất một mục");
        assertThat(send(drafter, DRAFT, Map.of("step", "copy:elsewhere", "mark", "0"), 422))
                .contains("role=\"alert\"");

        String copied = send(
                drafter,
                DRAFT,
                Map.of("step", "copy:suggestion", "mark", "0", "version", "0", "items[0].inCharge", "Phòng Nghiệp vụ"),
                200);
        assertThat(copied).contains("Đã chép", "Đã trả lời 1/5, còn 4 bắt buộc.");
        JsonNode first = draft(drafter).at("/items/0");
        assertThat(first.get("response").asText()).isEqualTo("adopted");
        assertThat(first.get("activity").asText())
                .isEqualTo(first.get("suggestion").asText());
        assertThat(first.get("inCharge").asText()).isEqualTo("Phòng Nghiệp vụ");
        assertThat(draft(drafter).at("/items/1/response").asText()).isEmpty();
    }

    @Test
    @Order(4)
    void whoMayNotActIsToldSoOrHearsNothing() {
        String task = "/tasks/" + new Api(port, "SYT-08.chuyenvien").task(DRAFT);

        assertThat(as("SYT-12.chuyenvien").get(task).statusCode()).isEqualTo(404);
        assertThat(page("SYT-08.thutruong", task))
                .contains("không thuộc vai trò của bạn")
                .doesNotContain("value=\"complete\"");
        assertThat(as("SYT-08.thutruong")
                        .submit(task, task, Map.of("step", "save"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    @Order(4)
    void whatCannotBeKeptIsSaidAtItsFieldAndADoneTaskSaysThatItIsDone() {
        String drafter = "SYT-19.chuyenvien";
        String task = new Api(port, drafter).task(DRAFT);
        String cell = "Một ô dài. ".repeat(500).strip();
        send(drafter, DRAFT, Map.of("step", "save", "version", "0", "items[0].activity", cell), 200);
        assertThat(draft(drafter).at("/items/0/activity").asText()).isEqualTo(cell);
        assertThat(send(drafter, DRAFT, Map.of("step", "save", "items[0].activity", "Họp\u0007"), 422))
                .contains("id=\"items[0].activity-error\"");
        assertThat(send(drafter, DRAFT, Map.of("step", "save", "items[0].activity", "x".repeat(20_001)), 422))
                .contains("id=\"items[0].activity-error\"");
        assertThat(draft(drafter).at("/items/0/activity").asText()).isEqualTo(cell);

        // A second click, the button "back", and a page that was left open while a colleague handed it in.
        Api other = new Api(port, drafter);
        other.complete(task, Api.adopted(other.draft(task))).ok();
        HttpResponse<String> late =
                as(drafter).submit("/account", "/tasks/" + task, Map.of("items[0].activity", "Muộn", "version", "1"));
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("Việc này đã được xử lý", "<nav");
        assertThat(as(drafter).get("/tasks/" + task).statusCode()).isEqualTo(409);
        assertThat(as(drafter)
                        .submit("/account", "/tasks/" + task + "/draft", Map.of("items[0].activity", "Muộn"))
                        .statusCode())
                .isEqualTo(409);
        assertThat(as("SYT-12.chuyenvien").get("/tasks/" + task).statusCode()).isEqualTo(404);
        assertThat(page("SYT-19.thutruong", "/tasks/" + new Api(port, "SYT-19.thutruong").task(APPROVE)))
                .doesNotContain("Muộn");
    }

    private JsonNode draft(String drafter) {
        Api api = new Api(port, drafter);
        return api.get("/api/v1/tasks/" + api.task(DRAFT) + "/draft").ok();
    }

    @Test
    @Order(4)
    void unitSeesItsDutyWithHistoryAndAnotherUnitDoesNotKnowOfIt() {
        long duty = duty("BVT-01");

        assertThat(page("BVT-01.thutruong", "/obligations/" + duty))
                .contains("Bệnh viện Đa khoa Xanh Pôn", "Đang soạn thảo", "Mở hồ sơ", "Người soạn thảo");
        assertThat(page("SYT-01.thutruong", "/obligations/" + duty)).contains("Xanh Pôn");
        assertThat(as("BVT-02.thutruong").get("/obligations/" + duty).statusCode())
                .isEqualTo(404);
        assertThat(page("BVT-01.thutruong", "/obligations")).doesNotContain("SYT-01");
    }

    @Test
    @Order(5)
    void aClerkIsOfferedWhoMaySignAndTheNextNumberAndDropsTheSignedCopyThere() throws Exception {
        String clerk = "SYT-11.vanthu";
        String task = new Api(port, clerk).task("userTask_issueSubPlan");
        assertThat(page(clerk, "/tasks/" + task))
                .contains("value=\"01/KH-SYT\"", "value=\"16/03/2023\"", "Số tiếp theo trong sổ ở đây")
                .containsPattern("<option value=\"SYT-11.thutruong\" selected=\"selected\">[^<]* – GIÁM ĐỐC<");
        try (vn.plancascade.support.Browser browser = new vn.plancascade.support.Browser(port)) {
            browser.enter(clerk, "demo");
            browser.driver().get(browser.address("/tasks/" + task));
            issue(browser, "không phải PDF".getBytes(StandardCharsets.UTF_8));
            browser.await(page -> page.findElement(By.id("file-error")).isDisplayed());
            assertThat(new Api(port, clerk).task("userTask_issueSubPlan")).isEqualTo(task);

            issue(browser, Pdfs.signed("KẾ HOẠCH"));
            browser.await(page -> page.getPageSource().contains("Đã ban hành kế hoạch."));
        }
        JsonNode papers = new Api(port, clerk)
                .get("/api/v1/obligations/" + duty("SYT-11") + "/documents")
                .ok();
        assertThat(papers.at("/0/kind").asText()).isEqualTo("signedCopy");
        assertThat(jdbc.sql("select document_number from obligation where id = :id")
                        .param("id", duty("SYT-11"))
                        .query(String.class)
                        .single())
                .isEqualTo("01/KH-SYT");
    }

    private static void issue(vn.plancascade.support.Browser browser, byte[] file) throws IOException {
        Path path = Files.write(Files.createTempFile("ban-ky", ".pdf"), file);
        browser.driver().findElement(By.id("file")).sendKeys(path.toString());
        browser.click("button[value=complete]");
    }

    @Test
    @Order(5)
    void listIsFilteredSortedAndTurnedByItsAddress() {
        String first = page("thanhtra.bo", "/obligations?plan=1&kind=subPlan&province=04&sort=-unitName&q=&unit=");
        assertThat(first).contains("tỉnh Cao Bằng", "aria-sort=\"descending\"").doesNotContain("tỉnh Hà Giang</a>");

        String all = page("thanhtra.bo", "/obligations?kind=subPlan&q=B%E1%BB%87nh+vi%E1%BB%87n+%7Bx%7D%26");
        assertThat(all).contains("Không có đầu việc nào khớp bộ lọc.", "Bệnh viện {x}&amp;");
        assertThat(page("thanhtra.bo", "/obligations?kind=subPlan"))
                .contains("/obligations?kind=subPlan&amp;page=1")
                .contains("Từ 1 đến 50");
    }

    @Test
    @Order(6)
    void failedStartIsNamedAndTheAdministratorAloneStartsItAgain() {
        standing("state = 'planned'");
        assertThat(page("thanhtra.bo", "/plans/1")).contains("hx-trigger", "http-equiv=\"refresh\"");
        standing("state = 'startFailed', reason = 'Lỗi mẫu'");

        assertThat(page("thanhtra.bo", "/plans/1")).contains("Lỗi mẫu").doesNotContain("retry-starts");
        HttpResponse<String> refused = as("thanhtra.bo").submit("/plans/1", "/plans/1/retry-starts", Map.of());
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("Chỉ quản trị được làm việc này.", "<nav");
        HttpResponse<String> again = as("quantri").submit("/plans/1", "/plans/1/retry-starts", Map.of());
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).contains("Đã mở lại được 1 hồ sơ.").doesNotContain("Lỗi mẫu");
    }

    /** A duty's row is never changed without a line in its history. */
    private void standing(String changes) {
        jdbc.sql("update obligation set " + changes + " where id = :id")
                .param("id", duty("SYT-02"))
                .update();
        jdbc.sql(
                        "insert into obligation_event (obligation_id, at, event) select id, given_at, 'startFailed' from obligation where id = :id")
                .param("id", duty("SYT-02"))
                .update();
    }

    @Test
    @Order(7)
    void clockGoesForwardByTheFormAndNeverBack() {
        Browser anybody = as("chuyenvien.bo");
        assertThat(anybody.get("/demo").body().split("<th scope=\"row\"><code>"))
                .as("ten sample users")
                .hasSize(11);

        assertThat(anybody.submit("/demo", "/demo/moment", Map.of("date", "2023-03-20", "time", "08:00"))
                        .body())
                .contains("Thứ Hai, 20/03/2023");
        HttpResponse<String> back =
                anybody.submit("/demo", "/demo/moment", Map.of("date", "2023-03-17", "time", "08:00"));
        assertThat(back.statusCode()).isEqualTo(422);
        assertThat(back.body()).contains("Đồng hồ chỉ đi tới", "Thứ Hai, 20/03/2023", "value=\"2023-03-17\"");
        assertThat(anybody.submit("/demo", "/demo/moment", Map.of("date", "mai", "time", ""))
                        .body())
                .contains("Cần một ngày và một giờ hợp lệ.");
        assertThat(page("BVT-01.chuyenvien", "/")).contains("Quá hạn 1 ngày");
        assertThat(page("thanhtra.bo", "/obligations?overdue=true&unit=bvt-01")).contains("Quá hạn 1 ngày");
    }

    @Test
    @Order(8)
    void theAccountsLanguageIsSpokenUntilAnotherIsChosenAndInterfacesSpeakTheBrowsers() {
        Browser browser = Browser.of(port, "lanhdao.bo", "en-GB,en;q=0.8");
        assertThat(browser.get("/plans").body()).contains("Kế hoạch của Bộ", "lang=\"vi\"");
        assertThat(browser.get("/plans?lang=en").body()).contains("National plans", "lang=\"en\"");
        assertThat(browser.get("/plans").body()).contains("National plans", "lang=\"en\"");

        assertThat(browser.get("/plans?lang=vi").body()).contains("Kế hoạch của Bộ", "lang=\"vi\"");
        assertThat(browser.get("/plans?lang=fr").body()).contains("Kế hoạch của Bộ");
        assertThat(browser.get("/khong-co").body()).contains("Không tìm thấy");
        assertThat(browser.get("/api/v1/plans/99").body()).contains("There is no such plan.");
        assertThat(Browser.of(port, "lanhdao.bo", "fr").get("/plans").body()).contains("Kế hoạch của Bộ");
    }

    @ParameterizedTest
    @Order(8)
    @CsvSource({
        "quantri, /people, Người dùng",
        "quantri, /people?q=SYT&role=head&page=1, Người dùng",
        "quantri, /people/SYT-01.thutruong, Giao vai trò",
        "quantri, /people/new, Thêm người",
        "quantri, /units/import, Nhập đơn vị và người từ tệp",
        "quantri, /units?q=xanh+pon, Bệnh viện Đa khoa Xanh Pôn",
        "quantri, /units?below=SYT-01&page=0, Đơn vị trực thuộc",
        "quantri, /units/SYT-01, Người giữ vai trò",
        "quantri, /units/changes, Sắp xếp lại đơn vị",
        "thanhtra.bo, /units?q=xanh+pon, Bệnh viện Đa khoa Xanh Pôn",
        "thanhtra.bo, /units/SYT-01, Các năm",
        "quantri, /account, Đổi mật khẩu",
        "SYT-01.thutruong, /substitutions, Làm thay thủ trưởng",
        "thanhtra.bo, /substitutions, Làm thay thủ trưởng"
    })
    void administrationIsThereForWhomItIsMeant(String login, String path, String title) {
        assertThat(page(login, path)).contains(title);
    }

    @Test
    @Order(8)
    void aUnitsPeopleRecordAPaperOnAPage() {
        String duty = new vn.plancascade.support.Api(port, "SYT-04.vanthu")
                .get("/api/v1/obligations?kind=subPlan&unit=SYT-04")
                .ok()
                .at("/items/0/id")
                .asText();
        assertThat(page("SYT-04.vanthu", "/obligations/" + duty)).contains("Ghi nhận kế hoạch ban hành bên ngoài");
        assertThat(page("SYT-04.vanthu", "/obligations/" + duty + "/issued-outside"))
                .contains("Văn bản trả lời các nhiệm vụ", "name=\"documentNumber\"");
        assertThat(page("thanhtra.bo", "/obligations/" + duty + "/issued-outside"))
                .doesNotContain("name=\"documentNumber\"");
    }

    @Test
    @Order(8)
    void aHeadIsOfferedOnlyWhoWouldBeAcceptedEachWithTheirUnitAndWhatIsPrinted() {
        String head = "SYT-01.thutruong";
        String offered = page(head, "/substitutions");
        assertThat(offered).contains("TL. GIÁM ĐỐC", "TUQ. – thừa ủy quyền", "không ủy quyền lại");
        java.util.regex.Matcher choice = java.util.regex.Pattern.compile(
                        "<option value=\"((TL|KT|TUQ) [^\"]+)\">[^<]+ – [^<]+<")
                .matcher(offered);
        assertThat(choice.find()).isTrue();
        HttpResponse<String> added = as(head).submit(
                        "/substitutions",
                        "/substitutions",
                        Map.of(
                                "unitCode",
                                "SYT-01",
                                "choice",
                                choice.group(1),
                                "from",
                                "1/4/2024",
                                "to",
                                "2/4/2024",
                                "reason",
                                "Đi công tác",
                                "delegation",
                                "12/GUQ-SYT"));
        assertThat(added.statusCode()).isEqualTo(200);
        assertThat(added.body()).contains("Đi công tác", "01/04/2024");
    }

    @ParameterizedTest
    @Order(9)
    @CsvSource({
        "/khong-co, 404",
        "/plans/99, 404",
        "/plans/abc, 404",
        "/obligations/999999, 404",
        "/obligations?state=xx, 400",
        "/obligations?size=5000, 422",
        "/obligations?sort=xx, 422",
        "/plans/1/retry-starts, 405"
    })
    void whatCannotBeShownIsToldOnAPageWithoutTechnicalWords(String path, int status) {
        HttpResponse<String> answer = as("thanhtra.bo").get(path);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains("<h1", "Nguyễn Văn Thanh Tra").doesNotContain("Exception", "vn.plancascade");
    }

    @Test
    @Order(10)
    void formWithoutItsTokenIsRefusedOnAPage() {
        HttpResponse<String> forged = as("quantri").submit("/css/plan-cascade.css", "/plans/1/retry-starts", Map.of());
        assertThat(forged.statusCode()).isEqualTo(403);
        assertThat(forged.body()).contains("Không có quyền");
    }

    @Test
    @Order(11)
    void whoeverWorksOnATaskOfThePlanTellsItsProgressOnAPage() {
        String page = "/plans/1/tasks/II.2.2";
        assertThat(page("VPB.chuyenvien", "/")).contains("Nhiệm vụ của kế hoạch do đơn vị bạn thực hiện", page);
        assertThat(page("SYT-15.chuyenvien", "/")).doesNotContain("Nhiệm vụ của kế hoạch do đơn vị bạn");
        HttpResponse<String> refused = as("VPB.chuyenvien")
                .submit(page, page + "/progress", Map.of("state", "underWay", "percent", "100", "note", "Đang quay"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("id=\"percent-error\"", ">Đang quay</textarea>");
        assertThat(as("VPB.chuyenvien")
                        .submit(
                                page,
                                page + "/progress",
                                Map.of("state", "underWay", "percent", "30", "milestonesDone", "1", "version", "0"))
                        .body())
                .contains("Đã lưu tiến độ.", "Đạt ngày");
        assertThat(page("lanhdao.bo", "/plans/1/tasks")).contains("30%", "Văn phòng Bộ", page);
        assertThat(page("lanhdao.bo", page)).doesNotContain("name=\"percent\"");
        assertThat(page("lanhdao.bo", "/plans/1/tasks/II.1.1/units?answer=unanswered"))
                .contains("Chưa có kế hoạch", "/obligations/");
    }

    @Test
    @Order(11)
    void aTaskOfThePlanIsGivenToUnitsOnAPage() {
        String task = "/plans/1/tasks/II.1.6";
        String page = task + "/assignment";
        assertThat(page("lanhdao.bo", task)).contains("href=\"" + page + "\"");
        assertThat(page("SYT-15.thutruong", task)).doesNotContain(page);
        assertThat(as("SYT-15.thutruong").get(page).statusCode()).isEqualTo(403);
        HttpResponse<String> refused = as("lanhdao.bo")
                .submit(
                        page,
                        page,
                        Map.of(
                                "unit", "VU-HTQT",
                                "coordinating", "VU-HTQT",
                                "due", "31/02/2023",
                                "milestoneTitle", "Ký ghi nhớ",
                                "milestoneDue", ""));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("id=\"due-error\"", "value=\"31/02/2023\"", "value=\"Ký ghi nhớ\"");
        assertThat(as("lanhdao.bo")
                        .submit(
                                page,
                                page,
                                Map.of("unit", "VU-HTQT", "milestoneTitle", "Ký ghi nhớ", "milestoneDue", ""))
                        .body())
                .contains("id=\"milestones[0].due-error\"");
        assertThat(as("lanhdao.bo")
                        .submit(
                                page,
                                page,
                                Map.of(
                                        "unit", "VU-HTQT",
                                        "coordinating", "VPB",
                                        "due", "30/11/2023",
                                        "milestoneTitle", "Ký ghi nhớ",
                                        "milestoneDue", "30/6/2023"))
                        .body())
                .contains("Đã giao nhiệm vụ.", "Vụ Hợp tác quốc tế", "Văn phòng Bộ", "30/06/2023: Ký ghi nhớ");
    }

    @Test
    @Order(11)
    void pagesHoldNoInlineScriptOrStyleAndTheirScriptIsThere() {
        for (String path : new String[] {
            "/",
            "/plans",
            "/plans/1",
            "/plans/1/tasks",
            "/plans/1/tasks/II.2.2",
            "/plans/1/tasks/II.1.1/units",
            "/obligations",
            "/obligations/" + duty("BVT-01"),
            "/units/BVT-01/record",
            "/monitor",
            "/monitor/provinces",
            "/monitor/years",
            "/monitor/process/subPlan",
            "/calendar",
            "/failures",
            "/demo"
        }) {
            assertThat(as("quantri").get(path).headers().firstValue("Content-Security-Policy"))
                    .hasValueSatisfying(policy -> assertThat(policy).doesNotContain("unsafe"));
            assertThat(page("quantri", path))
                    .doesNotContain("<style", " style=", "onclick")
                    .doesNotContainPattern("<script(?![^>]* src=)")
                    .doesNotContain("??");
        }
        String script = page("quantri", "/").replaceAll("(?s).*<script[^>]*src=\"(/webjars/[^\"]+)\".*", "$1");
        assertThat(new ClassPathResource("META-INF/resources" + script).exists())
                .as(script)
                .isTrue();
    }

    @Test
    @Order(12)
    void noPageHasABarrierWeighsTooMuchOrBreaksAtEitherWidth() {
        HeldMails.release(jdbc, List.of("SYT-06.chuyenvien", "SYT-06.thutruong"));
        String drafter = "SYT-06.chuyenvien";
        String drafting = "/tasks/" + new Api(port, drafter).task(DRAFT);
        String approving = "/tasks/" + submitted("SYT-20");
        String issuing = "/tasks/" + approved("SYT-22");
        String request = "/tasks/" + asked("SYT-24", "2023-03-31", "thanhtra.bo", "userTask_decideExtension");
        Map<String, List<String>> visits = new LinkedHashMap<>();
        visits.put("", List.of("/login", "/account/forgotten"));
        visits.put(
                drafter,
                List.of(
                        "/",
                        "/?tab=done",
                        "/?tab=coming",
                        drafting,
                        "/plans/1",
                        "/obligations/" + duty("SYT-06"),
                        "/obligations/" + duty("SYT-06") + "/issued-outside",
                        "/account"));
        visits.put("SYT-06.thutruong", List.of("/substitutions"));
        visits.put("VPB.chuyenvien", List.of("/", "/plans/1/tasks/II.2.2"));
        visits.put("SYT-20.thutruong", List.of("/", approving));
        visits.put("SYT-22.vanthu", List.of(issuing));
        visits.put(
                "thanhtra.bo",
                List.of(
                        "/obligations",
                        "/obligations/" + duty("SYT-06"),
                        "/monitor?plan=1",
                        "/monitor/provinces?plan=1",
                        "/monitor/process/subPlan?plan=1",
                        "/units/SYT-06/record",
                        "/notices",
                        "/reports",
                        "/audit",
                        request,
                        "/calendar"));
        visits.put(
                "lanhdao.bo",
                List.of(
                        "/plans/1",
                        "/plans/1/tasks",
                        "/plans/1/tasks/II.1.1/units?answer=unanswered",
                        "/plans/1/tasks/II.1.4/assignment",
                        "/tasks/" + asked("SYT-25", "2023-05-31", "lanhdao.bo", "userTask_decideExtensionByLeader")));
        visits.put(
                "quantri",
                List.of(
                        "/plans",
                        "/people",
                        "/people/new",
                        "/people/SYT-06.thutruong",
                        "/units/import",
                        "/units/changes",
                        "/units",
                        "/units/SYT-06",
                        "/failures",
                        "/deadline-policy",
                        "/document-layouts",
                        "/calendar",
                        "/help",
                        "/help/nguoi-soan-thao",
                        "/demo",
                        "/demo/mails",
                        "/khong-co"));
        Map<String, Shot> shots = new HashMap<>(Map.of(
                "/plans/1",
                Shot.PLAN,
                "/monitor?plan=1",
                Shot.MONITOR,
                "/monitor/process/subPlan?plan=1",
                Shot.PROCESS,
                "/calendar",
                Shot.CALENDAR,
                "/failures",
                Shot.FAILURES,
                "/units/SYT-06",
                Shot.UNIT,
                "/obligations/" + duty("SYT-06"),
                Shot.EXTENSION));
        shots.put(drafting, Shot.DRAFT);
        shots.put(request, Shot.REQUEST);
        shots.put(approving, Shot.APPROVE);
        shots.put(issuing, Shot.ISSUE);
        List<String> faults = new ArrayList<>();
        try (PageLook look = new PageLook(port)) {
            visits.forEach((login, paths) -> {
                look.as(login);
                for (String path : paths) {
                    faults.addAll(look.faults(path));
                    Shot shot = login.equals("SYT-20.thutruong") && path.equals("/") ? Shot.WORK : shots.get(path);
                    if (shot != null && !(shot == Shot.EXTENSION && login.equals(drafter))) {
                        GuidePictures.take(look, shot);
                    }
                    if (login.equals(drafter) && path.startsWith("/tasks/")) {
                        SentEvidence.whileSomethingIsBeingTyped(look.browser());
                    }
                    if (path.equals("/obligations")) {
                        faults.addAll(many(look));
                    }
                }
            });
            String to = "syt-06.chuyenvien@mau.example";
            look.browser().driver().get(look.browser().address("/demo/mails/letter?number=0&to=" + to));
            GuidePictures.take(look, Shot.MAIL);
        }
        assertThat(faults).isEmpty();
    }

    @Test
    @Order(12)
    void noLinkLeadsWhereItsReaderMayNotGo() {
        new FollowedLinks(port)
                .leadSomewhere(
                        "thanhtra.bo", "lanhdao.bo", "quantri", "TTRB.vanthu", "SYT-20.thutruong", "VPB.chuyenvien");
    }

    @Test
    @Order(12)
    void aPlanIsMadeOnPagesInOneSitting() {
        PlanInOneSitting sitting = new PlanInOneSitting(port);
        sitting.make();
        sitting.withoutScripts();
    }

    @Test
    @Order(12)
    void aPlanInForceIsAmendedInSectionsAgainstWhatIsInForce() {
        new AmendmentInSections(port, 1).isWrittenAgainstWhatIsInForce();
    }

    @Test
    @Order(13)
    void inspectorsDoTheirMorningsWorkInABrowser() {
        new InspectorsAtWork(port, jdbc).work();
    }

    /** What an inspector sees before two duties are reminded at once. */
    private static List<String> many(PageLook look) {
        look.browser().click("td.tick input");
        look.browser().click("tbody tr:nth-child(2) td.tick input");
        look.browser().click("form#many button[type=submit]");
        look.browser().await(page -> page.getCurrentUrl().contains("/obligation-actions"));
        List<String> faults = look.faultsHere("/obligation-actions");
        look.width(PageLook.DESK);
        GuidePictures.take(look, Shot.MANY);
        return faults;
    }

    /** Somebody's task of deciding about more time, after the unit has asked for it. */
    private String asked(String unit, String until, String login, String task) {
        new Api(port, unit + ".thutruong")
                .post(
                        "/api/v1/extension-requests",
                        Api.object()
                                .put("obligationId", duty(unit))
                                .put("until", until)
                                .put("reason", "Bão số 1 làm ngập trụ sở, hồ sơ đang được khôi phục"))
                .ok();
        return new Api(port, login).task(task);
    }

    /** Somebody's task of approval, after the unit's drafter has submitted. */
    private String submitted(String unit) {
        Api drafter = new Api(port, unit + ".chuyenvien");
        String task = drafter.task(DRAFT);
        drafter.complete(task, Api.adopted(drafter.draft(task))).ok();
        return new Api(port, unit + ".thutruong").task(APPROVE);
    }

    /** The clerk's task, after the head has approved. */
    private String approved(String unit) {
        String task = submitted(unit);
        new Api(port, unit + ".thutruong")
                .complete(task, Api.object().put("decision", "approve"))
                .ok();
        return new Api(port, unit + ".vanthu").task("userTask_issueSubPlan");
    }

    /** Sends the page of one's only task of a kind, as its form does. */
    private String send(String login, String task, Map<String, String> fields, int status) {
        String page = "/tasks/" + new Api(port, login).task(task);
        HttpResponse<String> answer = as(login).submit(page, page, fields);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return answer.body();
    }

    private long duty(String unit) {
        JsonNode found = new Api(port, "quantri")
                .get("/api/v1/obligations?kind=subPlan&unit=" + unit)
                .ok();
        return found.get("items").get(0).get("id").asLong();
    }
}
