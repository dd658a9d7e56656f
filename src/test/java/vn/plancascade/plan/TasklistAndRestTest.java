package vn.plancascade.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import vn.plancascade.support.Api;
import vn.plancascade.support.Browser;
import vn.plancascade.support.PageLook;
import vn.plancascade.support.PeopleAtWork;

/** One unit works over REST, another in Camunda's Tasklist in a real browser: what is left in the tables is the same. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:tasklist;MODE=PostgreSQL;LOCK_TIMEOUT=10000;DB_CLOSE_DELAY=-1",
            "plan-cascade.mail.scheduled=false"
        })
@ActiveProfiles("demo")
@DirtiesContext
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TasklistAndRestTest {

    private static final String BY_REST = "BVT-27";
    private static final String IN_TASKLIST = "BVT-30";
    private static final String ON_OUR_PAGE = "BVT-31";
    private static final String ACTIVITY = "Ký kế hoạch phối hợp với công an phường";
    private static final String COMMENT = "Đồng ý";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @BeforeAll
    void thePlanIsIssued() {
        Awaitility.await()
                .atMost(2, TimeUnit.MINUTES)
                .until(() -> as(null).get("/actuator/health").status() == 200);
        for (String step : List.of(
                "chuyenvien.bo:userTask_draftNationalPlan",
                "lanhdao.bo:userTask_approveNationalPlan",
                "vanthu.bo:userTask_issueNationalPlan")) {
            Api actor = as(step.substring(0, step.indexOf(':')));
            actor.complete(actor.task(step.substring(step.indexOf(':') + 1)), Api.object())
                    .ok();
        }
        Awaitility.await().atMost(2, TimeUnit.MINUTES).until(() -> {
            JsonNode progress = as("quantri").get("/api/v1/plans/1/progress").ok();
            return progress.get("total").asInt() > 0 && progress.get("started").equals(progress.get("total"));
        });
    }

    @Test
    void formsAndAnswersSpeakThePersonsLanguage() {
        Api drafter = as("SYT-27.chuyenvien");
        String form = "/engine-rest/task/" + drafter.task("userTask_draftSubPlan") + "/deployed-form";
        assertThat(drafter.get(form).body()).contains("Tên kế hoạch").doesNotContain("Title of the plan");
        assertThat(drafter.get("/api/v1/tasks/x").body()).contains("Không");

        jdbc.sql("update person set locale = 'en' where login = 'SYT-27.chuyenvien'")
                .update();
        JsonNode components = drafter.get(form).ok().get("components");
        assertThat(components.get(0).get("text").asText())
                .startsWith("The draft document")
                .contains("/document?format=pdf");
        assertThat(components.get(1).get("label").asText()).isEqualTo("Title of the plan");
        assertThat(drafter.get(form).body()).doesNotContain("Nhiệm vụ");
        assertThat(drafter.get("/api/v1/tasks/x").body()).doesNotContain("Không");
    }

    @Test
    void theSameStepsLeaveTheSameRows() {
        overRest();
        inTasklist();
        onOurPage();

        for (String table : List.of(
                "select state, times_returned, document_number, document_date, reason, form from obligation o",
                "select e.event, e.detail from obligation_event e join obligation o on o.id = e.obligation_id",
                "select r.round, r.decision, r.remark from approval_round r"
                        + " join obligation o on r.subject = 'subPlan:' || cast(o.id as varchar)",
                "select n.rung, n.occurrence from notice n join obligation o on o.id = n.obligation_id",
                "select t.TASK_DEF_KEY_, t.DELETE_REASON_ from ACT_HI_TASKINST t"
                        + " join obligation o on o.process_instance_id = t.PROC_INST_ID_",
                "select v.NAME_, v.TEXT_ from ACT_HI_VARINST v"
                        + " join obligation o on o.process_instance_id = v.PROC_INST_ID_",
                "select p.STATE_, p.END_ACT_ID_ from ACT_HI_PROCINST p"
                        + " join obligation o on o.process_instance_id = p.ID_")) {
            assertThat(rows(table, IN_TASKLIST)).as(table).containsExactlyInAnyOrderElementsOf(rows(table, BY_REST));
            assertThat(rows(table, ON_OUR_PAGE)).as(table).containsExactlyInAnyOrderElementsOf(rows(table, BY_REST));
        }
        assertThat(content(IN_TASKLIST)).isEqualTo(content(BY_REST)).contains(ACTIVITY);
        assertThat(content(ON_OUR_PAGE)).isEqualTo(content(BY_REST));
        assertThat(jdbc.sql("select count(*) from task_draft")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private void overRest() {
        Api drafter = as(BY_REST + ".chuyenvien");
        String task = drafter.task("userTask_draftSubPlan");
        ObjectNode draft = drafter.draft(task);
        draft.get("items")
                .forEach(item -> ((ObjectNode) item).put("response", "adopted").put("activity", ACTIVITY));
        drafter.complete(task, draft).ok();
        Api head = as(BY_REST + ".thutruong");
        head.complete(
                        head.task("userTask_approveSubPlan"),
                        Api.object().put("decision", "approve").put("comment", COMMENT))
                .ok();
        Api clerk = as(BY_REST + ".vanthu");
        clerk.complete(clerk.task("userTask_issueSubPlan"), Api.object().put("documentNumber", "9/KH-BV"))
                .ok();
    }

    private void inTasklist() {
        try (Browser browser = open(IN_TASKLIST + ".chuyenvien", "userTask_draftSubPlan")) {
            int items = browser.fields("Mục").size();
            assertThat(items).isGreaterThan(5);
            for (int i = 0; i < items; i++) {
                List<WebElement> adopt =
                        browser.driver().findElements(By.xpath("//label[normalize-space(.)='Thực hiện']"));
                browser.click(adopt.get(i));
                int shown = i + 1;
                browser.await(page -> browser.fields("Hoạt động").size() == shown);
                browser.retype(browser.fields("Hoạt động").get(i), ACTIVITY);
            }
            complete(browser);
        }
        try (Browser browser = open(IN_TASKLIST + ".thutruong", "userTask_approveSubPlan")) {
            assertThat(browser.driver()
                            .findElement(By.cssSelector(".fjs-container"))
                            .getText())
                    .contains(ACTIVITY);
            browser.click(browser.driver().findElement(By.xpath("//label[normalize-space(.)='Duyệt']")));
            browser.retype(
                    browser.fields("Ghi chú").get(browser.fields("Ghi chú").size() - 1), COMMENT);
            complete(browser);
        }
        try (Browser browser = open(IN_TASKLIST + ".vanthu", "userTask_issueSubPlan")) {
            browser.retype(browser.fields("Số, ký hiệu").get(0), "9/KH-BV");
            complete(browser);
        }
    }

    private void onOurPage() {
        try (PeopleAtWork people = new PeopleAtWork(port, "vi-VN")) {
            String drafting = as(ON_OUR_PAGE + ".chuyenvien").task("userTask_draftSubPlan");
            people.as(ON_OUR_PAGE + ".chuyenvien", PageLook.DESK);
            people.open(drafting);
            int items = people.browser()
                    .driver()
                    .findElements(By.cssSelector(".editor-list li"))
                    .size();
            for (int i = 0; i < items; i++) {
                people.click(".editor-list li:nth-child(" + (i + 1) + ") a");
                people.click("[name='items[" + i + "].response'][value=adopted]");
                people.type("items[" + i + "].activity", ACTIVITY);
            }
            people.press("button.strong[value=complete]");
            people.as(ON_OUR_PAGE + ".thutruong", PageLook.PHONE);
            people.open(as(ON_OUR_PAGE + ".thutruong").task("userTask_approveSubPlan"));
            assertThat(people.text()).contains(ACTIVITY);
            people.click("details.return > summary");
            people.type("comment", COMMENT);
            people.press(".approve");
            people.as(ON_OUR_PAGE + ".vanthu", PageLook.DESK);
            people.open(as(ON_OUR_PAGE + ".vanthu").task("userTask_issueSubPlan"));
            people.type("documentNumber", "9/KH-BV");
            people.press("button.strong[value=complete]");
        }
    }

    private Browser open(String login, String key) {
        String task = as(login).task(key);
        Browser browser = new Browser(port);
        browser.logIn(login, "demo");
        browser.openTask(task);
        browser.click("[ng-click*='claim()']");
        browser.await(page ->
                page
                        .findElements(By.cssSelector(".fjs-container input:enabled, .fjs-container textarea:enabled"))
                        .stream()
                        .anyMatch(WebElement::isDisplayed));
        return browser;
    }

    private void complete(Browser browser) {
        browser.awaitTaken();
        String url = browser.driver().getCurrentUrl();
        String task = url.replaceAll(".*[?&]task=([^&]+).*", "$1");
        browser.click("button[ng-click='complete()']");
        browser.await(page -> jdbc.sql("select count(*) from ACT_RU_TASK where ID_ = :id")
                        .param("id", task)
                        .query(Integer.class)
                        .single()
                == 0);
    }

    private List<Map<String, Object>> rows(String select, String unit) {
        return jdbc
                .sql(select + " where o.kind = 'subPlan' and o.unit_code = :unit")
                .param("unit", unit)
                .query()
                .listOfRows()
                .stream()
                .map(row -> {
                    row.replaceAll(
                            (column, value) -> value instanceof String text ? text.replace(unit, "UNIT") : value);
                    return row;
                })
                .toList();
    }

    private String content(String unit) {
        return jdbc.sql("""
                        select r.content from approval_round r
                        join obligation o on r.subject = 'subPlan:' || cast(o.id as varchar) where o.unit_code = :unit""").param("unit", unit).query(String.class).single().replaceAll("\"title\":\"[^\"]*\"", "");
    }

    private Api as(String login) {
        return new Api(port, login);
    }
}
