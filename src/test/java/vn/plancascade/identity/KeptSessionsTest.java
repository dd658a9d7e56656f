package vn.plancascade.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.h2.api.Trigger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import vn.plancascade.support.Client;

/** Sessions are rows: who makes one, what is written, and what becomes of one that cannot be read. */
class KeptSessionsTest extends RunningApplication {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JdbcIndexedSessionRepository rows;

    @Test
    void visitorsAndProgramsMakeNoRows() {
        jdbc.sql("delete from web_session").update();

        Client visitor = client();
        visitor.page("/login");
        visitor.page("/obligations?overdue=true");
        visitor.page("/account/forgotten");
        visitor.form("/login", Map.of("username", DRAFTER, "password", "sai"));
        visitor.login(DRAFTER, "sai");
        basic(DRAFTER).get("/api/v1/tasks");
        basic(DRAFTER).with("X-Requested-With", "XMLHttpRequest").get("/api/v1/tasks");
        basic(DRAFTER).get("/engine-rest/task");
        basic(DRAFTER).get("/camunda/api/engine/engine/default/task");
        basic(DRAFTER).page("/camunda/app/tasklist/default/");

        assertThat(jdbc.sql("select count(*) from web_session")
                        .query(Integer.class)
                        .single())
                .isZero();
        session(DRAFTER);
        assertThat(count("web_session", DRAFTER)).isOne();
    }

    @Test
    void whoeverLogsInGoesOnToThePageThatWasAskedFor() {
        Client browser = client();
        browser.page("/account?x=%C4%91");
        assertThat(browser.login(DRAFTER, PASSWORD).headers().firstValue("location"))
                .contains("/account?x=%C4%91");
        assertThat(browser.cookies).containsOnlyKeys("JSESSIONID");

        for (String elsewhere : List.of("aHR0cDovL2V2aWwuZXhhbXBsZS8vZXZpbC5leGFtcGxl", "%%%", "bm93aGVyZQ==")) {
            Client led = client();
            led.cookies.put("REDIRECT_URI", elsewhere);
            assertThat(led.login(DRAFTER, PASSWORD).headers().firstValue("location"))
                    .as(elsewhere)
                    .contains("/");
        }
        Client longWay = client();
        longWay.page("/account?x=" + "x".repeat(3000));
        assertThat(longWay.login(DRAFTER, PASSWORD).headers().firstValue("location"))
                .contains("/");
    }

    @Test
    void aPersonHasABoundedNumberOfSessionsAndTheOldestEnd() {
        List<Client> browsers =
                Stream.generate(() -> session(COLLEAGUE)).limit(4).toList();

        assertThat(browsers)
                .extracting(browser -> browser.get("/api/v1/tasks").statusCode())
                .containsExactly(401, 200, 200, 200);
        assertThat(count("web_session", COLLEAGUE)).isEqualTo(3);
    }

