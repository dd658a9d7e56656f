package vn.plancascade.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.plancascade.support.Api;
import vn.plancascade.support.HeldMails;
import vn.plancascade.support.PageLook;
import vn.plancascade.support.PeopleAtWork;

/** An inspector's morning on our pages: the worst ten, three of them extended, others chased, the list taken home, the digest read. */
final class InspectorsAtWork {

    private static final String MINISTRYS = "thanhtra.bo";
    private static final String PROVINCES = "SYT-30.vanthu";

    private final int port;
    private final JdbcClient jdbc;

    InspectorsAtWork(int port, JdbcClient jdbc) {
        this.port = port;
        this.jdbc = jdbc;
    }

    void work() {
        new Api(port, "quantri")
                .post(
                        "/api/v1/people/" + PROVINCES + "/roles",
                        Api.object()
                                .put("unitCode", "SYT-30")
                                .put("role", "inspector")
                                .put("reason", "Theo dõi các đơn vị của Sở"))
                .ok();
        try (PeopleAtWork people = new PeopleAtWork(port, "vi-VN")) {
            morning(people, MINISTRYS, PageLook.DESK, 10);
            morning(people, PROVINCES, PageLook.PHONE, 1);
            people.go("/units");
            assertThat(people.text()).contains("SYT-30").doesNotContain("SYT-01", "Sắp xếp lại");
            theDigest(people);
        }
        for (String login : List.of(MINISTRYS, PROVINCES)) {
            assertThat(jdbc.sql("select count(*) from chasing_letter where created_by = :login")
                            .param("login", login)
                            .query(Integer.class)
                            .single())
                    .as(login)
                    .isOne();
        }
    }

    private void morning(PeopleAtWork people, String login, int width, int atLeast) {
        people.as(login, width);
        people.go("/monitor?plan=1&kind=subPlan");
        List<String> worst =
                people.browser().driver().findElements(By.cssSelector("[aria-labelledby=worst] td.main a")).stream()
                        .map(link -> link.getDomAttribute("href"))
                        .toList();
        assertThat(worst).hasSizeBetween(atLeast, 10);
        for (String duty : worst.subList(0, Math.min(3, worst.size()))) {
            people.go("/monitor?plan=1&kind=subPlan");
            people.press("a[href='" + duty + "']");
            people.type("until", "24/03/2023");
            people.browser()
                    .driver()
                    .findElement(By.cssSelector("form[action$='/extension'] [name=reason]"))
                    .sendKeys("Vừa sáp nhập");
            people.press("form[action$='/extension'] button[type=submit]");
            assertThat(people.text()).contains("Đã gia hạn");
        }
        people.go("/monitor?plan=1&kind=subPlan");
        people.press(".figures .bad a");
        List<WebElement> ticks = people.browser().driver().findElements(By.cssSelector("td.tick input"));
        ticks.stream().limit(2).forEach(people.browser()::click);
        people.click("#action option[value=chase]");
        people.type("reason", "Đã nhắc nhiều lần");
        people.press("form#many button[type=submit]");
        people.press("form[action^='/obligation-actions/'] button[type=submit]");
        Awaitility.await().atMost(1, TimeUnit.MINUTES).until(() -> {
            people.browser().driver().navigate().refresh();
            return people.text().contains("Đã xong");
        });
        people.go("/obligations?overdue=true&kind=subPlan");
        people.browser().find("a[href*='/obligations/export']");
        Browser line = Browser.of(port, login);
        HttpResponse<String> list = line.get("/api/v1/obligations/export?overdue=true&kind=subPlan&format=csv");
        assertThat(list.statusCode()).isEqualTo(200);
        assertThat(list.body()).contains("Đơn vị,", "360/KH-BYT");
    }

    private void theDigest(PeopleAtWork people) {
        HeldMails.release(jdbc, List.of(MINISTRYS));
        people.as(MINISTRYS, PageLook.PHONE);
        Awaitility.await().atMost(1, TimeUnit.MINUTES).until(() -> {
            people.browser().driver().get(people.browser().address("/demo/mails/of?to=thanhtra.bo@mau.example"));
            return people.text().contains("Bản tin sáng");
        });
        people.press("main a[href*='/demo/mails/one']");
    }
}
