package vn.plancascade.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.support.Api;

/** The demo's own mail server: what is sent can be read, and a moved clock passes through the sending. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:demomail;MODE=PostgreSQL;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000",
            "plan-cascade.mail.scheduled=false"
        })
@ActiveProfiles("demo")
@DirtiesContext
class DemoMailTest {

    private static final String ADDRESS = "syt-01.thutruong@mau.example";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    java.time.Clock clock;

    @BeforeEach
    void sampleIsLoaded() {
        Awaitility.await()
                .atMost(2, TimeUnit.MINUTES)
                .until(() -> new Api(port, null).get("/actuator/health").status() == 200);
    }

    @Test
    void theMovedClockAnswersWhenTheMailsAreOutAndTheyCanBeRead() {
        Api reader = new Api(port, "SYT-01.thutruong");
        assertThat(reader.get("/demo/mail?to=" + ADDRESS).ok()).isEmpty();
        waitingNotice();

        OffsetDateTime target = VietnamTime.offset(clock.instant()).plusHours(2);
        reader.post("/demo/clock", Api.object().put("to", target.toString())).ok();

        JsonNode mails = reader.get("/demo/mail?to=" + ADDRESS).ok();
        assertThat(mails).hasSize(1);
        JsonNode mail = mails.get(0);
        assertThat(mail.get("to").asText()).isEqualTo(ADDRESS);
        assertThat(mail.get("subject").asText()).startsWith("Triển khai Kế hoạch số 360/KH-BYT");
        assertThat(OffsetDateTime.parse(mail.get("date").asText()))
                .isBeforeOrEqualTo(target)
                .isAfter(target.minusHours(3));
        assertThat(mail.get("text").asText()).contains("Kính gửi: Thủ trưởng");
        assertThat(mail.get("html").asText()).contains("/obligations/");
        assertThat(mail.get("attachments")).isEmpty();
        assertThat(reader.get("/demo/mail").ok()).hasSize(1);

        assertThat(reader.get("/demo/mails?address=syt-01").body()).contains(ADDRESS);
        assertThat(reader.get("/demo/mails/of?to=" + ADDRESS).body()).contains("Triển khai Kế hoạch");
        assertThat(reader.get("/demo/mails/one?number=0&to=" + ADDRESS).body())
                .contains("sandbox=\"allow-top-navigation-by-user-activation\"", "src=\"/demo/mails/letter?to=");
        assertThat(reader.get("/demo/mails/letter?number=0&to=" + ADDRESS).body())
                .contains("/obligations/", "<base target=\"_top\">");
        assertThat(reader.get("/demo/mails/one?number=1&to=" + ADDRESS).status())
                .isEqualTo(404);
        assertThat(new Api(port, null).get("/demo/mail").status()).isEqualTo(401);

        assertThat(new Api(port, "quantri")
                        .get("/api/v1/mails?state=sent")
                        .ok()
                        .get("total")
                        .asInt())
                .isEqualTo(1);
        assertThat(reader.get("/api/v1/mails").status()).isEqualTo(403);
        assertThat(reader.post("/api/v1/mails/retry", null).status()).isEqualTo(403);
        assertThat(reader.get("/api/v1/mail-texts").status()).isEqualTo(403);
        assertThat(new Api(port, "quantri")
                        .put(
                                "/api/v1/mail-texts/NEW/vi",
                                Api.object().put("subject", "Kế hoạch {so}").put("opening", "Kính gửi"))
                        .fields())
                .containsExactly("subject");
    }

    private void waitingNotice() {
        OffsetDateTime now = VietnamTime.offset(clock.instant());
        jdbc.sql("""
                        insert into obligation (plan_id, kind, period, unit_code, form, opens_at, original_due_at, due_at, state)
                        values (1, 'subPlan', '2023', 'SYT-01', 'full', :now, :due, :due, 'drafting')""")
                .param("now", now)
                .param("due", OffsetDateTime.parse("2023-03-20T00:00:00+07:00"))
                .update();
        jdbc.sql("""
                        insert into notice (obligation_id, rung, occurrence, recipient, created_at)
                        select o.id, 'NEW', '2023-03-20', 'SYT-01.thutruong', :now from obligation o""").param("now", now).update();
    }
}
