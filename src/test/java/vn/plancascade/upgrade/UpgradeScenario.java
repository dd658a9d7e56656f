package vn.plancascade.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import vn.plancascade.engine.MovableClock;
import vn.plancascade.support.Api;
import vn.plancascade.support.Cascade;
import vn.plancascade.support.Client;

/**
 * A database of the version before there were cycles of reports, with a plan in force and its sub-plans under way: Sở Y tế Hà
 * Nội's waits for its head, Xanh Pôn's for its clerk, Bắc Ninh's was returned, CDC Hà Nội's is issued. All of it goes on.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "plan-cascade.mail.scheduled=false")
@ActiveProfiles("demo")
@DirtiesContext
abstract class UpgradeScenario {

    /** The demo's clock goes on while it is down; here it goes on from soon after the last step that was taken. */
    static void clockOfThatDay(Connection connection) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("update public.demo_state set clock_offset_ms = ? where id = 1")) {
            statement.setLong(
                    1,
                    MovableClock.distanceTo(
                            OffsetDateTime.parse("2023-03-16T09:00:00+07:00").toInstant()));
            assertThat(statement.executeUpdate()).isOne();
        }
    }

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ConfigurableApplicationContext application;

    @Test
    void whatIsUnderWayGoesOnAndThePlansReportsOpen() {
        Cascade cascade = new Cascade(port).awaitSample();
        assertThat(cycles()).containsExactly("2023-H1", "2023-Q3", "2023-Y");
        theDutiesKnowWhatTheirUnitsWere();
        assertThat(closings()).as("the end of its year is waited for").isOne();
        long planned = reports("planned");
        assertThat(planned).isPositive();

        cascade.approve("SYT-01");
        cascade.issue("SYT-01", "2023-03-16");
        cascade.issue("BVT-01", "2023-03-16");
        jdbc.sql("""
                        insert into role_assignment (login, unit_code, role, valid_from)
                        values ('SYT-27.vanthu', 'SYT-27', 'reviewer', date '2023-01-01')""").update();
        cascade.submit("SYT-27");
        // A case goes on by the model that it was begun with, which knew no reviewer.
        cascade.approve("SYT-27");
        cascade.issue("SYT-27", "2023-03-16");
        for (String unit : List.of("SYT-01", "BVT-01", "SYT-27", "CDC-01")) {
            assertThat(cascade.duty(unit).get("state").asText()).as(unit).isEqualTo("issued");
            assertThat(documents(cascade, unit)).as(unit).contains("subPlan");
        }

        // The next start finds nothing to make up for.
        ApplicationEventPublisher start = application;
        start.publishEvent(new ApplicationReadyEvent(
                new org.springframework.boot.SpringApplication(), new String[0], application, java.time.Duration.ZERO));
        assertThat(cycles()).containsExactly("2023-H1", "2023-Q3", "2023-Y");
        assertThat(closings()).isOne();

        aPeriodThatNothingOpensIsAFaultThatCanBeMended(cascade);

        cascade.clock("2023-06-02T09:00:00+07:00");
        assertThat(reports("drafting")).isPositive();
        assertThat(cascade.as("CDC-27.chuyenvien").tasks("userTask_draftUnitReport"))
                .isNotEmpty();
    }

    private void aPeriodThatNothingOpensIsAFaultThatCanBeMended(Cascade cascade) {
        Client administrator = new Client(cascade.port());
        administrator.login("quantri", "demo");
        assertThat(administrator.page("/failures").body()).doesNotContain("/failures/periods/retry");
        jdbc.sql("update obligation set period = '2022-Y' where kind = 'reportCycle' and period = '2023-Y'")
                .update();
        HttpResponse<String> fault = administrator.page("/failures");
        assertThat(fault.body()).contains("/failures/periods/retry", "năm 2023");
        administrator.form("/failures/periods/retry", Map.of("_csrf", Client.formToken(fault)));
        assertThat(administrator.page("/failures").body()).doesNotContain("/failures/periods/retry");
        assertThat(cycles()).contains("2023-Y");
    }

    /** Written by no step of this version: what was there before was filled in. */
    private void theDutiesKnowWhatTheirUnitsWere() {
        assertThat(jdbc.sql("select count(*) from obligation where kind = 'subPlan'")
                        .query(Long.class)
                        .single())
                .isPositive();
        assertThat(jdbc.sql("""
                                select count(*) from obligation o join unit u on u.code = o.unit_code
                                join unit_relation r on r.unit_code = u.code and r.relation = 'REPORTS_TO'
                                where o.given_at is null or o.step_since is null or o.given_name <> u.name
                                  or o.given_kind <> u.kind or o.given_superior <> r.superior_code or o.given_name is null
                                  or (o.settled_at is not null) <> (o.settled_name is not null)
                                  or o.step_since < o.given_at""").query(Long.class).single()).isZero();
    }

    private long closings() {
        return application
                .getBean(RuntimeService.class)
                .createProcessInstanceQuery()
                .processDefinitionKey("planClosing")
                .count();
    }

    private List<String> cycles() {
        return jdbc.sql("select period from obligation where kind = 'reportCycle' order by period")
                .query(String.class)
                .list();
    }

    private long reports(String state) {
        return jdbc.sql("select count(*) from obligation where kind = 'unitReport' and state = :state")
                .param("state", state)
                .query(Long.class)
                .single();
    }

    private static List<String> documents(Cascade cascade, String unit) {
        JsonNode duty = new Api(cascade.port(), unit + ".thutruong")
                .get("/api/v1/obligations/" + cascade.id(unit))
                .ok();
        List<String> kinds = new ArrayList<>();
        duty.get("documents").forEach(each -> kinds.add(each.get("kind").asText()));
        return kinds;
    }
}
