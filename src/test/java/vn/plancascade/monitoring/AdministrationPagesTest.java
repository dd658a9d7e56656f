package vn.plancascade.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.reset;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;
import vn.plancascade.deadline.DutySteps;
import vn.plancascade.organisation.NewUnit;
import vn.plancascade.organisation.Numbering;
import vn.plancascade.organisation.OrganisationAdmin;
import vn.plancascade.organisation.Relation;
import vn.plancascade.organisation.UnitKind;
import vn.plancascade.support.Api;
import vn.plancascade.support.HeldMails;

/**
 * What those in charge do on pages: the calendar, extension and waiver, what failed, the demo's clock. The steps build on
 * each other, from 16/03 to 21/03.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties =
                "spring.datasource.url=jdbc:h2:mem:administration;MODE=PostgreSQL;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000")
@ActiveProfiles("demo")
@DirtiesContext
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AdministrationPagesTest {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService engineJobs;

    @Autowired
    OrganisationAdmin organisation;

    @MockitoSpyBean
    DutySteps steps;

    @BeforeEach
    void sampleIsLoaded() {
        Awaitility.await()
                .atMost(2, TimeUnit.MINUTES)
                .until(() -> api(null).get("/actuator/health").status() == 200);
    }

    @Test
    @Order(1)
    void everybodyReadsTheCalendarAndAdministratorsChangeIt() {
        assertThat(as("SYT-01.chuyenvien").get("/calendar").body())
                .contains("Lịch ngày làm việc 2023", "Tháng 12", "Quốc khánh", "aria-current=\"date\"")
                .doesNotContain("action=\"/calendar\"", "/delete");
        Browser admin = as("quantri");

        assertThat(admin.submit("/calendar", "/calendar", day("6/6/2023", "Nghỉ bão"))
                        .body())
                .contains(
                        "Đã thêm ngày 06/06/2023: Nghỉ bão.",
                        "Ngày nghỉ thêm: Nghỉ bão",
                        "/calendar/2023-06-06/delete");

        HttpResponse<String> again = admin.submit("/calendar", "/calendar", day("2023-06-06", "Nghỉ <lần nữa>"));
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body())
                .contains("Ngày 6/6/2023 đã có trong lịch: Nghỉ bão.", "id=\"date-error\"", "value=\"2023-06-06\"")
                .contains("value=\"Nghỉ &lt;lần nữa&gt;\"");
        HttpResponse<String> blank = admin.submit("/calendar", "/calendar", Map.of("date", "", "name", " "));
        assertThat(blank.statusCode()).isEqualTo(422);
        assertThat(blank.body()).contains("id=\"date-error\"", "id=\"name-error\"");
        assertThat(as("lanhdao.bo")
                        .submit("/calendar", "/calendar", day("2023-06-07", "Nghỉ"))
                        .statusCode())
                .isEqualTo(403);

        assertThat(admin.submit("/calendar", "/calendar/2023-06-06/delete", Map.of())
                        .body())
                .contains("Đã xóa ngày 06/06/2023.")
                .doesNotContain("Nghỉ bão");
    }

    @Test
    @Order(2)
    void whereNothingFailedThePageSaysSoAndOnlyAdministratorsKnowOfIt() {
        assertThat(as("quantri").get("/failures").body())
                .contains("Không có thư nào bị kẹt.", "Không có công việc nào lỗi.", "href=\"/failures\"");
        assertThat(as("thanhtra.bo").get("/failures").statusCode()).isEqualTo(403);
        assertThat(as("thanhtra.bo").get("/").body()).doesNotContain("/failures");
    }

    @Test
    @Order(3)
    void inspectorExtendsWithinTheLimitAndIsToldWhatIsWrong() {
        HeldMails.hold(jdbc);
        issueThePlan();
        long duty = duty("BVT-01");
        String page = "/obligations/" + duty;
        Browser inspector = as("thanhtra.bo");
        assertThat(inspector.get(page).body()).contains("tính hạn là “trước ngày”", "Bạn được gia hạn đến 03/04/2023");
        assertThat(as("BVT-01.thutruong").get(page).body()).doesNotContain("/extension\"", "/waiver");
        assertThat(as("BVT-01.thutruong")
                        .submit(page, page + "/extension", extension("2023-03-27", "Xin thêm"))
                        .statusCode())
                .isEqualTo(403);

        HttpResponse<String> blank = inspector.submit(page, page + "/extension", extension("2023-03-27", " "));
        assertThat(blank.statusCode()).isEqualTo(422);
        assertThat(blank.body()).contains("id=\"reason-error\"", "value=\"2023-03-27\"");
        HttpResponse<String> wrong = inspector.submit(page, page + "/extension", extension("27/3", "Bão số 1"));
        assertThat(wrong.body()).contains("id=\"until-error\"", ">Bão số 1</textarea>");
        HttpResponse<String> far = inspector.submit(page, page + "/extension", extension("2023-04-04", "Bão số 1"));
        assertThat(far.statusCode()).isEqualTo(403);
        assertThat(far.body()).contains("Người theo dõi chỉ được gia hạn đến 3/4/2023", ">Bão số 1</textarea>");

        assertThat(inspector
                        .submit(page, page + "/extension", extension("27/3/2023", "Bão số 1"))
                        .body())
                .contains("Đã gia hạn.", "Thời hạn ban đầu", "hết ngày 26/3, Chủ nhật")
                .containsPattern("Hạn cũ: hết ngày 19/3[^<]+ Hạn mới: hết ngày 26/3");
        assertThat(as("lanhdao.bo").get(page).body()).contains("không bị giới hạn của kế hoạch");
    }

    @Test
    @Order(4)
    void waiverIsAskedForTwiceAndEndsTheDuty() {
        long duty = duty("BVT-02");
        String page = "/obligations/" + duty;
        Browser inspector = as("thanhtra.bo");

        assertThat(inspector
                        .submit(page, page + "/waiver", Map.of("reason", ""))
                        .statusCode())
                .isEqualTo(422);
        assertThat(inspector
                        .submit(page, page + "/waiver", Map.of("reason", "Đã sáp nhập"))
                        .body())
                .contains("Xác nhận miễn thực hiện", "value=\"Đã sáp nhập\"");
        assertThat(state(duty)).isEqualTo("drafting");
        assertThat(as("BVT-02.thutruong")
                        .submit(page, page + "/waiver", Map.of("reason", "Xin miễn"))
                        .statusCode())
                .isEqualTo(403);

        Map<String, String> confirmed = Map.of("reason", "Đã sáp nhập", "confirmed", "true");
        assertThat(inspector.submit(page, page + "/waiver", confirmed).body())
                .contains("Đã miễn thực hiện.", "Đã sáp nhập")
                .doesNotContain("/waiver");
        HttpResponse<String> again = inspector.submit(page, page + "/waiver", confirmed);
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("Đầu việc đã xong, không gia hạn hoặc miễn được nữa.");
    }

    @Test
    @Order(5)
    void linkInAMailLeadsThroughTheLoginToTheOpenTaskOrToTheDuty() {
        long duty = duty("CDC-10");
        String link = "/obligations/" + duty + "/task";
        try (vn.plancascade.support.Browser browser = new vn.plancascade.support.Browser(port)) {
            browser.driver().get(browser.address(link));
            browser.driver().findElement(By.id("username")).sendKeys("CDC-10.chuyenvien");
            browser.driver().findElement(By.id("password")).sendKeys("demo", Keys.ENTER);
            browser.await(page -> page.getCurrentUrl().contains("/tasks/"));
            browser.await(page ->
                    !page.findElements(By.cssSelector("form.task .bar-bottom")).isEmpty());
        }
        assertThat(as("CDC-10.thutruong").get(link).uri().getPath()).isEqualTo("/obligations/" + duty);
        assertThat(as("thanhtra.bo").get(link).uri().getPath()).isEqualTo("/obligations/" + duty);
        assertThat(as("BVT-01.chuyenvien").get(link).statusCode()).isEqualTo(404);
    }

    @Test
    @Order(6)
    void theButtonThatWasPressedDecidesBetweenPreviewAndImport() throws Exception {
        java.nio.file.Path file = java.nio.file.Files.createTempFile("don-vi", ".csv");
        java.nio.file.Files.writeString(
                file, "code,name,kind,reportsToCode\nX-77,Bệnh viện Mẫu,PROV_HOSPITAL,SYT-01\n");
        try (vn.plancascade.support.Browser browser = new vn.plancascade.support.Browser(port)) {
            browser.enter("quantri", "demo");
            browser.driver().get(browser.address("/units/import"));
            for (String button : new String[] {"true", "false"}) {
                browser.driver().findElement(By.id("file")).sendKeys(file.toString());
                browser.click("button[name=dryRun][value=" + button + "]");
                String sentence = button.equals("true") ? "Xem trước: chưa thay đổi gì" : "Đã nhập xong";
                browser.await(page -> page.getPageSource().contains(sentence));
            }
        }
    }

    @Test
    @Order(6)
    void aColumnThatIsCalledOtherwiseIsChosenOnThePageAndRemembered() throws Exception {
        java.nio.file.Path file = java.nio.file.Files.createTempFile("don-vi", ".csv");
        java.nio.file.Files.writeString(
                file, "STT,Số hiệu,Tên đơn vị,kind,reportsToCode\n1,X-78,Bệnh viện Khác,PROV_HOSPITAL,SYT-01\n");
        try (vn.plancascade.support.Browser browser = new vn.plancascade.support.Browser(port)) {
            browser.enter("quantri", "demo");
            browser.driver().get(browser.address("/units/import"));
            preview(browser, file);
            browser.await(page -> page.getPageSource().contains("không được đọc"));
            browser.driver()
                    .findElement(By.cssSelector("option[value='code=Số hiệu']"))
                    .click();
            preview(browser, file);
            browser.await(page -> page.getPageSource().contains("Xem trước: chưa thay đổi gì"));
            assertThat(browser.driver().getPageSource()).contains("X-78", "Dòng tên cột: 1.");
            assertThat(browser.driver()
                            .findElement(By.cssSelector("select[aria-label='Số hiệu'] option:checked"))
                            .getText())
                    .isEqualTo("Mã đơn vị");
            browser.driver().get(browser.address("/units/import"));
            preview(browser, file);
            browser.await(page -> page.getPageSource().contains("Xem trước: chưa thay đổi gì"));
        }
    }

    private static void preview(vn.plancascade.support.Browser browser, java.nio.file.Path file) {
        browser.driver().findElement(By.id("file")).sendKeys(file.toString());
        browser.click("button[name=dryRun][value=true]");
    }

    @Test
    @Order(6)
    void clockInTheFrameSaysThatItRunsAndComesBackToThePage() {
        try (vn.plancascade.support.Browser browser = new vn.plancascade.support.Browser(port)) {
            browser.enter("quantri", "demo");
            browser.driver().get(browser.address("/obligations?kind=subPlan&q=Xanh"));
            Object running = browser.script("""
                    const form = document.querySelector('.clockbar form');
                    form.addEventListener('submit', (event) => event.preventDefault(), { once: true });
                    form.requestSubmit();
                    return form.querySelector('[role=status]').textContent + form.querySelector('button').disabled;""");
            assertThat(running).isEqualTo("Đang chạy mọi việc đến hạn…true");

            browser.driver().navigate().refresh();
            browser.click(".clockbar button");
            browser.await(page -> page.findElement(By.cssSelector(".clockbar strong"))
                    .getText()
                    .contains("17/03/2023, thứ Sáu"));
            assertThat(browser.driver().getCurrentUrl()).endsWith("/obligations?kind=subPlan&q=Xanh");
        }
    }

    @Test
    @Order(7)
    void failedJobIsShownWithItsReasonAndRunsAgainWhenItIsTriedAgain() {
        long duty = duty("SYT-01");
        doThrow(new IllegalStateException("Hỏng giữa chừng\nat vn.plancascade.Secret"))
                .when(steps)
                .deadlinePassed(duty);
        api("quantri")
                .post("/demo/clock", Api.object().put("to", "2023-03-22T12:00:00+07:00"))
                .ok();

        JsonNode failed = api("quantri").get("/api/v1/jobs/failed").ok();
        assertThat(failed.get("total").asInt()).isEqualTo(1);
        JsonNode job = failed.get("items").get(0);
        assertThat(job.get("businessKey").asLong()).isEqualTo(duty);
        assertThat(job.get("message").asText()).isEqualTo("Hỏng giữa chừng");
        assertThat(job.get("retriesLeft").asInt()).isZero();
        assertThat(job.get("since").asText()).startsWith("2023-03-20");
        assertThat(as("quantri").get("/failures").body())
                .contains("Công việc lỗi (1)", "Hỏng giữa chừng", "Đã ngừng thử", "/obligations/" + duty)
                .doesNotContain("Secret");

        reset(steps);
        assertThat(as("quantri")
                        .submit("/failures", "/failures/jobs/" + job.get("id").asText() + "/retry", Map.of())
                        .body())
                .contains("Đã cho chạy lại 1 công việc.");
        Awaitility.await()
                .atMost(1, TimeUnit.MINUTES)
                .until(() -> api("quantri")
                                .get("/api/v1/jobs/failed")
                                .ok()
                                .get("total")
                                .asInt()
                        == 0);
        assertThat(as("quantri").get("/obligations/" + duty).body()).contains("Đã qua thời hạn");
    }

    @Test
    @Order(8)
    void onlyAdministratorsTryAgainAndOnlyWhatHasFailed() {
        String healthy =
                engineJobs.createJobQuery().timers().listPage(0, 1).get(0).getId();
        for (String login : new String[] {"thanhtra.bo", "lanhdao.bo"}) {
            assertThat(api(login).get("/api/v1/jobs/failed").status()).isEqualTo(403);
            assertThat(api(login).post("/api/v1/jobs/failed/retry", null).status())
                    .isEqualTo(403);
            assertThat(api(login)
                            .post("/api/v1/jobs/" + healthy + "/retry", null)
                            .status())
                    .isEqualTo(403);
        }
        assertThat(api("quantri")
                        .post("/api/v1/jobs/" + healthy + "/retry", null)
                        .status())
                .isEqualTo(404);
        assertThat(api("quantri").post("/api/v1/jobs/khong-co/retry", null).status())
                .isEqualTo(404);
        assertThat(api("quantri").get("/api/v1/jobs/failed?size=0").fields()).containsExactly("size");
        assertThat(as("quantri")
                        .submit("/failures", "/failures/jobs/" + healthy + "/retry", Map.of())
                        .body())
                .contains("Công việc này không còn lỗi nữa.");
    }

    @Test
    @Order(9)
    void jobStoppedByHandKeepsItsTimeWhenItIsTriedAgain() {
        var timer = engineJobs
                .createJobQuery()
                .timers()
                .orderByJobDuedate()
                .desc()
                .listPage(0, 1)
                .get(0);
        engineJobs.setJobRetries(timer.getId(), 0);

        assertThat(api("quantri")
                        .post("/api/v1/jobs/failed/retry", null)
                        .ok()
                        .get("retried")
                        .asInt())
                .isEqualTo(1);

        var again = engineJobs.createJobQuery().jobId(timer.getId()).singleResult();
        assertThat(again.getRetries()).isEqualTo(1);
        assertThat(again.getDuedate()).isEqualTo(timer.getDuedate());
    }

    @Test
    @Order(10)
    void whatTheProductReportsItselfLeadsToThePlan() {
        String waiting = runtime.createExecutionQuery().processDefinitionKey("nationalPlan").list().stream()
                .filter(execution -> ((ExecutionEntity) execution).getActivityId() != null)
                .findFirst()
                .orElseThrow()
                .getId();
        String incident = runtime.createIncident("subPlanStartFailed", waiting, "1", "CDC-27")
                .getId();

        assertThat(as("quantri").get("/failures").body())
                .contains("Có đơn vị không mở được hồ sơ", "CDC-27", "href=\"/plans/1\"")
                .doesNotContain("Mọi quy trình đang chạy bình thường");
        runtime.resolveIncident(incident);
    }

    @Test
    @Order(11)
    void mailThatCannotBeDeliveredIsShownAndSentAgain() {
        String stuck = "SYT-02.chuyenvien";
        HeldMails.release(jdbc, List.of(stuck));
        jdbc.sql("update mail set state = 'dead', subject = 'Nhắc việc mẫu', attempts = 7 where id ="
                        + " (select max(id) from mail where recipient = :stuck)")
                .param("stuck", stuck)
                .update();
        Browser admin = as("quantri");
        String page = admin.get("/failures").body();
        assertThat(page).contains("Thư không gửi được (1)", "Nhắc việc mẫu", "Đã thử 7 lần");
        String retry = page.replaceAll("(?s).*action=\"(/failures/mails/\\d+/retry)\".*", "$1");

        assertThat(as("thanhtra.bo").submit("/", retry, Map.of()).statusCode()).isEqualTo(403);
        assertThat(admin.submit("/failures", retry, Map.of()).body())
                .contains("Đã cho gửi lại 1 thư", "Không có thư nào bị kẹt.");
        assertThat(admin.submit("/failures", "/failures/mails/999999/retry", Map.of())
                        .body())
                .contains("Thư này đã gửi rồi.");
    }

    @Test
    @Order(12)
    void aCopiedDatabaseSaysSoAndSpeaksWhenItIsToldTo() {
        jdbc.sql("update mail_sending set stopped_at = timestamp with time zone '2023-03-20 09:00:00+07'")
                .update();
        assertThat(as("quantri").get("/failures").body())
                .contains("không thư nào được gửi đi", "sao chép từ một nơi cài đặt khác", "Bật gửi thư");
        assertThat(as("quantri").get("/api/v1/mails/sending").body()).contains("\"on\":false");
        assertThat(as("thanhtra.bo").get("/api/v1/mails/sending").statusCode()).isEqualTo(403);
        assertThat(as("thanhtra.bo")
                        .submit("/", "/failures/mails/sending", Map.of())
                        .statusCode())
                .isEqualTo(403);

        assertThat(as("quantri")
                        .submit("/failures", "/failures/mails/sending", Map.of())
                        .body())
                .doesNotContain("Bật gửi thư");
        assertThat(jdbc.sql("select resumed_by from mail_sending")
                        .query(String.class)
                        .single())
                .isEqualTo("quantri");
    }

    @Test
    @Order(12)
    void healthHasDetailsForAdministratorsAlone() {
        assertThat(as("quantri").get("/actuator/health").body())
                .contains("\"mailBacklog\"", "\"oldestWaitingSeconds\"", "\"sending\":true");
        assertThat(as("thanhtra.bo").get("/actuator/health").body())
                .isEqualTo("{\"status\":\"UP\",\"groups\":[\"liveness\",\"readiness\"]}");
    }

    @Test
    @Order(12)
    void unitsAreReorganisedAfterALookAtWhatItMeans() {
        Browser admin = as("quantri");
        Map<String, String> change =
                Map.of("kind", "merge", "units", "CDC-20", "into", "CDC-22", "from", "", "name", "");
        assertThat(admin.submit("/units/changes", "/units/changes", change).body())
                .contains("Nếu thực hiện:", "name=\"make\"", "value=\"CDC-20\"");
        assertThat(api("quantri")
                        .get("/api/v1/units/CDC-20")
                        .ok()
                        .get("validTo")
                        .isNull())
                .isTrue();
        HttpResponse<String> unknown = admin.submit(
                "/units/changes", "/units/changes", Map.of("kind", "merge", "units", "CDC-NO", "into", "CDC-22"));
        assertThat(unknown.statusCode()).isEqualTo(422);
        assertThat(unknown.body()).contains("id=\"units-error\"", "value=\"CDC-NO\"");
        assertThat(as("thanhtra.bo").get("/units/changes").statusCode()).isEqualTo(403);

        Map<String, String> made = new HashMap<>(change);
        made.put("make", "true");
        assertThat(admin.submit("/units/changes", "/units/changes", made).body())
                .contains("Đã ghi nhận.");
        assertThat(api("quantri")
                        .get("/api/v1/units/CDC-20")
                        .ok()
                        .get("validTo")
                        .isNull())
                .isFalse();
    }

    @Test
    @Order(12)
    void aUnitJoinsAndLeavesAPlanOnItsPage() {
        Browser leader = as("lanhdao.bo");
        assertThat(leader.get("/plans/1").body()).contains("Thêm đơn vị", "Rút đơn vị");
        assertThat(as("SYT-06.thutruong").get("/plans/1").body()).doesNotContain("/plans/1/units");
        HttpResponse<String> blank = leader.submit("/plans/1", "/plans/1/units", Map.of("unitCode", " "));
        assertThat(blank.statusCode()).isEqualTo(422);
        assertThat(blank.body()).contains("id=\"unitCode-error\"");
        assertThat(leader.submit("/plans/1", "/plans/1/units", Map.of("unitCode", "SYT-06"))
                        .body())
                .contains("đã có trong kế hoạch này");
        assertThat(leader.submit("/plans/1", "/plans/1/units", Map.of("unitCode", "SYT-31", "reason", ""))
                        .body())
                .contains("id=\"reason-error\"");
        assertThat(leader.submit("/plans/1", "/plans/1/units", Map.of("unitCode", "SYT-31", "reason", "Sáp nhập"))
                        .body())
                .contains("Đã rút", "khỏi kế hoạch");
    }

    @Test
    @Order(12)
    void clockNeverLeadsOutOfTheProduct() {
        for (String elsewhere : new String[] {"https://example.org/", "//example.org"}) {
            assertThat(as("quantri")
                            .submit("/", "/demo/morning", Map.of("back", elsewhere))
                            .uri()
                            .toString())
                    .isEqualTo("http://localhost:" + port + "/demo");
        }
    }

    @Test
    @Order(12)
    void aUnitsPageGivesAndEndsRolesAndNamesWhoCameBeforeAndAfter() {
        Browser admin = as("quantri");
        String page = "/units/CDC-12";
        HttpResponse<String> nobody = admin.submit(page, page + "/roles", role("khong.co", "drafter", ""));
        assertThat(nobody.statusCode()).isEqualTo(404);
        assertThat(nobody.body()).contains("role=\"alert\"", "value=\"khong.co\"");
        assertThat(admin.submit(page, page + "/roles", role("SYT-12.vanthu", "head", ""))
                        .body())
                .contains("id=\"reason-error\"");
        assertThat(admin.submit(page, page + "/roles", role("SYT-12.vanthu", "drafter", ""))
                        .body())
                .contains("Đã giao vai trò", "SYT-12.vanthu");
        assertThat(as("thanhtra.bo")
                        .submit("/", page + "/roles", role("SYT-12.vanthu", "clerk", ""))
                        .statusCode())
                .isEqualTo(403);
        assertThat(admin.submit(page, page + "/roles/end", Map.of("login", "SYT-12.vanthu", "role", "drafter"))
                        .body())
                .contains("Đã kết thúc vai trò");

        // A clinic stood under one centre until that closed, and has stood under another since.
        for (String unit : List.of("X-90:Trung tâm cũ", "X-91:Phòng khám", "X-92:Trung tâm mới")) {
            organisation.addUnit(new NewUnit(
                    unit.substring(0, 4),
                    unit.substring(5),
                    UnitKind.PROV_CENTER,
                    "12",
                    "SYT-12",
                    "SYT-12",
                    null,
                    null,
                    null,
                    Numbering.register,
                    LocalDate.of(2020, 1, 1),
                    false));
        }
        organisation.relate("X-91", Relation.REPORTS_TO, "X-90", LocalDate.of(2021, 1, 1));
        organisation.relate("X-91", Relation.REPORTS_TO, "X-92", LocalDate.of(2023, 3, 1));
        jdbc.sql("update unit set valid_to = date '2023-03-01' where code = 'X-90'")
                .update();
        assertThat(admin.get("/units/X-90").body())
                .contains("Đơn vị trực thuộc đã chuyển sang:", "href=\"/units/X-92\"")
                .doesNotContain("Giao vai trò</button>");
        assertThat(admin.get("/units/X-92").body()).contains("Tiếp nhận đơn vị trực thuộc từ:", "Trung tâm cũ");
    }

    private static Map<String, String> role(String login, String role, String reason) {
        return Map.of("login", login, "role", role, "title", "", "from", "", "reason", reason);
    }

    private void issueThePlan() {
        complete("chuyenvien.bo", "userTask_draftNationalPlan");
        complete("lanhdao.bo", "userTask_approveNationalPlan");
        complete("vanthu.bo", "userTask_issueNationalPlan");
        Awaitility.await().atMost(2, TimeUnit.MINUTES).until(() -> {
            JsonNode progress = api("quantri").get("/api/v1/plans/1/progress").ok();
            return progress.get("total").asInt() > 0 && progress.get("started").equals(progress.get("total"));
        });
    }

    private static Map<String, String> day(String date, String name) {
        return Map.of("date", date, "works", "false", "name", name, "year", "2023");
    }

    private static Map<String, String> extension(String until, String reason) {
        return Map.of("until", until, "reason", reason);
    }

    private Browser as(String login) {
        return Browser.of(port, login);
    }

    private Api api(String login) {
        return new Api(port, login);
    }

    private void complete(String login, String task) {
        api(login).complete(api(login).task(task), Api.object()).ok();
    }

    private long duty(String unit) {
        return api("quantri")
                .get("/api/v1/obligations?kind=subPlan&unit=" + unit)
                .ok()
                .get("items")
                .get(0)
                .get("id")
                .asLong();
    }

    private String state(long duty) {
        return api("quantri")
                .get("/api/v1/obligations/" + duty)
                .ok()
                .get("state")
                .asText();
    }
}
