package vn.plancascade.bench.peer;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultJobExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.engine.task.Task;

/** Camunda through its public interface, tuned as far as that goes; history as the product keeps it. */
public final class CamundaPeer {

    private static final int BATCH = 100;
    private static final int USERS = 16;

    private final ProcessEngine engine;
    private final JobExecutor executor;
    private final Outbox outbox;
    private Date deadline = Unit.deadline();

    CamundaPeer(DataSource database) throws SQLException {
        outbox = new Outbox(database);
        StandaloneProcessEngineConfiguration config = new StandaloneProcessEngineConfiguration();
        config.setDataSource(database);
        config.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE);
        config.setHistory(ProcessEngineConfiguration.HISTORY_ACTIVITY);
        config.setIdGenerator(new StrongUuidGenerator());
        config.setJobExecutorActivate(false);
        config.setDbMetricsReporterActivate(false);
        config.setBeans(Map.of(
                "reminders", new Unit.Reminders(),
                "facts", new Unit.Facts(deadline),
                "batches", new Batches(),
                "outbox", outbox));
        DefaultJobExecutor tuned = new DefaultJobExecutor();
        tuned.setCorePoolSize(2);
        tuned.setMaxPoolSize(4);
        tuned.setQueueSize(64);
        tuned.setMaxJobsPerAcquisition(16);
        tuned.setWaitTimeInMillis(100);
        tuned.setBackoffTimeInMillis(20);
        tuned.setMaxBackoff(200);
        config.setJobExecutor(tuned);
        engine = config.buildProcessEngine();
        executor = tuned;
        engine.getRepositoryService()
                .createDeployment()
                .addClasspathResource("peer/camunda.bpmn")
                .deploy();
    }

    /** What a job's service task calls. */
    public final class Batches {

        public void begin(int from, int to) {
            CamundaPeer.this.begin(from, to);
        }
    }

    private void begin(int from, int to) {
        for (String code : Unit.codes(from, to)) {
            engine.getRuntimeService().startProcessInstanceByKey("subPlan", code, Unit.variables(code, deadline));
        }
    }

    /** All in one transaction; units a second. */
    double naive(int units) {
        List<String> codes = Unit.codes(0, units);
        long begun = System.nanoTime();
        engine.getRuntimeService().startProcessInstanceByKey("allAtOnce", Map.of("codes", codes));
        return perSecond(units, begun);
    }

    double jobs(int from, int to) throws SQLException, InterruptedException {
        long begun = System.nanoTime();
        for (int first = from; first < to; first += BATCH) {
            engine.getRuntimeService()
                    .startProcessInstanceByKey("batch", Map.of("from", first, "to", Math.min(to, first + BATCH)));
        }
        executor.start();
        outbox.awaitAtMost(0, "select count(*) from act_ru_job where handler_type_ = 'async-continuation'");
        double found = perSecond(to - from, begun);
        executor.shutdown();
        return found;
    }

    /** Sixteen people decide on what waits in cases that one call activity began; a conflict is tried again. Cases a second. */
    double approvals(int units) throws InterruptedException {
        naive(units);
        List<Task> drafts = engine.getTaskService()
                .createTaskQuery()
                .taskDefinitionKey("draft")
                .listPage(0, 2 * USERS * 10);
        drafts.forEach(task -> engine.getTaskService().complete(task.getId()));
        Queue<Task> waiting = new ConcurrentLinkedQueue<>(engine.getTaskService()
                .createTaskQuery()
                .taskDefinitionKey("approve")
                .list());
        int all = waiting.size();
        ExecutorService users = Executors.newFixedThreadPool(USERS);
        long begun = System.nanoTime();
        List<Future<?>> working = IntStream.range(0, USERS)
                .<Future<?>>mapToObj(user -> users.submit(() -> decide(waiting)))
                .toList();
        for (Future<?> one : working) {
            try {
                one.get();
            } catch (ExecutionException failed) {
                throw new IllegalStateException(failed.getCause());
            }
        }
        users.shutdown();
        return perSecond(all, begun);
    }

    private void decide(Queue<Task> waiting) {
        for (Task task = waiting.poll(); task != null; task = waiting.poll()) {
            boolean done = false;
            while (!done) {
                try {
                    engine.getTaskService().complete(task.getId());
                    done = true;
                } catch (OptimisticLockingException conflict) {
                    done = false;
                }
            }
        }
    }

    /** The first reminder of all is due at once; reminders a second. */
    double reminders(int units) throws SQLException, InterruptedException {
        deadline = new Date(System.currentTimeMillis() + Duration.ofDays(14).toMillis() - 1_000);
        for (int first = 0; first < units; first += BATCH) {
            begin(first, Math.min(units, first + BATCH));
        }
        Thread.sleep(1_500);
        outbox.execute("analyze");
        long begun = System.nanoTime();
        executor.start();
        outbox.awaitAtMost(0, "select count(*) from act_ru_job where duedate_ <= now()");
        double found = perSecond(units, begun);
        executor.shutdown();
        return found;
    }

    private static double perSecond(int units, long begun) {
        return units / ((System.nanoTime() - begun) / 1e9);
    }
}
