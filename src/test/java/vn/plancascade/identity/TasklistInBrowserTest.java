package vn.plancascade.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import vn.plancascade.support.Browser;

/** Camunda's Tasklist in the system's own browser, as a drafter meets it. */
class TasklistInBrowserTest extends RunningApplication {

    private Browser browser;

    @BeforeEach
    void open() {
        browser = new Browser(port);
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void savedFormIsTheServersDraftLeavingUnsavedTextAsksAndSubmittingEndsTheTask() {
        task("drafter:UNIT-A");
        String task = task("drafter:UNIT-A");
        logIn(DRAFTER);

        browser.openTask(task);
        browser.click("[ng-click*='claim()']");
        WebElement title = field();
        assertThat(title.getDomProperty("value")).isEqualTo("Kế hoạch");
        browser.retype(this::field, "Bản nháp");
        browser.await(driver -> asksBeforeLeaving());
        assertThat(browser.script("""
                window.confirm = question => { window.asked = question; return false; };
                document.querySelector('.tasks-list .task:not(.active) .clickable').click();
                return window.asked;""")).asString().contains("chưa được lưu");
        assertThat(browser.driver().getCurrentUrl()).contains(task);
        assertThat(field().getDomProperty("value")).isEqualTo("Bản nháp");
        browser.click("button[ng-click='save($event)']");
        browser.await(driver -> read(basic(COLLEAGUE)
                        .get("/engine-rest/task/" + task + "/form-variables")
                        .body())
                .at("/title/value")
                .asText()
                .equals("Bản nháp"));
        browser.await(driver -> !asksBeforeLeaving());
        assertThat(browser.script("return Object.keys(localStorage).filter(k => k.startsWith('camunda-form:')).length"))
                .isEqualTo(0L);

        // A newer draft is what is shown, whatever an earlier version of Tasklist has left in this browser.
        basic(DRAFTER)
                .send("PUT", "/engine-rest/task/" + task + "/draft", "{\"title\":\"Bản mới hơn\"}", "application/json");
        browser.script("localStorage['camunda-form:" + task + "'] = '{\"title\":\"Bản cũ\"}'");
        browser.driver().navigate().refresh();
        assertThat(browser.await(driver -> field().getDomProperty("value").equals("Bản mới hơn")))
                .isTrue();

        browser.retype(this::field, "Bản cuối");
        browser.awaitTaken();
        browser.click("button[ng-click='complete()']");
        browser.await(driver -> tasks.createTaskQuery().taskId(task).count() == 0);
        assertThat(DutyForm.completedWith.get("title").asText()).isEqualTo("Bản cuối");
    }

    @Test
    void refusedSubmissionTellsWhyInVietnamese() {
        String task = task("drafter:UNIT-A");
        logIn(DRAFTER);

        browser.openTask(task);
        browser.click("[ng-click*='claim()']");
        browser.retype(this::field, "");
        browser.awaitTaken();
        browser.click("button[ng-click='complete()']");

        browser.await(driver -> driver.findElement(By.cssSelector(".page-notifications"))
                .getText()
                .contains("Tên kế hoạch: Không được để trống"));
        assertThat(tasks.createTaskQuery().taskId(task).count()).isEqualTo(1);
    }

    @Test
    void tasklistSpeaksVietnameseAndSigningOutLeadsToTheOneLogin() {
        logIn(DRAFTER);

        browser.await(driver -> driver.findElement(By.tagName("body")).getText().contains("Việc của tôi"));
        assertThat(browser.driver().findElement(By.tagName("body")).getText()).contains("Quá hạn", "Nguyễn Văn An");
        browser.script("document.querySelector('[ng-click=\"logout()\"]').click()");

        browser.await(driver -> driver.getCurrentUrl().endsWith("/login"));
        browser.driver().get(browser.address("/camunda/app/tasklist/default/"));
        assertThat(browser.driver().getCurrentUrl()).endsWith("/login");
    }

    @Test
    void aSessionThatEndedOpensALoginOverTheFormAndWhatWasTypedIsSaved() {
        String task = task("drafter:UNIT-A");
        logIn(DRAFTER);
        browser.openTask(task);
        browser.click("[ng-click*='claim()']");
        browser.retype(this::field, "Không mất");
        browser.awaitTaken();
        browser.driver().manage().deleteAllCookies();

        browser.script("document.querySelector(\"button[ng-click='save($event)']\").click()");

        browser.await(driver ->
                !driver.findElements(By.cssSelector("dialog.login iframe")).isEmpty());
        browser.driver().switchTo().frame(browser.driver().findElement(By.cssSelector("dialog.login iframe")));
        browser.await(driver -> driver.findElement(By.id("username")).isDisplayed());
        browser.driver().findElement(By.id("username")).sendKeys(DRAFTER);
        browser.driver().findElement(By.id("password")).sendKeys(PASSWORD, Keys.ENTER);
        browser.driver().switchTo().defaultContent();
        browser.await(
                driver -> driver.findElements(By.cssSelector("dialog.login")).isEmpty());
        browser.await(driver -> read(basic(COLLEAGUE)
                        .get("/engine-rest/task/" + task + "/form-variables")
                        .body())
                .at("/title/value")
                .asText()
                .equals("Không mất"));
        assertThat(field().getDomProperty("value")).isEqualTo("Không mất");
    }

    @Test
    void aRefusedSaveIsSaidInThePageAndWhatAColleagueSavedStays() {
        String task = task("drafter:UNIT-A");
        logIn(DRAFTER);
        browser.openTask(task);
        browser.click("[ng-click*='claim()']");
        browser.await(driver -> field().isEnabled());
        tasks.setAssignee(task, null);
        basic(COLLEAGUE)
                .send("PUT", "/engine-rest/task/" + task + "/draft", "{\"title\":\"Của Bình\"}", "application/json");

        browser.retype(this::field, "Của An");
        browser.awaitTaken();
        browser.script("document.querySelector(\"button[ng-click='save($event)']\").click()");

        browser.await(driver -> driver.findElement(By.cssSelector(".page-notifications"))
                .getText()
                .contains("Chưa lưu được bản nháp"));
        assertThat(read(basic(COLLEAGUE)
                                .get("/engine-rest/task/" + task + "/form-variables")
                                .body())
                        .at("/title/value")
                        .asText())
                .isEqualTo("Của Bình");
    }

    @Test
    void tasklistSpeaksTheAccountsLanguageFromTheFirstPictureOnWhateverTheBrowsers() {
        String task = task("drafter:UNIT-A");
        try (Browser english = new Browser(port, "en-US")) {
            english.logIn(DRAFTER, PASSWORD);
            english.openTask(task);
            english.await(driver -> driver.findElements(By.cssSelector(".fjs-container input[type=text]"))
                            .size()
                    == 2);
            assertThat(english.driver().findElement(By.tagName("body")).getText())
                    .contains("Việc của tôi", "Hạn", "Lịch sử và thông tin của việc này")
                    .doesNotContain("Due", "ago", "PLACEHOLDER", "Filter");
            assertThat(english.driver().findElement(By.tagName("html")).getDomAttribute("lang"))
                    .isEqualTo("vi");
            assertThat(english.driver().findElements(By.cssSelector("input[placeholder]")))
                    .extracting(input -> input.getDomProperty("placeholder"))
                    .contains("Lọc công việc")
                    .noneMatch(text -> text.contains("PLACEHOLDER"));
        }
    }

    @Test
    void administratorLooksIntoCockpit() {
        task("drafter:UNIT-A");
        logIn(ADMINISTRATOR);

        browser.driver().get(browser.address("/camunda/app/cockpit/default/#/processes"));

        browser.await(driver -> driver.findElement(By.tagName("body")).getText().contains("identityDuty"));
        assertThat(browser.driver().findElements(By.cssSelector(".page-notifications .alert-danger")))
                .isEmpty();
    }

    @Test
    void loginFitsAPhone() {
        browser.driver().manage().window().setSize(new Dimension(500, 800));
        browser.driver().get(browser.address("/login"));

        assertThat(browser.script("return document.documentElement.scrollWidth <= window.innerWidth"))
                .isEqualTo(true);
        for (WebElement input : browser.driver().findElements(By.cssSelector("input:not([type=hidden])"))) {
            assertThat(browser.driver().findElements(By.cssSelector("label[for=" + input.getDomAttribute("id") + "]")))
                    .hasSize(1);
        }
        assertThat(browser.driver().findElement(By.tagName("html")).getDomAttribute("lang"))
                .isEqualTo("vi");
    }

    private boolean asksBeforeLeaving() {
        return (Boolean) browser.script("""
                const leaving = new Event('beforeunload', { cancelable: true });
                window.dispatchEvent(leaving);
                return leaving.defaultPrevented;""");
    }

    private void logIn(String login) {
        browser.logIn(login, PASSWORD);
    }

    private WebElement field() {
        return browser.find(".fjs-container input[type=text]");
    }
}
