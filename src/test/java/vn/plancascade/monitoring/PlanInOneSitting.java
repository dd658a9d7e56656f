package vn.plancascade.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.openqa.selenium.By;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.Select;
import vn.plancascade.support.Api;
import vn.plancascade.support.PageLook;
import vn.plancascade.support.PeopleAtWork;

/** A plan of another topic than the sample's, made on pages alone, section by section, and submitted. */
final class PlanInOneSitting {

    private static final String DRAFTER = "chuyenvien.bo";
    private static final List<String> TASKS = List.of(
            "Rà soát, khắc phục tồn tại về phòng cháy, chữa cháy tại các khoa điều trị, kho dược và nhà để xe",
            "Tập huấn, diễn tập phương án chữa cháy và cứu nạn, cứu hộ",
            "Tuyên truyền kiến thức phòng cháy, chữa cháy");
    private static final Map<String, String> INDICATORS = Map.of(
            "KT01", "Lượt tự kiểm tra",
            "TH01", "Cuộc diễn tập",
            "VC01", "Vụ cháy, sự cố",
            "TT01", "Lượt người được tuyên truyền");

    private final int port;
    private final List<String> faults = new ArrayList<>();

    PlanInOneSitting(int port) {
        this.port = port;
    }

    void make() {
        try (PeopleAtWork drafter = new PeopleAtWork(port, "vi-VN")) {
            drafter.as(DRAFTER, PageLook.DESK);
            drafter.go("/plans/new");
            drafter.type("year", "2023");
            drafter.type("subject", "Bảo đảm an toàn phòng cháy, chữa cháy tại các đơn vị trực thuộc Bộ năm 2023");
            drafter.press("form.panel button[type=submit]");
            String task = drafter.browser().driver().getCurrentUrl().replaceAll(".*/tasks/", "");

            drafter.type("legalBasis", "Luật Phòng cháy và chữa cháy năm 2001, sửa đổi, bổ sung năm 2013");
            drafter.type("objectives", "Không để xảy ra cháy lớn.");
            drafter.browser()
                    .await(page -> page.findElement(By.cssSelector(".sections-preview .paper"))
                            .getText()
                            .contains("Không để xảy ra cháy lớn."));
            choose(drafter, "signatory", "lanhdao.bo");
            to(drafter, "tasks");
            for (int i = 0; i < TASKS.size(); i++) {
                drafter.press(i == 0 ? "button[value='add:tasks']" : "button[value='add:tasks[" + (i - 1) + "]']");
                drafter.type("tasks[" + i + "].no", Integer.toString(i + 1));
                drafter.type("tasks[" + i + "].title", TASKS.get(i));
                drafter.click("[name='tasks[" + i + "].kinds'][value=MOH_FACILITY]");
            }
            look(drafter);
            to(drafter, "organisation");
            drafter.type("budget", "Từ nguồn kinh phí thường xuyên của đơn vị.");
            drafter.type("headings.objectives", "MỤC TIÊU, YÊU CẦU");
            to(drafter, "deadlines");
            drafter.press("button[value='make:deadline.10']");
            drafter.press("button[value='add:duties']");
            choose(drafter, "duties[0].kind", "MOH_FACILITY");
            drafter.click("[id='duties[0].subPlan']");
            drafter.click("[id='duties[0].periodic']");
            to(drafter, "reports");
            drafter.press("button[value='make:periods.monthly']");
            look(drafter);
            to(drafter, "indicators");
            int n = 0;
            for (String code : INDICATORS.keySet()) {
                drafter.press(
                        n == 0 ? "button[value='add:indicators']" : "button[value='add:indicators[" + (n - 1) + "]']");
                String indicator = "indicators[" + n++ + "].";
                drafter.type(indicator + "code", code);
                drafter.type(indicator + "label", INDICATORS.get(code));
                drafter.type(indicator + "unit", "lượt");
                drafter.click("[name='" + indicator + "taskNos'][value='1']");
            }
            drafter.press("button[value='add:indicators[3].checks']");
            choose(drafter, "indicators[3].checks[0].op", "lastYear");
            drafter.type("indicators[3].checks[0].factor", "3");
            look(drafter);
            to(drafter, "recipients");
            choose(drafter, "focalUnit", "VPB");
            // Where the plan is sent to was forgotten, and the page says so.
            drafter.click(".bar-bottom button[value=complete]");
            drafter.browser()
                    .await(page -> !page.findElements(By.cssSelector("#problem a[href$='#recipients']"))
                            .isEmpty());
            drafter.browser().driver().manage().logs().get(LogType.BROWSER);
            drafter.type("recipients", "Các đơn vị trực thuộc Bộ (để thực hiện)");
            drafter.press(".bar-bottom button[value=complete]");
            drafter.reads("page.task.did.userTask_draftNationalPlan");
            assertThat(faults).isEmpty();
            isSubmitted(task);
        }
    }

