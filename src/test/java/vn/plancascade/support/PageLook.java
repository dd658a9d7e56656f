package vn.plancascade.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.springframework.core.io.ClassPathResource;

/** One person in a real browser, who looks at pages on a desk and on a phone. */
public final class PageLook implements AutoCloseable {

    public static final int DESK = 1400;
    public static final int PHONE = 360;

    /** Bytes that come over the network on a first visit: pages of tasks, and all others. */
    private static final long TASK_WEIGHT = 250 * 1024;

    private static final long PAGE_WEIGHT = 120 * 1024;

    private static final int HEADER = 60;
    /** Fifty of them are to be read with a thumb. */
    private static final int LINE = 320;

    /** The innermost element that reaches farthest to the right. */
    private static final String WIDEST =
            "return [...document.querySelectorAll('body *')].map(one => [one.getBoundingClientRect().right, one])"
                    + ".sort((a, b) => a[0] - b[0]).pop()[1].outerHTML.slice(0, 300)";

    private static final String AXE = read("axe.min.js");

    private final Browser browser;

    public PageLook(int port) {
        this(new Browser(port));
    }

    /** Looks at pages as whoever has logged in there. */
    public PageLook(Browser browser) {
        this.browser = browser;
    }

    /** Goes on as somebody else; as nobody where the login is empty. */
    public void as(String login) {
        browser.driver().get(browser.address("/login"));
        browser.driver().manage().deleteAllCookies();
        if (!login.isEmpty()) {
            browser.enter(login, "demo");
        }
    }

    public Browser browser() {
        return browser;
    }

    /** What is wrong with a page that is opened on a phone and then has a desk's room, in words; empty where nothing is. */
    public List<String> faults(String path) {
        browser.driver().manage().logs().get(LogType.BROWSER);
        width(PHONE);
        chrome().executeCdpCommand("Network.clearBrowserCache", Map.of());
        browser.driver().get(browser.address(path));
        return faultsHere(path);
    }

    /** The same of the page that is open. */
    public List<String> faultsHere(String path) {
        List<String> faults = new ArrayList<>();
        width(PHONE);
        browser.script(AXE);
        weighed().ifPresent(weight -> faults.add(path + " " + weight));
        for (int width : new int[] {PHONE, DESK}) {
            width(width);
            String where = path + " at " + width + " px: ";
            barriers().forEach(barrier -> faults.add(where + barrier));
            Object wide = browser.script("return document.documentElement.scrollWidth");
            if (((Number) wide).intValue() > width) {
                faults.add(where + "is " + wide + " px wide: " + browser.script(WIDEST));
            }
            if (width == DESK) {
                Object moved = browser.script(
                        "return [...document.querySelectorAll('td, th')].filter(cell => cell.offsetParent"
                                + " && getComputedStyle(cell.parentElement).display === 'table-row'"
                                + " && getComputedStyle(cell).display !== 'table-cell').length");
                if (((Number) moved).intValue() > 0) {
                    faults.add(where + moved + " cells of tables stand outside their lines");
                }
            }
            if (width == PHONE) {
                Object header =
                        browser.script("return document.querySelector('.top')?.getBoundingClientRect().height ?? 0");
                if (((Number) header).doubleValue() > HEADER) {
                    faults.add(where + "the header is " + header + " px high");
                }
                Object line = browser.script("const lines = [...document.querySelectorAll('.cards.wide tbody tr')];"
                        + " return lines.reduce((sum, line) => sum + line.offsetHeight, 0) / (lines.length || 1)");
                if (((Number) line).doubleValue() > LINE) {
                    faults.add(where + "a line of the list is " + line + " px high");
                }
            }
        }
        browser.driver().manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::getMessage)
                .filter(message -> !message.contains(browser.address(path) + " - Failed to load resource"))
                .map(message -> path + " told the console: " + message)
                .forEach(faults::add);
        return faults;
    }

    public void width(int width) {
        width(width, 1);
    }

    /** @param scale of the dots of a picture to those of the page */
    public void width(int width, double scale) {
        chrome().executeCdpCommand(
                        "Emulation.setDeviceMetricsOverride",
                        Map.of(
                                "width",
                                width,
                                "height",
                                width == PHONE ? 740 : 900,
                                "deviceScaleFactor",
                                scale,
                                "mobile",
                                false));
    }

    private ChromeDriver chrome() {
        return (ChromeDriver) browser.driver();
    }

    @SuppressWarnings("unchecked")
    private List<String> barriers() {
        return (List<String>) ((JavascriptExecutor) browser.driver()).executeAsyncScript("""
                const done = arguments[arguments.length - 1];
                axe.run(document, { resultTypes: ['violations'], preload: false }).then(found => done(found.violations.flatMap(fault =>
                    fault.nodes.map(node => `${fault.id}: ${node.html.slice(0, 200)}`))));""");
    }

    private Optional<String> weighed() {
        long bytes = ((Number) browser.script("""
                return [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
                    .reduce((sum, entry) => sum + entry.transferSize, 0)""")).longValue();
        boolean task = browser.driver().getCurrentUrl().contains("/tasks/");
        return bytes <= (task ? TASK_WEIGHT : PAGE_WEIGHT)
                ? Optional.empty()
                : Optional.of("weighs " + bytes + " bytes");
    }

    private static String read(String resource) {
        try {
            return new ClassPathResource(resource).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    @Override
    public void close() {
        browser.close();
    }
}
