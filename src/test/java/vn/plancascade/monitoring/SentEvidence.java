package vn.plancascade.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import vn.plancascade.support.Browser;
import vn.plancascade.support.Pictures;

/** Evidence is sent from a draft's page, and what is being typed there stays. */
final class SentEvidence {

    private static final String ROW = "[id='items[0]'] ";

    private SentEvidence() {}

    static void whileSomethingIsBeingTyped(Browser browser) {
        browser.script("document.querySelector('[name=\"items[0].response\"][value=adopted]').click()");
        browser.driver().findElement(By.name("items[0].activity")).sendKeys("Đang gõ dở");
        browser.click(ROW + ".evidence summary");
        send(browser, ".pdf", "không phải PDF".getBytes(StandardCharsets.UTF_8));
        browser.await(
                page -> page.findElement(By.cssSelector(ROW + ".said .error")).isDisplayed());
        send(browser, ".png", Pictures.png(60, 40));
        WebElement file = browser.find(ROW + ".files a");
        assertThat(file.getText()).startsWith("minh-chung").endsWith(".png");
        assertThat(file.getDomAttribute("href")).contains("/attachments/");
        assertThat(browser.driver().findElement(By.name("items[0].activity")).getDomProperty("value"))
                .endsWith("Đang gõ dở");
        browser.click(ROW + ".files button");
        browser.await(page -> page.findElements(By.cssSelector(ROW + ".files")).isEmpty());
        browser.await(page ->
                page.findElement(By.cssSelector(".bar-bottom .saved")).getText().startsWith("Đã lưu"));
    }

    private static void send(Browser browser, String ending, byte[] content) {
        try {
            Path file = Files.write(Files.createTempFile("minh-chung", ending), content);
            browser.driver()
                    .findElement(By.cssSelector(ROW + "input[type=file]"))
                    .sendKeys(file.toString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        browser.click(ROW + ".evidence .line button");
    }
}