    private void isSubmitted(String task) {
        Api drafter = new Api(port, DRAFTER);
        JsonNode plan = drafter.get("/api/v1/plans?size=200")
                .ok()
                .get("items")
                .valueStream()
                .filter(one -> one.toString().contains("phòng cháy, chữa cháy tại các đơn vị trực thuộc"))
                .findFirst()
                .orElseThrow();
        JsonNode content =
                drafter.get("/api/v1/plans/" + plan.get("id").asLong()).ok().get("content");
        assertThat(content.get("tasks").findValuesAsText("title")).isEqualTo(TASKS);
        assertThat(content.get("indicators").findValuesAsText("code"))
                .containsExactlyInAnyOrderElementsOf(INDICATORS.keySet());
        // Months that had passed by the demo's clock are left out.
        List<String> periods = content.get("reportCalendar").findValuesAsText("period");
        int first = Integer.parseInt(periods.get(0).substring("2023-M".length()));
        assertThat(first).isIn(3, 4);
        assertThat(periods)
                .containsExactlyElementsOf(IntStream.rangeClosed(first, 12)
                        .mapToObj("2023-M%02d"::formatted)
                        .toList());
        assertThat(content.at("/reportCalendar/0/dataFrom").asText()).isEqualTo("2023-%02d-15".formatted(first - 1));
        assertThat(content.get("subPlanDeadline").asText()).isEqualTo(first == 3 ? "2023-03-31" : "2023-04-04");
        assertThat(content.at("/headings/objectives").asText()).isEqualTo("MỤC TIÊU, YÊU CẦU");
        assertThat(content.get("focalUnit").asText()).isEqualTo("VPB");
        assertThat(content.at("/indicators/3/checks/0/op").asText()).isEqualTo("lastYear");
        assertThat(content.at("/indicators/0/computed").isNull()).isTrue();
        assertThat(drafter.get("/api/v1/tasks/" + task).status()).isIn(404, 409);
    }

    /** The same sections in a browser without scripts: rows move, two who write at once are told, and nothing is lost. */
    void withoutScripts() {
        Browser drafter = Browser.of(port, DRAFTER);
        HttpResponse<String> begun =
                drafter.submit("/plans/new", "/plans", Map.of("year", "2023", "subject", "Tiết kiệm điện năm 2023"));
        String page = begun.uri().getPath();
        assertThat(page).startsWith("/tasks/");
        String tasks = page + "?section=tasks";
        for (int i = 0; i < 2; i++) {
            drafter.submit(tasks, page, Map.of("section", "tasks", "step", "add:tasks"));
            drafter.submit(
                    tasks,
                    page,
                    Map.of(
                            "section",
                            "tasks",
                            "row",
                            "" + i,
                            "tasks[" + i + "].no",
                            "" + (i + 1),
                            "tasks[" + i + "].title",
                            "Việc " + (i + 1),
                            "step",
                            "save"));
        }
        assertThat(drafter.submit(tasks, page, Map.of("section", "tasks", "step", "up:tasks[1]"))
                        .body())
                .containsSubsequence("Việc 2", "Việc 1");
        assertThat(drafter.submit(tasks, page, Map.of("section", "tasks", "step", "add:tasks[0]"))
                        .body())
                .contains("Nhiệm vụ mới", "name=\"tasks[1].no\"");
        assertThat(drafter.submit(tasks, page, Map.of("section", "tasks", "row", "1", "step", "remove:tasks[1]"))
                        .body())
                .containsSubsequence("Việc 2", "Việc 1")
                .doesNotContain("Dòng 2");

        HttpResponse<String> stale = drafter.submit(
                page,
                page,
                Map.of("section", "document", "version", "1", "objectives", "Giảm 10%", "step", "go:tasks"));
        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(stale.body()).contains("Dự thảo đã được người khác lưu", "Giảm 10%");

        HttpResponse<String> wrong = drafter.submit(
                page, page, Map.of("section", "document", "objectives", "Giảm 10% điện năng", "step", "complete"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("section=tasks&amp;row=0#tasks[0].kinds", "section=recipients#recipients");
        assertThat(drafter.get(page).body()).contains("Giảm 10% điện năng");

        HttpResponse<String> early = drafter.submit(
                page, page, Map.of("section", "deadlines", "subPlanDeadline", "16/03/2023", "step", "save"));
        assertThat(early.body())
                .contains("không còn ngày nào để thực hiện", "make:deadline.5")
                // The day goes by the demo's clock.
                .containsPattern("5 ngày làm việc sau khi ban hành \\(\\d{1,2}/\\d/2023\\)");
        assertThat(drafter.get(page + "?section=khac").statusCode()).isEqualTo(404);
        assertThat(drafter.submit(page, page, Map.of("step", "go:khac")).statusCode())
                .isEqualTo(422);
        assertThat(drafter.submit(page, page, Map.of("step", "make:mua")).statusCode())
                .isEqualTo(422);
        for (String list : List.of("duties", "reportCalendar", "indicators", "assignments", "stepTargets")) {
            drafter.submit(page, page, Map.of("step", "add:" + list));
            assertThat(drafter.get(page + "/preview").statusCode())
                    .as("the document of a draft with a blank row in " + list)
                    .isEqualTo(200);
        }
        assertThat(drafter.get(page).statusCode()).isEqualTo(200);
        isGivenUp(drafter, page);
    }

    private void isGivenUp(Browser drafter, String page) {
        long plan = new Api(port, DRAFTER)
                .get("/api/v1/plans?size=200")
                .ok()
                .get("items")
                .valueStream()
                .filter(one -> one.get("subject").asText().startsWith("Tiết kiệm điện"))
                .findFirst()
                .orElseThrow()
                .get("id")
                .asLong();
        drafter.submit("/plans/" + plan, "/plans/" + plan + "/discard", Map.of());
        assertThat(drafter.get("/plans/" + plan).statusCode()).isEqualTo(404);
        assertThat(drafter.get(page).statusCode()).isIn(404, 409);
    }

    private void look(PeopleAtWork drafter) {
        String path = drafter.browser().driver().getCurrentUrl().replaceAll("^https?://[^/]+", "");
        faults.addAll(drafter.look().faultsHere(path));
    }

    private static void to(PeopleAtWork drafter, String section) {
        drafter.press(".sections-wide button[value='go:" + section + "']");
    }

    private static void choose(PeopleAtWork drafter, String name, String value) {
        new Select(drafter.browser().driver().findElement(By.name(name))).selectByValue(value);
    }
}
