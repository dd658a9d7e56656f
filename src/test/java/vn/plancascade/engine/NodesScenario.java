package vn.plancascade.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
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
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import vn.plancascade.support.Client;

/**
 * What a node had locked is free again soon after it has gone; what it did under a lock that it lost does not count. While the
 * database cannot be asked, everybody is told so.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"spring.datasource.hikari.connection-timeout=2000", "plan-cascade.database.people.statement=5s"})
@Import(NodesScenario.Step.class)
@DirtiesContext
abstract class NodesScenario {

    /** Far below the five minutes for which the engine locks a job. */
    static final Duration SOON = Duration.ofSeconds(60);

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    JobExecutor executor;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DataSource pool;

    @LocalServerPort
    int port;

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

    @Test
    void whileEveryConnectionIsTakenEverybodyIsToldSo() throws SQLException {
        List<Connection> taken = new ArrayList<>();
        try {
            // Those that the application wants in between are its own: until nobody gets one any more.
            for (int n = 0; n < 20; n++) {
                taken.add(pool.getConnection());
            }
            isToldToComeAgain(caller().get("/api/v1/tasks"), "databaseAway");
            isToldToComeAgain(caller().post("/api/v1/plans", "{}"), "databaseAway", "databaseLost");
            assertThat(caller().page("/").statusCode()).isEqualTo(503);
            assertThat(status("/actuator/health")).isEqualTo(200);
            assertThat(status("/actuator/health/liveness")).isEqualTo(200);
        } finally {
            for (Connection each : taken) {
                each.close();
            }
        }
        assertThat(caller().get("/api/v1/tasks").statusCode()).isEqualTo(401);
    }

    /** Somebody who is known to nobody: whom the database would have to be asked for. */
    Client caller() {
        return new Client(port).basic("nobody", "wrong");
    }

    int status(String path) {
        return new Client(port).get(path).statusCode();
    }

    static void isToldToComeAgain(HttpResponse<String> answer, String... codes) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        assertThat(answer.headers().firstValue("retry-after")).isPresent();
        assertThat(answer.body()).containsAnyOf(codes);
    }

    private void lock(String owner) {
        jdbc.sql(
                        "update ACT_RU_JOB set LOCK_OWNER_ = :owner, LOCK_EXP_TIME_ = :until where HANDLER_TYPE_ = 'async-continuation'")
                .param("owner", owner)
                .param("until", Timestamp.from(Instant.now().plusSeconds(3600)))
                .update();
    }

    void awaitDone() {
        Awaitility.await()
                .atMost(SOON)
                .until(() -> runtime.createProcessInstanceQuery()
                                .processDefinitionKey("step")
                                .count()
                        == 0);
    }

    int effects() {
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
