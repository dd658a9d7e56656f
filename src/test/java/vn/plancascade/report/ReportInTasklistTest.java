package vn.plancascade.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestPropertySource;
import vn.plancascade.organisation.UnitKind;
import vn.plancascade.support.Api;
import vn.plancascade.support.Browser;
import vn.plancascade.support.Cascade;
import vn.plancascade.support.PageLook;
import vn.plancascade.support.Pictures;
import vn.plancascade.support.PlansByHand;
import vn.plancascade.support.ReportSteps;

/** A unit's report as people write it, in Camunda's Tasklist and on our own page: a field for each indicator of the plan. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "plan-cascade.mail.scheduled=false")
@ActiveProfiles("demo")
@TestPropertySource(
        properties = "spring.datasource.url=jdbc:h2:mem:report-in-tasklist;MODE=PostgreSQL;DB_CLOSE_DELAY=-1")
@DirtiesContext
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportInTasklistTest {

    private static final String UNIT = "CUC-DS";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext beans;

    @Autowired
    JdbcClient jdbc;

    @BeforeAll
    void aPlanWhoseReportsAreOpen() {
        new Cascade(port).awaitSample();
        PlansByHand plans = new PlansByHand(beans);
        plans.reporting(UnitKind.MOH_AGENCY);
        plans.walkTo(OffsetDateTime.parse("2023-06-01T08:00:00+07:00").toInstant());
    }

    @Test
    void aBlockOfCellsFillsTheRowsOfThePageAndWhatFollowsIsToldWithTheSave() {
        String unit = "CUC-QLD";
        String task = new Api(port, unit + ".chuyenvien").task("userTask_draftUnitReport");
        try (Browser browser = new Browser(port)) {
            browser.logIn(unit + ".chuyenvien", "demo");
            browser.driver().get(browser.address("/tasks/" + task));
            browser.script("""
                    const field = document.getElementById('figures.TG01');
                    const cells = (text) => {
                      const data = new DataTransfer();
                      data.setData('text/plain', text);
                      field.dispatchEvent(new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true}));
                    };
                    cells('0\\r\\n8\\r\\n2\\r\\n');
                    cells('TT01\\tSố buổi\\t"1.500"\\nCD02\\tQuy chế\\tCó\\nTG06\\tTỷ lệ\\t99');""");

            browser.await(
                    page -> page.findElement(By.cssSelector(".saved")).getText().startsWith("Đã lưu"));
            browser.await(
                    page -> page.findElement(By.id("figures.TG06")).getText().equals("25"));
            assertThat(browser.find("[data-faults]").getText()).contains("TG06. Tỷ lệ phân loại");
            assertThat(browser.driver().findElement(By.id("figures.TT01")).getDomProperty("value"))
                    .isEqualTo("1.500");
            // Figures have the keys that a phone offers for them, and every fault leads to its field.
            assertThat(browser.driver().findElement(By.id("figures.TG01")).getDomAttribute("inputmode"))
                    .isEqualTo("numeric");
            browser.click("[data-faults] a");
            assertThat(browser.driver().switchTo().activeElement().getDomAttribute("id"))
                    .startsWith("figures.");
            evidence(browser);
            try (PageLook look = new PageLook(browser)) {
                assertThat(look.faults("/tasks/" + task)).isEmpty();
            }
        }
        JsonNode figures = new Api(port, unit + ".chuyenvien").draft(task).get("figures");
        assertThat(figures.get("TT01").decimalValue()).isEqualByComparingTo("1500");
        assertThat(figures.get("TG02").decimalValue()).isEqualByComparingTo("8");
        assertThat(figures.get("CD02").asText()).isEqualTo("true");
        assertThat(figures.has("TG06")).isFalse();
    }

    @Test
    void noWordIsLostWhenASessionEndsTheNetworkIsAwayOrAColleagueWrites() {
        String unit = "CUC-YTDP";
        Api api = new Api(port, unit + ".chuyenvien");
        String task = api.task("userTask_draftUnitReport");
        try (Browser browser = new Browser(port)) {
            browser.logIn(unit + ".chuyenvien", "demo");
            browser.driver().get(browser.address("/tasks/" + task));

            // The session ends: a login opens over the text, and what was typed is saved after it.
            browser.driver().manage().deleteAllCookies();
            type(browser, "Viết khi phiên đã hết");
            browser.await(page ->
                    !page.findElements(By.cssSelector("dialog.login iframe")).isEmpty());
            browser.driver().switchTo().frame(browser.find("dialog.login iframe"));
            browser.find("#username").sendKeys(unit + ".chuyenvien");
            browser.find("#password").sendKeys("demo", Keys.ENTER);
            browser.driver().switchTo().defaultContent();
            browser.await(
                    page -> page.findElements(By.cssSelector("dialog.login")).isEmpty());
            browser.await(page -> saved(api, task).equals("Viết khi phiên đã hết"));

            // No network: it says so, leaving warns, and the text is in the browser when the page is opened again.
            browser.driver().get(browser.address("/tasks/" + task));
            browser.script("window.fetch = () => Promise.reject(new Error('away'));");
            type(browser, "Viết khi mất mạng");
            browser.await(
                    page -> page.findElement(By.cssSelector(".saved")).getText().startsWith("Chưa lưu được"));
            assertThat(browser.script("""
                    const leaving = new Event('beforeunload', {cancelable: true});
                    window.dispatchEvent(leaving);
                    return leaving.defaultPrevented;""")).isEqualTo(true);
            ObjectNode newer = api.draft(task);
            newer.withObject("/narrative").put("situation", "Đồng nghiệp viết");
            api.put("/api/v1/tasks/" + task + "/draft", newer).ok();
            browser.driver().get(browser.address("/tasks/" + task));
            assertThat(situation(browser).getDomProperty("value")).isEqualTo("Đồng nghiệp viết");
            browser.find("main > .notice button").click();
            assertThat(situation(browser).getDomProperty("value")).isEqualTo("Viết khi mất mạng");

            // What a colleague has saved since stands beside it, and nothing was replaced.
            browser.find("button[value=save]:not(.hidden)").click();
            browser.await(
                    page -> !page.findElements(By.cssSelector(".theirs q")).isEmpty());
            assertThat(browser.find(".theirs q").getText()).isEqualTo("Đồng nghiệp viết");
            assertThat(situation(browser).getDomProperty("value")).isEqualTo("Viết khi mất mạng");
            assertThat(saved(api, task)).isEqualTo("Đồng nghiệp viết");

            // Handed in twice while a save is still under way: it is waited for, and nobody is in conflict with
            // herself.
            browser.driver().get(browser.address("/tasks/" + task));
            browser.script("""
                    const real = window.fetch;
                    window.fetch = async (...call) => {
                      await new Promise((done) => { setTimeout(done, 1500); });
                      return real(...call);
                    };""");
            type(browser, "Viết rồi bấm ngay");
            browser.await(
                    page -> page.findElement(By.cssSelector(".saved")).getText().startsWith("Đang lưu"));
            new Actions(browser.driver())
                    .doubleClick(browser.find("button[value=save]:not(.hidden)"))
                    .perform();
            browser.await(
                    page -> !page.findElements(By.cssSelector(".notice.good")).isEmpty());
            assertThat(browser.driver().findElements(By.cssSelector(".theirs"))).isEmpty();
            assertThat(saved(api, task)).isEqualTo("Viết rồi bấm ngay");
        }
    }

    /** A picture at a figure: it stands beside the figure at once, and what is typed stays. */
    private static void evidence(Browser browser) {
        browser.driver().findElement(By.id("narrative.situation")).sendKeys("Đang gõ dở");
        browser.click("#evidence-item option[value=TG01]");
        browser.driver()
                .findElement(By.id("evidence-file"))
                .sendKeys(Pictures.file("minh-chung").toString());
        browser.click("button[form=evidence-add]");
        browser.await(page -> page.findElement(By.cssSelector("[data-evidence-of=TG01] a"))
                .getText()
                .startsWith("minh-chung"));
        assertThat(situation(browser).getDomProperty("value")).isEqualTo("Đang gõ dở");
        browser.await(
                page -> page.findElement(By.cssSelector(".saved")).getText().startsWith("Đã lưu"));
    }

    private static WebElement situation(Browser browser) {
        return browser.driver().findElement(By.id("narrative.situation"));
    }

    private static void type(Browser browser, String text) {
        situation(browser).sendKeys(Keys.chord(Keys.CONTROL, "a"), text);
    }

    private static String saved(Api api, String task) {
        return api.draft(task).at("/narrative/situation").asText();
    }

    @Test
    void theFiguresOfThePlanAreFieldsOfTheFormAndArriveAsTheyWereTyped() {
        Api drafter = new Api(port, UNIT + ".chuyenvien");
        String task = drafter.task("userTask_draftUnitReport");
        JsonNode expected = ReportSteps.filled(3).get("figures");

        try (Browser browser = new Browser(port)) {
            browser.logIn(UNIT + ".chuyenvien", "demo");
            browser.openTask(task);
            browser.click("[ng-click*='claim()']");
            browser.await(page -> browser.fields("TT01.").stream().anyMatch(WebElement::isEnabled));
            for (Map.Entry<String, JsonNode> figure : expected.properties()) {
                if (figure.getValue().isNumber()) {
                    String text = figure.getValue().asText();
                    browser.retype(() -> browser.fields(figure.getKey() + ".").get(0), text);
                }
            }
            List<WebElement> yes = browser.driver().findElements(By.xpath("//label[normalize-space(.)='Có']"));
            assertThat(yes).hasSize(2);
            yes.forEach(browser::click);
            browser.retype(browser.fields("Tình hình").get(0), "Ổn định");
            browser.awaitTaken();
            browser.click("button[ng-click='complete()']");
            browser.await(page -> jdbc.sql("select count(*) from report_version where submitted_by = :login")
                            .param("login", UNIT + ".chuyenvien")
                            .query(Integer.class)
                            .single()
                    == 1);
        }
        jdbc.sql("select code, own from report_figure where code <> 'CD01' and own is not null")
                .query(row -> {
                    JsonNode sent = expected.get(row.getString(1));
                    assertThat(row.getBigDecimal(2))
                            .as(row.getString(1))
                            .isEqualByComparingTo(sent.isBoolean() ? java.math.BigDecimal.ONE : sent.decimalValue());
                });
        assertThat(jdbc.sql("select count(*) from ACT_RU_VARIABLE where NAME_ in ('figures', 'narrative')")
                        .query(Integer.class)
                        .single())
                .isZero();
    }
}
