package vn.plancascade.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doCallRealMethod;
import static org.mockito.Mockito.doThrow;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.mockito.Mockito;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;
import org.springframework.transaction.support.TransactionTemplate;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.plan.NationalPlans;
import vn.plancascade.plan.OutsideIssuing;
import vn.plancascade.support.Api;
import vn.plancascade.support.Cascade;
import vn.plancascade.support.HeldMails;

/** More time, or none of the duty at all: row, open task and timer move together, before and after the deadline. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "plan-cascade.mail.scheduled=false")
@ActiveProfiles("demo")
@DirtiesContext
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class ExtensionScenario {

    private static final String EARLY = "SYT-01";
    private static final String LATE = "SYT-04";
    private static final String INSPECTOR = "thanhtra.bo";
    private static final String LEADER = "lanhdao.bo";

    @LocalServerPort
    int port;

    @Autowired
    Extensions extensions;

    @Autowired
    Organisation organisation;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    NationalPlans plans;

    @Autowired
    OutsideIssuing outside;

    @Autowired
    Obligations obligations;

    @Autowired
    TransactionTemplate transaction;

    @MockitoSpyBean
    TaskService tasks;

    @MockitoSpyBean
    ManagementService jobs;

    @MockitoSpyBean
    RuntimeService runtime;

    private Cascade country;

    @BeforeAll
    void aPlanIsIssuedAndItsCasesAreOpen() {
        country = new Cascade(port).awaitSample();
        HeldMails.hold(jdbc);
        country.issuePlan(Api.object());
        country.awaitCases();
    }

    @Test
    @Order(1)
    void badExtensionsAreRefusedByFieldAndChangeNothing() {
        JsonNode before = country.duty(EARLY);
        assertThat(extend(INSPECTOR, EARLY, "2023-03-15", "Sáp nhập")).satisfies(refused -> {
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.fields()).containsExactly("until");
        });
        assertThat(extend(INSPECTOR, EARLY, "2023-03-20", "Sáp nhập").fields()).containsExactly("until");
        assertThat(extend(INSPECTOR, EARLY, "2025-01-01", "Sáp nhập").fields()).containsExactly("until");
        assertThat(extend(INSPECTOR, EARLY, "27/03/2023", "Sáp nhập").fields()).containsExactly("until");
        assertThat(extend(INSPECTOR, EARLY, null, "Sáp nhập").fields()).containsExactly("until");
        assertThat(extend(INSPECTOR, EARLY, "2023-03-27", " ").fields()).containsExactly("reason");
        assertThat(extend(INSPECTOR, EARLY, "2023-03-27", "x".repeat(1001)).fields())
                .containsExactly("reason");
        assertThat(country.as(INSPECTOR)
                        .post("/api/v1/obligations/" + country.id(EARLY) + "/waiver", Api.object())
                        .fields())
                .containsExactly("reason");
        assertThat(country.duty(EARLY)).isEqualTo(before);
        assertThat(country.events(EARLY)).containsExactly("started");
    }

    @Test
    @Order(2)
    void onlyInspectorsUpToThePlansLimitAndLeadersBeyondItMayExtend() {
        assertThat(country.extend(EARLY + ".thutruong", EARLY, "2023-03-27").status())
                .isEqualTo(403);
        assertThat(country.extend("chuyenvien.bo", EARLY, "2023-03-27").status())
                .isEqualTo(403);
        assertThat(country.extend("SYT-02.thutruong", EARLY, "2023-03-27").status())
                .isEqualTo(404);
        assertThat(country.waive(EARLY + ".thutruong", EARLY).status()).isEqualTo(403);
        assertThat(country.extend(INSPECTOR, EARLY, "2023-04-04").status()).isEqualTo(403);

        JsonNode extended = country.extend(INSPECTOR, EARLY, "2023-04-03").ok();
        assertThat(extended.get("dueAt").asText()).isEqualTo("2023-04-03T00:00:00+07:00");
        assertThat(country.extend(LEADER, EARLY, "2023-04-04").status()).isEqualTo(200);
        JsonNode duty = country.duty(EARLY);
        assertThat(duty.get("originalDueAt").asText()).isEqualTo("2023-03-20T00:00:00+07:00");
        assertThat(duty.get("extended").asBoolean()).isTrue();
        assertMoved(EARLY, "2023-04-04T00:00:00+07:00");
        JsonNode line = country.as(EARLY + ".thutruong")
                .get("/api/v1/obligations/" + country.id(EARLY))
                .ok()
                .get("history")
                .get(1);
        assertThat(line.get("event").asText()).isEqualTo("extended");
        assertThat(line.get("actor").asText()).isEqualTo(INSPECTOR);
        assertThat(line.get("detail").asText()).isEqualTo("Đơn vị vừa sáp nhập");
        assertThat(line.get("dueFrom").asText()).isEqualTo("2023-03-20T00:00:00+07:00");
        assertThat(line.get("dueTo").asText()).isEqualTo("2023-04-03T00:00:00+07:00");
    }

    /** Every role, held in every place that a unit can have to the one that owes the duty, alone and beside another. */
    @Test
    @Order(3)
    void nobodyDecidesAboutADutyOfTheUnitInWhichTheyWork() {
        long duty = country.id("CDC-01");
        WhoDecides matrix = new WhoDecides(extensions, plans, outside, obligations, transaction, duty);
        assertThat(matrix.alone()).isEqualTo(WhoDecides.expected());
        assertThat(matrix.besideARoleInTheUnitItself()).isEmpty();
    }

    @Test
    @Order(3)
    void aFailureBetweenRowTaskAndTimerLeavesAllThreeAsTheyWere() {
        doThrow(new IllegalStateException("The machine stops between the row and the task"))
                .when(tasks)
                .saveTask(any(Task.class));
        assertThatThrownBy(() -> extendDirectly(LATE)).isInstanceOf(IllegalStateException.class);
        Mockito.reset(tasks);
        assertMoved(LATE, "2023-03-20T00:00:00+07:00");

        doThrow(new IllegalStateException("The machine stops between the task and the timer"))
                .when(jobs)
                .setJobDuedate(anyString(), any(Date.class));
        assertThatThrownBy(() -> extendDirectly(LATE)).isInstanceOf(IllegalStateException.class);
        Mockito.reset(jobs);
        assertMoved(LATE, "2023-03-20T00:00:00+07:00");
        assertThat(country.events(LATE)).containsExactly("started");
        assertThat(country.as("quantri")
                        .get("/api/v1/notices?obligation=" + country.id(LATE) + "&rung=EXTENDED")
                        .ok()
                        .get("total")
                        .asInt())
                .isZero();
    }

    @Test
    @Order(4)
    void aRaceWithTheTimerIsTriedAgainAndThenIsAConflict() {
        doAnswer(call -> {
                    throw new OptimisticLockingException("The timer was faster");
                })
                .doCallRealMethod()
                .when(jobs)
                .setJobDuedate(anyString(), any(Date.class));
        extendDirectly("SYT-06");
        assertMoved("SYT-06", "2023-03-27T00:00:00+07:00");
        assertThat(country.events("SYT-06")).containsExactly("started", "extended");

        doAnswer(call -> {
                    throw new OptimisticLockingException("The timer was faster");
                })
                .when(jobs)
                .setJobDuedate(anyString(), any(Date.class));
        assertThat(country.extend(INSPECTOR, "SYT-08", "2023-03-27").status()).isEqualTo(409);
        doCallRealMethod().when(jobs).setJobDuedate(anyString(), any(Date.class));
        assertMoved("SYT-08", "2023-03-20T00:00:00+07:00");
    }

    @Test
    @Order(5)
    void theOldDeadlinePassesWithoutAWordForWhoeverHasMoreTime() {
        country.clock("2023-03-20T00:01:00+07:00");

        assertThat(country.duty(EARLY).get("overdue").asBoolean()).isFalse();
        assertThat(country.events(EARLY)).doesNotContain("deadlinePassed");
        assertThat(country.duty(LATE).get("overdue").asBoolean()).isTrue();
        assertThat(country.events(LATE)).containsExactly("started", "deadlinePassed");
    }

    @Test
    @Order(6)
    void afterTheTimerHasFiredAnExtensionArmsANewOneThatLaterExtensionsMove() {
        assertThat(extend(INSPECTOR, LATE, "2023-03-20", "Sáp nhập").fields()).containsExactly("until");
        doThrow(new IllegalStateException("The machine stops before the case is told"))
                .when(runtime)
                .createMessageCorrelation("subPlan.deadlineMoved");
        assertThatThrownBy(() -> extendDirectly(LATE)).isInstanceOf(IllegalStateException.class);
        Mockito.reset(runtime);
        JsonNode untouched = country.duty(LATE);
        assertThat(untouched.get("dueAt").asText()).isEqualTo("2023-03-20T00:00:00+07:00");
        assertThat(taskDue(untouched))
                .isEqualTo(OffsetDateTime.parse("2023-03-20T00:00:00+07:00").toInstant());
        assertThat(country.events(LATE)).containsExactly("started", "deadlinePassed");

        country.extend(INSPECTOR, LATE, "2023-03-22").ok();
        assertThat(country.duty(LATE).get("overdue").asBoolean()).isFalse();
        assertMoved(LATE, "2023-03-22T00:00:00+07:00");

        country.extend(INSPECTOR, LATE, "2023-03-24").ok();
        assertMoved(LATE, "2023-03-24T00:00:00+07:00");
        country.clock("2023-03-23T12:00:00+07:00");
        assertThat(country.events(LATE)).containsExactly("started", "deadlinePassed", "extended", "extended");

        country.clock("2023-03-24T00:01:00+07:00");
        assertThat(country.duty(LATE).get("overdue").asBoolean()).isTrue();
        assertThat(country.duty(LATE).get("daysLate").asInt()).isEqualTo(1);
        assertThat(country.events(LATE))
                .containsExactly("started", "deadlinePassed", "extended", "extended", "deadlinePassed");
    }

    @Test
    @Order(7)
    void aUnitThatIssuesAfterItsExtensionIsShownLateAgainstBothDeadlines() {
        country.submit(LATE);
        country.approve(LATE);
        country.issue(LATE, "2023-03-24");

        JsonNode duty = country.duty(LATE);
        assertThat(duty.get("late").asBoolean()).isTrue();
        assertThat(duty.get("lateAgainstOriginal").asBoolean()).isTrue();
        assertThat(country.extend(INSPECTOR, LATE, "2023-03-29").status()).isEqualTo(409);
        assertThat(country.waive(INSPECTOR, LATE).status()).isEqualTo(409);

        country.submit(EARLY);
        country.approve(EARLY);
        country.issue(EARLY, "2023-03-24");
        assertThat(country.duty(EARLY).get("late").asBoolean()).isFalse();
        assertThat(country.duty(EARLY).get("lateAgainstOriginal").asBoolean()).isTrue();
    }

    @Test
    @Order(8)
    void aWaiverEndsTheCaseAtAnyStep() {
        for (String unit : List.of("SYT-10", "SYT-11")) {
            if (unit.equals("SYT-11")) {
                country.submit(unit);
            }
            String process = country.duty(unit).get("processInstanceId").asText();
            country.waive(INSPECTOR, unit).ok();

            JsonNode duty = country.duty(unit);
            assertThat(duty.get("state").asText()).isEqualTo("waived");
            assertThat(duty.get("reason").asText()).isEqualTo("Đơn vị giải thể");
            assertThat(duty.get("overdue").asBoolean()).isFalse();
            assertThat(tasks.createTaskQuery().processInstanceId(process).count())
                    .isZero();
            assertThat(timers(process)).isEmpty();
            assertThat(country.events(unit)).endsWith("waived");
            assertThat(country.waive(INSPECTOR, unit).status()).isEqualTo(409);
        }
    }

    /** Eight of twenty were faults. */
    @Test
    @Order(9)
    void ofTwentyWaiversAtOnceOneCounts() throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(20);
        List<Integer> answers = threads
                .invokeAll(Collections.<Callable<Integer>>nCopies(
                        20, () -> country.waive(INSPECTOR, "SYT-12").status()))
                .stream()
                .map(ExtensionScenario::answer)
                .toList();
        threads.shutdown();

        assertThat(answers).containsOnly(200, 409).containsOnlyOnce(200);
        assertThat(country.events("SYT-12")).containsOnlyOnce("waived");
    }

    @Test
    @Order(90)
    void theViewOfOpenDutiesNamesTheHoldersThatTheTableNames() {
        transaction.executeWithoutResult(status -> {
            for (DutyKind kind : DutyKind.values()) {
                for (ObligationState state : ObligationState.values()) {
                    assertThat(inView(kind, state)).as(kind + " " + state).isEqualTo(inTable(kind, state));
                }
            }
            status.setRollbackOnly();
        });
    }

    /** What set-based statements read of a duty that is owed and not delivered yet. */
    private List<String> inView(DutyKind kind, ObligationState state) {
        String delivered = state == ObligationState.issued || state == ObligationState.revisionRequested
                ? "date '2023-03-17'"
                : "null";
        jdbc.sql("""
                        insert into obligation (plan_id, kind, period, unit_code, form, opens_at, due_at, state, issuer_code,
                          superior_code, process_instance_id, document_date)
                        values (-1, :kind, 'holder', :unit, 'full', :now, :now, :state, 'BYT', 'TTRB', 'case', %s)""".formatted(delivered))
                .param("kind", kind.name())
                .param("unit", EARLY)
                .param("state", state.name())
                .param("now", OffsetDateTime.parse("2023-03-20T00:00+07:00"))
                .update();
        List<String> rows = jdbc.sql("""
                        select holder_role, holder_unit, task_key from open_duty
                        where plan_id = -1 and kind = :kind and holder_role is not null""")
                .param("kind", kind.name())
                .query((row, n) -> row.getString(1) + ":" + row.getString(2) + " " + row.getString(3))
                .list();
        jdbc.sql("delete from obligation where plan_id = -1").update();
        return rows;
    }

    private static List<String> inTable(DutyKind kind, ObligationState state) {
        return Holder.of(kind, state).stream()
                .filter(holder -> state != ObligationState.issued && state != ObligationState.revisionRequested)
                .map(holder -> holder.role() + ":" + (holder.whose() == Holder.Whose.own ? EARLY : "BYT") + " "
                        + holder.taskKey())
                .toList();
    }

    private Api.Answer extend(String login, String unit, String until, String reason) {
        return country.as(login)
                .post(
                        "/api/v1/obligations/" + country.id(unit) + "/extension",
                        Api.object().put("until", until).put("reason", reason));
    }

    private static <T> T answer(Future<T> done) {
        try {
            return done.get();
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private void extendDirectly(String unit) {
        extensions.extend(
                organisation.actor(INSPECTOR).orElseThrow(),
                country.id(unit),
                LocalDate.of(2023, 3, 27),
                "Đơn vị vừa sáp nhập");
    }

    /** Row, open task and timer say the same. */
    private void assertMoved(String unit, String dueAt) {
        Instant due = OffsetDateTime.parse(dueAt).toInstant();
        JsonNode duty = country.duty(unit);
        String process = duty.get("processInstanceId").asText();
        assertThat(duty.get("dueAt").asText()).isEqualTo(dueAt);
        assertThat(taskDue(duty)).isEqualTo(due);
        assertThat(timers(process))
                .singleElement()
                .satisfies(timer -> assertThat(timer.getDuedate().toInstant()).isEqualTo(due));
    }

    private Instant taskDue(JsonNode duty) {
        return tasks.createTaskQuery()
                .processInstanceId(duty.get("processInstanceId").asText())
                .singleResult()
                .getDueDate()
                .toInstant();
    }

    private List<Job> timers(String process) {
        return jobs.createJobQuery().processInstanceId(process).timers().list();
    }
}
