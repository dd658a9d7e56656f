package vn.plancascade.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogType;

/**
 * People who do their work on our pages in a browser, from the login to the end, one after the other. Each page on the way
 * is looked at: it shows no key, no text that is missing in a language, and tells the console of no error.
 */
public final class PeopleAtWork implements AutoCloseable {

    /** Everybody's computer is an hour fast. */
    private static final String FAST_CLOCK = """
            const Right = Date;
            Date = class extends Right {
              constructor(...given) { super(...(given.length ? given : [Date.now()])); }
              static now() { return Right.now() + 3600000; }
            };""";

    private final Browser browser;
    private final PageLook look;
    private final ResourceBundle texts;

    /** @param language what the browser speaks, and what everybody chooses on the first page after the login */
    public PeopleAtWork(int port, String language) {
        browser = new Browser(port, language);
        look = new PageLook(browser);
        ((ChromeDriver) browser.driver())
                .executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", FAST_CLOCK));
        String bundle = language.startsWith("en") ? "messages_en" : "messages";
        texts = ResourceBundle.getBundle(bundle, Locale.ROOT);
    }

    /** Goes on as somebody, from the login to their own work. */
    public void as(String login, int width) {
        look.as(login);
        look.width(width);
        go("/?lang=" + language());
    }

    /** The words that a page must show, by their keys. */
    public void reads(String... keys) {
        assertThat(text()).contains(Stream.of(keys).map(texts::getString).toList());
    }

    private String language() {
        return texts.getBaseBundleName().endsWith("en") ? "en" : "vi";
    }

    public void go(String path) {
        browser.driver().get(browser.address(path));
        read();
    }

    /** Opens a task from its card. */
    public void open(String task) {
        press("a[href='/tasks/" + task + "']");
        assertThat(browser.driver().getCurrentUrl()).endsWith("/tasks/" + task);
    }

    /** Presses what leads to another page, and looks at that. */
    public void press(String selector) {
        browser.script("document.documentElement.dataset.left = 'no'");
        browser.click(selector);
        browser.await(page -> browser.script("return document.documentElement.dataset.left") == null
                && "complete".equals(browser.script("return document.readyState")));
        read();
    }

    public void click(String selector) {
        browser.click(selector);
    }

    public void type(String name, String text) {
        browser.driver().findElement(By.name(name)).clear();
        browser.driver().findElement(By.name(name)).sendKeys(text);
    }

    /** A login opens over what was typed, and it is saved after that. */
    public void typeAfterTheSessionHasEnded(String name, String text, String login) {
        browser.driver().manage().getCookies().stream()
                .filter(cookie -> !"lang".equals(cookie.getName()))
                .forEach(browser.driver().manage()::deleteCookie);
        type(name, text);
        browser.driver().switchTo().frame(browser.find("dialog.login iframe"));
        browser.find("#username").sendKeys(login);
        browser.find("#password").sendKeys("demo", Keys.ENTER);
        browser.driver().switchTo().defaultContent();
        browser.await(page -> page.findElements(By.cssSelector("dialog.login")).isEmpty()
                && page.findElement(By.cssSelector(".saved")).getText().matches(".*\\d\\d:\\d\\d.*"));
        // The refused save itself is told to the console by the browser.
        browser.driver().manage().logs().get(LogType.BROWSER);
    }

    public Browser browser() {
        return browser;
    }

    public PageLook look() {
        return look;
    }

    public String text() {
        return browser.driver().findElement(By.tagName("main")).getText();
    }

    private void read() {
        assertThat(browser.driver().findElement(By.tagName("html")).getDomAttribute("lang"))
                .as(browser.driver().getCurrentUrl())
                .isEqualTo(language());
        assertThat(browser.driver().findElement(By.tagName("body")).getText())
                .as(browser.driver().getCurrentUrl())
                .doesNotContain("??", "userTask_", "{0}", "items[", "null");
        assertThat(browser.driver().manage().logs().get(LogType.BROWSER).getAll())
                .as(browser.driver().getCurrentUrl())
                .noneMatch(entry -> entry.getLevel().intValue() >= Level.SEVERE.intValue());
    }

    @Override
    public void close() {
        browser.close();
    }
}
