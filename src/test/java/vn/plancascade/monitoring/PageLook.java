package vn.plancascade.monitoring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.springframework.core.io.ClassPathResource;
import vn.plancascade.support.Browser;

/** One person in a real browser, who looks at pages on a desk and on a phone. */
final class PageLook implements AutoCloseable {

    static final int DESK = 1400;
    static final int PHONE = 360;

    /** Bytes that come over the network on a first visit: pages of tasks, and all others. */
    private static final long TASK_WEIGHT = 250 * 1024;

    private static final long PAGE_WEIGHT = 120 * 1024;

    private static final int HEADER = 56;

    private static final String AXE = read("axe.min.js");

    private final Browser browser;

    PageLook(int port, String login) {
        browser = new Browser(port);
        if (login != null) {
            browser.driver().get(browser.address("/login"));
            browser.driver().findElement(By.id("username")).sendKeys(login);
            browser.driver().findElement(By.id("password")).sendKeys("demo", Keys.ENTER);
            browser.await(page -> !page.getCurrentUrl().contains("/login"));
        }
    }

    Browser browser() {
        return browser;
    }

    /** What is wrong with a page at both widths, in words; empty where nothing is. */
    List<String> faults(String path) {
        List<String> faults = new ArrayList<>();
        browser.driver().manage().logs().get(LogType.BROWSER);
        for (int width : new int[] {DESK, PHONE}) {
            width(width);
            chrome().executeCdpCommand("Network.clearBrowserCache", Map.of());
            browser.driver().get(browser.address(path));
            String where = path + " at " + width + " px: ";
            barriers().forEach(barrier -> faults.add(where + barrier));
            Object wide = browser.script("return document.documentElement.scrollWidth");
            if (((Number) wide).intValue() > width) {
                faults.add(where + "is " + wide + " px wide");
            }
            weighed().ifPresent(weight -> faults.add(where + weight));
            if (width == DESK) {
                Object moved = browser.script(
                        "return [...document.querySelectorAll('td, th')].filter(cell => cell.offsetParent"
                                + " && getComputedStyle(cell).display !== 'table-cell').length");
                if (((Number) moved).intValue() > 0) {
                    faults.add(where + moved + " cells of tables stand outside their lines");
                }
            }
            if (width == PHONE) {
                Object header = browser.script(
                        "return document.querySelector('.top .bar')?.getBoundingClientRect().height ?? 0");
                if (((Number) header).doubleValue() > HEADER) {
                    faults.add(where + "the header is " + header + " px high");
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

    void width(int width) {
        chrome().executeCdpCommand(
                        "Emulation.setDeviceMetricsOverride",
                        Map.of(
                                "width",
                                width,
                                "height",
                                width == PHONE ? 740 : 900,
                                "deviceScaleFactor",
                                1,
                                "mobile",
                                false));
    }

    private ChromeDriver chrome() {
        return (ChromeDriver) browser.driver();
    }

    @SuppressWarnings("unchecked")
    private List<String> barriers() {
        browser.script(AXE);
        return (List<String>) ((JavascriptExecutor) browser.driver()).executeAsyncScript("""
                const done = arguments[arguments.length - 1];
                axe.run().then(found => done(found.violations.flatMap(fault =>
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
