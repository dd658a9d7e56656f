package vn.plancascade.engine;

import java.time.Clock;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.plancascade.kernel.Act;
import vn.plancascade.kernel.ActWord;
import vn.plancascade.kernel.NotFound;
import vn.plancascade.kernel.Races;

/** Gets failed jobs going again. Who may ask is up to the caller. */
@Component
public class JobRetries {

    /** How many jobs are put back in one transaction. */
    private static final int BATCH = 100;

    private final ManagementService jobs;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    JobRetries(
            ManagementService jobs,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.jobs = jobs;
        this.jdbc = jdbc;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Lets the engine try once more, now, because somebody asked for it. A job that has not failed is none of these: it runs when it is due.
     *
     * @throws NotFound if there is no such job, or it has not failed
     */
    public void retry(String actor, String id) {
        if (putBackTogether(List.of(id), Act.of(ActWord.jobRetried, actor).about(id)) == 0) {
            throw new NotFound("job.unknown");
        }
    }

    /** The same for every job that has failed so far; returns how many. */
    public int retryAll(String actor) {
        List<String> ids = jdbc.sql("select j.ID_ from ACT_RU_JOB j where " + FailedJobs.FAILED + " order by j.ID_")
                .query(String.class)
                .list();
        int retried = 0;
        for (int from = 0; from < ids.size(); from += BATCH) {
            List<String> batch = ids.subList(from, Math.min(ids.size(), from + BATCH));
            retried += putBackTogether(batch, Act.of(ActWord.jobsRetried, actor).about(batch.size()));
        }
        return retried;
    }

    private int putBackTogether(List<String> ids, Act act) {
        return Races.inTransaction(
                transaction,
                () -> EngineRaces.named(() -> {
                    int putBack = putBack(ids);
                    if (putBack > 0) {
                        events.publishEvent(act);
                    }
                    return putBack;
                }));
    }

    /** Those of the jobs that are still failed; one that has ended meanwhile has mended itself. */
    private int putBack(List<String> ids) {
        Map<String, Boolean> tried = new HashMap<>();
        jdbc.sql("select j.ID_, j.EXCEPTION_STACK_ID_ from ACT_RU_JOB j where j.ID_ in (:ids) and " + FailedJobs.FAILED)
                .param("ids", ids)
                .query(row -> {
                    tried.put(row.getString(1), row.getString(2) != null);
                });
        tried.forEach((id, hasRun) -> {
            jobs.setJobRetries(id, 1);
            // One that was stopped by hand before it ever ran keeps its time: a deadline is not to come early.
            if (hasRun) {
                jobs.setJobDuedate(id, Date.from(clock.instant()));
            }
        });
        return tried.size();
    }
}
