package vn.plancascade.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.reset;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;
import org.springframework.transaction.support.TransactionTemplate;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.deadline.ObligationState;
import vn.plancascade.deadline.Obligations;
import vn.plancascade.deadline.Progress;
import vn.plancascade.engine.DueJobs;
import vn.plancascade.engine.MovableClock;
import vn.plancascade.kernel.PageRequest;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.plan.domain.Cascade;
import vn.plancascade.plan.domain.SubPlanCases;
import vn.plancascade.worklist.FormData;
import vn.plancascade.worklist.WorkFilter;
import vn.plancascade.worklist.Worklist;

/** What breaks in the middle of a cascade is made good, and nothing starts twice. Jobs are run by hand, in order. */
@SpringBootTest(properties = "plan-cascade.mail.scheduled=false")
@ActiveProfiles("demo")
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_EACH_TEST_METHOD)
abstract class BrokenCascadeScenario {

    private static final String BAD = "CDC-27";

    @Autowired
    Organisation organisation;

    @Autowired
    NationalPlans plans;

    @Autowired
    Worklist worklist;

    @Autowired
    Obligations obligations;

    @Autowired
    Cascade cascade;

    @Autowired
    DueJobs jobs;

    @Autowired
    RuntimeService runtime;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JobExecutor executor;

    @MockitoSpyBean
    SubPlanCases cases;

    @BeforeEach
    void jobsAreRunByHand() {
        executor.shutdown();
    }

    @Test
    void aUnitThatCannotStartIsNamedAndStopsNobodyElse() {
        doThrow(new IllegalStateException("Không mở được hồ sơ")).when(cases).open(anyLong(), eq(BAD), any());
        long plan = issued();
        runAll();

        Progress progress = progress(plan);
        assertThat(progress.byState()).containsEntry(ObligationState.startFailed, 1L);
        assertThat(progress.started()).isEqualTo(progress.total() - 1);
        assertThat(jdbc.sql("select unit_code || ': ' || reason from obligation where state = 'startFailed'")
                        .query(String.class)
                        .list())
                .containsExactly(BAD + ": Không mở được hồ sơ");
        assertThat(runtime.createIncidentQuery().list())
                .singleElement()
                .satisfies(incident -> assertThat(incident.getIncidentMessage()).isEqualTo(BAD));
        everyCaseStartedOnce(plan, 1);

        reset(cases);
        assertThat(plans.retryStarts(actor("quantri"), plan)).isEqualTo(1);
        assertThat(runtime.createIncidentQuery().count()).isZero();
        everyCaseStartedOnce(plan, 0);
    }

    @Test
    void anErrorInTheMiddleOfABatchLosesNothing() {
        AtomicInteger calls = new AtomicInteger();
        doAnswer(call -> {
                    if (calls.incrementAndGet() == 150) {
                        throw new IllegalStateException("Once");
                    }
                    return call.callRealMethod();
                })
                .when(cases)
                .open(anyLong(), any(), any());
        long plan = issued();
        runAll();
        assertThat(calls.get()).isGreaterThan(150);
        everyCaseStartedOnce(plan, 0);
    }

    @Test
    void aBatchThatIsRolledBackAtItsEndIsTakenAgain() {
        long plan = issued();
        transaction.executeWithoutResult(status -> {
            cascade.openNext(plan, false);
            status.setRollbackOnly();
        });
        assertThat(progress(plan).started()).isZero();
        runAll();
        everyCaseStartedOnce(plan, 0);
    }

    @Test
    void aSecondWorkerTakesOtherUnits() throws Exception {
        long plan = issued();
        ExecutorService workers = Executors.newFixedThreadPool(3);
        try {
            Callable<Integer> worker = () -> {
                int batches = 0;
                while (progress(plan).started() < progress(plan).total()) {
                    cascade.openNext(plan, false);
                    batches++;
                }
                return batches;
            };
            for (Future<Integer> done : workers.invokeAll(List.of(worker, worker, worker))) {
                done.get();
            }
        } finally {
            workers.shutdownNow();
        }
        runAll();
        everyCaseStartedOnce(plan, 0);
    }

    private long issued() {
        long plan = plans.visibleTo(actor("chuyenvien.bo"), null, null, PageRequest.of(0, 1))
                .items()
                .get(0)
                .id();
        for (String login : List.of("chuyenvien.bo", "lanhdao.bo", "vanthu.bo")) {
            Actor actor = actor(login);
            String task = worklist.mine(actor, WorkFilter.NONE, PageRequest.of(0, 1))
                    .items()
                    .get(0)
                    .id();
            worklist.complete(actor, task, FormData.object());
        }
        return plan;
    }

    /** Runs what is due, and goes on to the retries, for an hour at most. */
    private void runAll() {
        for (int i = 0; i < 720 && jobs.runDue() >= 0 && anyPlanned(); i++) {
            MovableClock.offset(MovableClock.offset() + 5_000);
        }
    }

    private boolean anyPlanned() {
        return jdbc.sql("select count(*) from obligation where kind = 'subPlan' and state = 'planned'")
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private void everyCaseStartedOnce(long plan, int failed) {
        Progress progress = progress(plan);
        assertThat(progress.started()).isEqualTo(progress.total() - failed);
        List<String> keys = jdbc.sql(
                        "select BUSINESS_KEY_ from ACT_RU_EXECUTION where PROC_DEF_ID_ like 'subPlan:%' and BUSINESS_KEY_ is not null")
                .query(String.class)
                .list();
        assertThat(keys).doesNotHaveDuplicates().hasSize((int) progress.total() - failed);
        assertThat(jdbc.sql("select count(*) from obligation_event where event = 'started'")
                        .query(Long.class)
                        .single())
                .isEqualTo(progress.total() - failed);
    }

    private Progress progress(long plan) {
        return obligations.progress(plan, DutyKind.subPlan, organisation.scopeOf(actor("quantri")));
    }

    private Actor actor(String login) {
        return organisation.actor(login).orElseThrow();
    }
}
