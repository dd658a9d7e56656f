package vn.plancascade.support;

import java.io.File;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The system's own Chromium, speaking Vietnamese by default, as a user has it in front of Camunda's Tasklist. */
public final class Browser implements AutoCloseable {

    private static final File DRIVER = new File("/usr/bin/chromedriver");

    private final WebDriver driver;
    private final int port;

    public Browser(int port) {
        this(port, "vi-VN");
    }

    /** @param language what the browser itself speaks, and asks for */
    public Browser(int port, String language) {
        this.port = port;
        ChromeOptions options = new ChromeOptions();
        options.addArguments("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--lang=" + language);
        options.addArguments("--disable-background-networking", "--disable-component-update", "--disable-sync");
        options.addArguments("--window-size=1500,900");
        options.setExperimentalOption(
                "prefs", Map.of("intl.accept_languages", language + "," + language.substring(0, 2)));
        ChromeDriverService service =
                new ChromeDriverService.Builder().usingDriverExecutable(DRIVER).build();
        driver = new ChromeDriver(service, options);
    }

    public WebDriver driver() {
        return driver;
    }

    /** Logs in on the one login page, on the way to Tasklist. */
    public void logIn(String login, String password) {
        driver.get(address("/camunda/app/tasklist/default/"));
        driver.findElement(By.id("username")).sendKeys(login);
        driver.findElement(By.id("password")).sendKeys(password, Keys.ENTER);
        await(page -> page.getCurrentUrl().contains("/camunda/app/tasklist/default/"));
    }

    /** Logs in on the way to our own pages, which load much faster than Tasklist. */
    public void enter(String login, String password) {
        driver.get(address("/login"));
        driver.findElement(By.id("username")).sendKeys(login);
        driver.findElement(By.id("password")).sendKeys(password, Keys.ENTER);
        await(page -> !page.getCurrentUrl().contains("/login"));
    }

    /** Opens a task in Tasklist. */
    public void openTask(String task) {
        driver.get(address("/camunda/app/tasklist/default/#/?task=" + task));
        await(page -> !page.findElements(By.cssSelector(".task-details")).isEmpty());
    }

    /**
     * Replaces what a field holds, as a user does who looks at it: a form that still draws itself while one types puts the
     * old text back, until the field has been left.
     */
    public void retype(Supplier<WebElement> field, String text) {
        await(page -> {
            WebElement input = field.get();
            input.sendKeys(Keys.chord(Keys.CONTROL, "a"), text.isEmpty() ? Keys.BACK_SPACE : text, Keys.TAB);
            return text.equals(field.get().getDomProperty("value"));
        });
    }

    public void retype(WebElement input, String text) {
        retype(() -> input, text);
    }

    /** The form takes what was typed a moment later, and then can be saved. */
    public void awaitTaken() {
        await(page -> page.findElement(By.cssSelector("button[ng-click='save($event)']"))
                .isEnabled());
    }

    /** Clicks the first element of the selector that can be clicked, once there is one. */
    public void click(String selector) {
        await(page -> page.findElements(By.cssSelector(selector)).stream().anyMatch(Browser::isReady));
        click(driver.findElements(By.cssSelector(selector)).stream()
                .filter(Browser::isReady)
                .findFirst()
                .orElseThrow());
    }

    /**
     * Brings the element to the middle of the page, away from what floats above its edges, and clicks it once it stands
     * still: a form that still draws itself moves what is below.
     */
    public void click(WebElement element) {
        await(page -> (Boolean) ((JavascriptExecutor) page).executeAsyncScript("""
                const [element, done] = arguments;
                element.scrollIntoView({block: 'center'});
                const box = () => JSON.stringify(element.getBoundingClientRect());
                const before = box();
                setTimeout(() => done(before === box()), 100);""", element));
        element.click();
    }

    private static boolean isReady(WebElement element) {
        return element.isDisplayed() && element.isEnabled();
    }

    public WebElement find(String selector) {
        await(page -> page.findElements(By.cssSelector(selector)).stream().anyMatch(WebElement::isDisplayed));
        return driver.findElements(By.cssSelector(selector)).get(0);
    }

    /** The fields of a Camunda Form that carry this label, from top to bottom. */
    public List<WebElement> fields(String label) {
        By labels = By.xpath("//label[@for][starts-with(normalize-space(.), '" + label + "')]");
        return driver.findElements(labels).stream()
                .map(found -> driver.findElement(By.id(found.getDomAttribute("for"))))
                .toList();
    }

    public boolean await(Function<WebDriver, Boolean> condition) {
        return new WebDriverWait(driver, Duration.ofSeconds(20))
                .pollingEvery(Duration.ofMillis(50))
                .ignoring(StaleElementReferenceException.class)
                .ignoring(NoSuchElementException.class)
                .until(condition);
    }

    public Object script(String source) {
        return ((JavascriptExecutor) driver).executeScript(source);
    }

    public String address(String path) {
        return "http://localhost:" + port + path;
    }

    @Override
    public void close() {
        driver.quit();
    }
}