    @Test
    void aSessionThatCannotBeReadAnyMoreIsANewLogin() {
        for (String bytes : List.of("", "00", "aced0005730008756e6b6e6f776e2e4100000000000000010200007870")) {
            Client browser = session(STRANGER);
            browser.page("/account");
            jdbc.sql("update web_session_attributes set attribute_bytes = :bytes where session_primary_id in "
                            + "(select primary_id from web_session where principal_name = :login)")
                    .param("bytes", HexFormat.of().parseHex(bytes))
                    .param("login", STRANGER)
                    .update();

            assertThat(browser.page("/account").headers().firstValue("location"))
                    .contains("/login");
            assertThat(browser.login(STRANGER, PASSWORD).statusCode()).isEqualTo(302);
            assertThat(browser.page("/account").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void anotherAttributeThatCannotBeReadIsMadeAnew() {
        Client browser = webapp(STRANGER);
        jdbc.sql(
                        "update web_session_attributes set attribute_bytes = :bytes where session_primary_id in "
                                + "(select primary_id from web_session where principal_name = :login) and attribute_name <> 'SPRING_SECURITY_CONTEXT'")
                .param("bytes", new byte[] {1, 2, 3})
                .param("login", STRANGER)
                .update();

        assertThat(browser.page("/account").statusCode()).isEqualTo(200);
        assertThat(browser.get("/camunda/api/engine/engine/default/task/count").statusCode())
                .isEqualTo(200);
    }

    @Test
    void oddCookiesAreNobodysSession() {
        for (String id :
                List.of("", "x", "AAAA", "' or 1=1 --", "00000000-0000-0000-0000-000000000000", "x".repeat(3000))) {
            Client browser = client();
            browser.cookies.put("JSESSIONID", id);
            assertThat(browser.get("/api/v1/tasks").statusCode()).as(id).isEqualTo(401);
            browser.cookies.put("JSESSIONID", Base64.getEncoder().encodeToString(id.getBytes(StandardCharsets.UTF_8)));
            assertThat(browser.get("/api/v1/tasks").statusCode()).as(id).isEqualTo(401);
        }
    }

    @Test
    void whatNobodyHasUsedForHalfAnHourIsGone() {
        Client browser = session(DRAFTER);
        assertThat(browser.get("/api/v1/tasks").statusCode()).isEqualTo(200);
        jdbc.sql(
                        "update web_session set last_access_time = last_access_time - 1900000, expiry_time = expiry_time - 1900000 where principal_name = :login")
                .param("login", DRAFTER)
                .update();

        rows.cleanUpExpiredSessions();

        assertThat(count("web_session", DRAFTER)).isZero();
        assertThat(count("web_session_attributes", DRAFTER)).isZero();
        assertThat(browser.get("/api/v1/tasks").statusCode()).isEqualTo(401);
    }

    /** The webapps lay what they know of a person into the session with every request. */
    @Test
    void readingWritesNothingButOnceAMinuteThatTheSessionIsUsed() {
        Client browser = webapp(DRAFTER);
        looksAtEverything(browser);
        for (String table : List.of("web_session", "web_session_attributes")) {
            jdbc.sql("create trigger looks_%s after update, insert, delete on %s call '%s'"
                            .formatted(table, table, Written.class.getName()))
                    .update();
        }
        try {
            lastUsed(600_000);
            Written.TIMES.set(0);
            looksAtEverything(browser);
            looksAtEverything(browser);
            assertThat(Written.TIMES).hasValue(0);

            lastUsed(-120_000);
            Written.TIMES.set(0);
            looksAtEverything(browser);
            looksAtEverything(browser);
            assertThat(Written.TIMES).hasValue(1);
        } finally {
            jdbc.sql("drop trigger looks_web_session").update();
            jdbc.sql("drop trigger looks_web_session_attributes").update();
        }
    }

    private static void looksAtEverything(Client browser) {
        browser.page("/");
        browser.page("/account");
        browser.get("/camunda/api/engine/engine/default/task/count");
        browser.get("/api/v1/tasks");
    }

    private void lastUsed(int millisecondsAfterTheLogin) {
        jdbc.sql("update web_session set last_access_time = creation_time + :after where principal_name = :login")
                .param("after", millisecondsAfterTheLogin)
                .param("login", DRAFTER)
                .update();
    }

    private int count(String table, String login) {
        String sql = table.equals("web_session")
                ? "select count(*) from web_session where principal_name = :login"
                : "select count(*) from web_session_attributes a join web_session s on s.primary_id = a.session_primary_id where s.principal_name = :login";
        return jdbc.sql(sql).param("login", login).query(Integer.class).single();
    }

    /** Counts what is written, as H2 tells it. */
    public static final class Written implements Trigger {

        static final AtomicInteger TIMES = new AtomicInteger();

        @Override
        public void fire(Connection connection, Object[] before, Object[] after) {
            TIMES.incrementAndGet();
        }
    }
}
