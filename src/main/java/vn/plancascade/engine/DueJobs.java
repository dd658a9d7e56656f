package vn.plancascade.engine;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.runtime.Job;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.stereotype.Component;
import vn.plancascade.database.Waiting;

/** Runs the engine's jobs by hand, in the order in which they come due, while the job executor rests. */
@Component
@Order(0)
public class DueJobs implements DueWork {

    private static final Logger LOG = LoggerFactory.getLogger(DueJobs.class);
    private static final int PAGE = 500;
    private static final int MANY = 50;
    private static final int LANES = 4;

    private final ManagementService jobs;
    private final JobExecutor executor;
    private final ThreadPoolTaskExecutor threads;
    private final JdbcClient jdbc;

    DueJobs(ManagementService jobs, JobExecutor executor, ThreadPoolTaskExecutor camundaTaskExecutor, JdbcClient jdbc) {
        this.jobs = jobs;
        this.executor = executor;
        this.threads = camundaTaskExecutor;
        this.jdbc = jdbc;
    }

    /** Runs the work while no job is acquired and none is running. */
    public void whileExecutorRests(Runnable work) {
        boolean wasActive = executor.isActive();
        if (wasActive) {
            executor.shutdown();
            awaitIdle();
        }
        try {
            Waiting.asJob(work);
        } finally {
            if (wasActive) {
                executor.start();
            }
        }
    }

    private void awaitIdle() {
        try {
            while (threads.getActiveCount() > 0 || threads.getQueueSize() > 0) {
                Thread.sleep(20);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while jobs were running", stop);
        }
    }

    @Override
    public Optional<Instant> nextDue() {
        return jdbc.sql("""
                        select min(coalesce(DUEDATE_, CREATE_TIME_)) from ACT_RU_JOB
                        where RETRIES_ > 0 and SUSPENSION_STATE_ = 1""")
                .query((row, n) -> Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant))
                .single();
    }

    @Override
    public int runDue() {
        int ran = 0;
        for (List<Job> due = due(); !due.isEmpty(); due = due()) {
            ran += run(due);
        }
        return ran;
    }

    /**
     * In their order; but where many cases come due at once at the same step, these run beside each other, as they would under
     * the executor.
     */
    private int run(List<Job> due) {
        List<Job> alike = alike(due);
        if (alike.size() < MANY) {
            due.forEach(this::run);
            return due.size();
        }
        List<Future<?>> lanes = new ArrayList<>();
        for (int lane = 0; lane < LANES; lane++) {
            int first = lane;
            lanes.add(threads.submit(() -> {
                for (int i = first; i < alike.size(); i += LANES) {
                    run(alike.get(i));
                }
            }));
        }
        lanes.forEach(DueJobs::await);
        return alike.size();
    }

    /** The first ones, as far as they are timers of one step and one moment, each of another case. */
    private static List<Job> alike(List<Job> due) {
        Job first = due.get(0);
        Set<String> cases = new HashSet<>();
        return due.stream()
                .takeWhile(job -> first.getJobDefinitionId() != null
                        && first.getJobDefinitionId().equals(job.getJobDefinitionId())
                        && Objects.equals(first.getDuedate(), job.getDuedate())
                        && job.getProcessInstanceId() != null
                        && cases.add(job.getProcessInstanceId()))
                .toList();
    }

    private static void await(Future<?> lane) {
        try {
            lane.get();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while jobs were running", stop);
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        }
    }

    /** Whether there is a job at one of these steps that is due or running, on whichever instance. */
    public boolean anyAt(String... activities) {
        return Stream.of(activities)
                .anyMatch(activity -> jobs.createJobQuery()
                                .activityId(activity)
                                .executable()
                                .active()
                                .count()
                        > 0);
    }

    private List<Job> due() {
        return jobs.createJobQuery()
                .executable()
                .active()
                .orderByJobDuedate()
                .asc()
                .listPage(0, PAGE);
    }

    /** A job that fails stays, with one retry less and a later due date, as it would under the executor. */
    private void run(Job job) {
        try {
            Waiting.asJob(() -> jobs.executeJob(job.getId()));
        } catch (RuntimeException failed) {
            // Ended with another one meanwhile, or ran on another instance.
            if (jobs.createJobQuery().jobId(job.getId()).count() > 0) {
                LOG.warn("Job {} failed and will be retried", job.getId(), failed);
            }
        }
    }
}
