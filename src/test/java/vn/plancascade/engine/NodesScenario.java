package vn.plancascade.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;

/** What a node had locked is free again soon after it has gone; what it did under a lock that it lost does not count. */
@SpringBootTest
@Import(NodesScenario.Step.class)
@DirtiesContext
abstract class NodesScenario {

    /** Far below the five minutes for which the engine locks a job. */
    private static final Duration SOON = Duration.ofSeconds(60);

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    JobExecutor executor;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void oneStepInTheBackground() {
        repository
                .createDeployment()
                .addModelInstance(
                        "step.bpmn",
                        Bpmn.createExecutableProcess("step")
                                .camundaHistoryTimeToLiveString("P1D")
                                .startEvent()
                                .serviceTask("serviceTask_step")
                                .camundaAsyncBefore()
                                .camundaDelegateExpression("${step}")
                                .endEvent()
                                .done())
                .enableDuplicateFiltering(false)
                .deploy();
        jdbc.sql("create table if not exists effect (run integer)").update();
        jdbc.sql("delete from effect").update();
        Step.RUNS.set(0);
        Step.ENDED.set(0);
        Step.paused = null;
        Step.begun = null;
    }

    @AfterEach
    void executorWorks() {
        executor.start();
    }

    @Test
    void whatAKilledNodeHadLockedRunsOnAnotherSoon() {
        executor.shutdown();
        runtime.startProcessInstanceByKey("step");
        lock("killed");
        jdbc.sql("insert into engine_node (id, beats) values ('killed', 360)").update();
        executor.start();

        awaitDone();
        assertThat(effects()).isOne();
        assertThat(nodes()).containsExactly(executor.getLockOwner());
    }

    @Test
    void whatThisNodeStillHoldsAfterTheDatabaseWasAwayRunsSoon() {
        executor.shutdown();
        runtime.startProcessInstanceByKey("step");
        lock(executor.getLockOwner());
        executor.start();

        awaitDone();
        assertThat(effects()).isOne();
    }

    @Test
    void aNodeThatPausedAndLostItsLockCannotCommitWhatTheOtherDid() throws InterruptedException {
        Step.begun = new CountDownLatch(1);
        Step.paused = new CountDownLatch(1);
        runtime.startProcessInstanceByKey("step");
        assertThat(Step.begun.await(60, TimeUnit.SECONDS)).isTrue();

        // As another node would, once this one has said nothing for a while; the other run does not pause.
        new NodeTable(jdbc).forget(executor.getLockOwner());
        executor.jobWasAdded();
        awaitDone();
        Step.paused.countDown();

        Awaitility.await().atMost(SOON).until(() -> Step.ENDED.get() == 2);
        assertThat(effects()).isOne();
        assertThat(jdbc.sql("select run from effect").query(Integer.class).single())
                .isEqualTo(2);
        Awaitility.await().atMost(SOON).until(() -> nodes().contains(executor.getLockOwner()));
    }

    @Test
    void aStepThatTakesLongerThanSeveralLooksIsLeftAlone() throws InterruptedException {
        Step.begun = new CountDownLatch(1);
        Step.paused = new CountDownLatch(1);
        runtime.startProcessInstanceByKey("step");
        assertThat(Step.begun.await(60, TimeUnit.SECONDS)).isTrue();

        long before = beats();
        Awaitility.await().atMost(SOON).until(() -> beats() >= before + 9);
        assertThat(jdbc.sql("select LOCK_OWNER_ from ACT_RU_JOB where HANDLER_TYPE_ = 'async-continuation'")
                        .query(String.class)
                        .single())
                .isEqualTo(executor.getLockOwner());
        Step.paused.countDown();
        awaitDone();
        assertThat(effects()).isOne();
    }

    private void lock(String owner) {
        jdbc.sql(
                        "update ACT_RU_JOB set LOCK_OWNER_ = :owner, LOCK_EXP_TIME_ = :until where HANDLER_TYPE_ = 'async-continuation'")
                .param("owner", owner)
                .param("until", Timestamp.from(Instant.now().plusSeconds(3600)))
                .update();
    }

    private void awaitDone() {
        Awaitility.await()
                .atMost(SOON)
                .until(() -> runtime.createProcessInstanceQuery()
                                .processDefinitionKey("step")
                                .count()
                        == 0);
    }

    private int effects() {
        return jdbc.sql("select count(*) from effect").query(Integer.class).single();
    }

    private long beats() {
        return jdbc.sql("select beats from engine_node").query(Long.class).single();
    }

    private List<String> nodes() {
        return jdbc.sql("select id from engine_node").query(String.class).list();
    }

    /** Writes a row; the first run waits, where it is told to. */
    @TestConfiguration
    static class Step {

        static final AtomicInteger RUNS = new AtomicInteger();
        static final AtomicInteger ENDED = new AtomicInteger();
        static volatile CountDownLatch begun;
        static volatile CountDownLatch paused;

        @Bean
        JavaDelegate step(JdbcClient jdbc) {
            return execution -> {
                int run = RUNS.incrementAndGet();
                jdbc.sql("insert into effect (run) values (:run)")
                        .param("run", run)
                        .update();
                if (paused != null && run == 1) {
                    begun.countDown();
                    paused.await(2, TimeUnit.MINUTES);
                }
                ENDED.incrementAndGet();
            };
        }
    }
}
