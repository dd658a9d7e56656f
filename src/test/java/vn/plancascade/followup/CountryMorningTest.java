package vn.plancascade.followup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.transaction.support.TransactionTemplate;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.deadline.DutyLaunch;
import vn.plancascade.deadline.DutyRule;
import vn.plancascade.deadline.ObligationState;
import vn.plancascade.engine.MovableClock;
import vn.plancascade.followup.process.FollowUpModel;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.organisation.UnitKind;
import vn.plancascade.support.CountedStatements;

/** The deadline's morning with the whole country behind it. */
@SpringBootTest(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:country;MODE=PostgreSQL;LOCK_TIMEOUT=10000;DB_CLOSE_DELAY=-1",
            "plan-cascade.mail.scheduled=false",
            "plan-cascade.demo.facilities=14000"
        })
@ActiveProfiles("demo")
@Import(CountedStatements.class)
@DirtiesContext
class CountryMorningTest {

    private static final Instant DUE =
            OffsetDateTime.parse("2023-03-20T00:00:00+07:00").toInstant();

    @Autowired
    DutyLaunch launch;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService jobs;

    @Autowired
    JobExecutor executor;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Test
    void theNumberOfStatementsDoesNotGrowWithTheUnits() {
        executor.shutdown();
        long plan =
                jdbc.sql("select min(id) from national_plan").query(Long.class).single();
        assign(plan, "2022", UnitKind.MOH_OFFICE);
        assign(
                plan,
                "2023",
                Arrays.stream(UnitKind.values()).filter(UnitKind::hasDuties).toArray(UnitKind[]::new));

        for (String morning : List.of("2023-03-20", "2023-03-21", "2023-03-23", "2023-04-03")) {
            MovableClock.offset(MovableClock.distanceTo(
                    OffsetDateTime.parse(morning + "T08:00:30+07:00").toInstant()));
            long forOne = CountedStatements.of(() -> round("2022"));
            long forAll = CountedStatements.of(() -> round("2023"));
            assertThat(forOne).as(morning).isPositive();
            // The first round of a day derives the tree of units, for both.
            assertThat(forAll).as(morning).isLessThanOrEqualTo(forOne);
        }

        assertThat(told("2023", "OVERDUE")).isGreaterThan(28_000);
        assertThat(told("2023", "ESC_SUPERIOR")).isGreaterThan(14_000);
        assertThat(told("2023", "ESC_FOCAL")).isGreaterThan(14_000);
        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey(FollowUpModel.OVERDUE_FOLLOW_UP)
                        .variableValueEquals(FollowUpModel.PERIOD, "2023")
                        .count())
                .isOne();
    }

    /** Duties as they stand when every unit has been given its case. */
    private void assign(long plan, String period, UnitKind... kinds) {
        List<DutyRule> rules = Arrays.stream(kinds)
                .map(kind -> new DutyRule(
                        kind,
                        DutyKind.subPlan,
                        period,
                        "full",
                        clock.instant(),
                        DUE,
                        List.of(),
                        ObligationState.planned,
                        null))
                .toList();
        transaction.executeWithoutResult(status -> {
            launch.assign(plan, "BYT", rules, LocalDate.of(2023, 3, 16), "BYT", false);
            jdbc.sql("""
                            update obligation set state = 'drafting', started_at = :now, process_instance_id = period
                            where plan_id = :plan and period = :period""")
                    .param("now", VietnamTime.offset(clock.instant()))
                    .param("plan", plan)
                    .param("period", period)
                    .update();
        });
    }

    private void round(String period) {
        String watch = runtime.createProcessInstanceQuery()
                .processDefinitionKey(FollowUpModel.DEADLINE_WATCH)
                .variableValueEquals(FollowUpModel.PERIOD, period)
                .singleResult()
                .getId();
        jobs.executeJob(
                jobs.createJobQuery().processInstanceId(watch).singleResult().getId());
    }

    private int told(String period, String rung) {
        return jdbc.sql("""
                        select count(*) from notice n join obligation o on o.id = n.obligation_id
                        where o.period = :period and n.rung = :rung""")
                .param("period", period)
                .param("rung", rung)
                .query(Integer.class)
                .single();
    }
}
