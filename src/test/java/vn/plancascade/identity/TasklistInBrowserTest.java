package vn.plancascade.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Camunda's Tasklist in the system's own browser, as a drafter meets it. */
@EnabledIf("hasBrowser")
class TasklistInBrowserTest extends RunningApplication {

    private static final java.io.File DRIVER = new java.io.File("/usr/bin/chromedriver");

    private WebDriver browser;

    static boolean hasBrowser() {
        return DRIVER.canExecute();
    }

    @BeforeEach
    void open() {
        ChromeOptions options = new ChromeOptions();
        options.addArguments("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--lang=vi-VN");
        options.addArguments("--window-size=1500,900");
        options.setExperimentalOption("prefs", java.util.Map.of("intl.accept_languages", "vi-VN,vi"));
        ChromeDriverService service =
                new ChromeDriverService.Builder().usingDriverExecutable(DRIVER).build();
        browser = new ChromeDriver(service, options);
    }

    @AfterEach
    void close() {
        browser.quit();
    }

    @Test
    void savedFormIsTheServersDraftAndSubmittingEndsTheTask() {
        String task = task("drafter:UNIT-A");
        logIn(DRAFTER);

        openTask(task);
        click("[ng-click*='claim()']");
        WebElement title = field();
        assertThat(title.getDomProperty("value")).isEqualTo("Kế hoạch");
        retype(title, "Bản nháp");
        click("button[ng-click='save($event)']");
        await(driver -> read(basic(COLLEAGUE)
                        .get("/engine-rest/task/" + task + "/form-variables")
                        .body())
                .at("/title/value")
                .asText()
                .equals("Bản nháp"));
        assertThat(script("return Object.keys(localStorage).filter(k => k.startsWith('camunda-form:')).length"))
                .isEqualTo(0L);

        // A newer draft is what is shown, whatever an earlier version of Tasklist has left in this browser.
        basic(DRAFTER)
                .send("PUT", "/engine-rest/task/" + task + "/draft", "{\"title\":\"Bản mới hơn\"}", "application/json");
        script("localStorage['camunda-form:" + task + "'] = '{\"title\":\"Bản cũ\"}'");
        browser.navigate().refresh();
        assertThat(await(driver -> field().getDomProperty("value").equals("Bản mới hơn")))
                .isTrue();

        retype(field(), "Bản cuối");
        awaitTaken();
        click("button[ng-click='complete()']");
        await(driver -> tasks.createTaskQuery().taskId(task).count() == 0);
        assertThat(DutyForm.completedWith.get("title").asText()).isEqualTo("Bản cuối");
    }

    @Test
    void refusedSubmissionTellsWhyInVietnamese() {
        String task = task("drafter:UNIT-A");
        logIn(DRAFTER);

        openTask(task);
        click("[ng-click*='claim()']");
        retype(field(), "");
        awaitTaken();
        click("button[ng-click='complete()']");

        await(driver -> driver.findElement(By.cssSelector(".page-notifications"))
                .getText()
                .contains("Không được để trống"));
        assertThat(tasks.createTaskQuery().taskId(task).count()).isEqualTo(1);
    }

    @Test
    void tasklistSpeaksVietnameseAndSigningOutLeadsToTheOneLogin() {
        logIn(DRAFTER);

        await(driver -> driver.findElement(By.tagName("body")).getText().contains("Việc của tôi"));
        assertThat(browser.findElement(By.tagName("body")).getText()).contains("Quá hạn", "Nguyễn Văn An");
        script("document.querySelector('[ng-click=\"logout()\"]').click()");

        await(driver -> driver.getCurrentUrl().endsWith("/login"));
        browser.get(address("/camunda/app/tasklist/default/"));
        assertThat(browser.getCurrentUrl()).endsWith("/login");
    }

    @Test
    void administratorLooksIntoCockpit() {
        task("drafter:UNIT-A");
        logIn(ADMINISTRATOR);

        browser.get(address("/camunda/app/cockpit/default/#/processes"));

        await(driver -> driver.findElement(By.tagName("body")).getText().contains("identityDuty"));
        assertThat(browser.findElements(By.cssSelector(".page-notifications .alert-danger")))
                .isEmpty();
    }

    @Test
    void loginFitsAPhone() {
        browser.manage().window().setSize(new Dimension(500, 800));
        browser.get(address("/login"));

        assertThat(script("return document.documentElement.scrollWidth <= window.innerWidth"))
                .isEqualTo(true);
        for (WebElement input : browser.findElements(By.cssSelector("input:not([type=hidden])"))) {
            assertThat(browser.findElements(By.cssSelector("label[for=" + input.getDomAttribute("id") + "]")))
                    .hasSize(1);
        }
        assertThat(browser.findElement(By.tagName("html")).getDomAttribute("lang"))
                .isEqualTo("vi");
    }

    private void logIn(String login) {
        browser.get(address("/camunda/app/tasklist/default/"));
        browser.findElement(By.id("username")).sendKeys(login);
        browser.findElement(By.id("password")).sendKeys(PASSWORD, Keys.ENTER);
        await(driver -> driver.getCurrentUrl().contains("/camunda/app/tasklist/default/"));
    }

    private void openTask(String task) {
        browser.get(address("/camunda/app/tasklist/default/#/?task=" + task));
        await(driver -> !driver.findElements(By.cssSelector(".task-details")).isEmpty());
    }

    private WebElement field() {
        return find(".fjs-container input[type=text]");
    }

    private void retype(WebElement input, String text) {
        input.sendKeys(Keys.chord(Keys.CONTROL, "a"), Keys.BACK_SPACE);
        input.sendKeys(text);
        input.sendKeys(Keys.TAB);
    }

    /** The form takes what was typed a moment later, and then can be saved. */
    private void awaitTaken() {
        await(driver -> driver.findElement(By.cssSelector("button[ng-click='save($event)']"))
                .isEnabled());
    }

    private void click(String selector) {
        await(driver -> driver.findElements(By.cssSelector(selector)).stream()
                .anyMatch(element -> element.isDisplayed() && element.isEnabled()));
        browser.findElements(By.cssSelector(selector)).stream()
                .filter(element -> element.isDisplayed() && element.isEnabled())
                .findFirst()
                .orElseThrow()
                .click();
    }

    private WebElement find(String selector) {
        await(driver -> driver.findElements(By.cssSelector(selector)).stream().anyMatch(WebElement::isDisplayed));
        List<WebElement> found = browser.findElements(By.cssSelector(selector));
        return found.get(0);
    }

    private boolean await(Function<WebDriver, Boolean> condition) {
        return new WebDriverWait(browser, Duration.ofSeconds(20))
                .ignoring(org.openqa.selenium.StaleElementReferenceException.class)
                .ignoring(org.openqa.selenium.NoSuchElementException.class)
                .until(condition);
    }

    private Object script(String source) {
        return ((JavascriptExecutor) browser).executeScript(source);
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }
}
