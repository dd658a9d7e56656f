package vn.plancascade.monitoring.web;

import static vn.plancascade.kernel.VietnamTime.offset;

import java.time.OffsetDateTime;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.plancascade.engine.FailedJob;
import vn.plancascade.engine.FailedJobs;
import vn.plancascade.engine.JobRetries;
import vn.plancascade.kernel.Page;
import vn.plancascade.kernel.PageRequest;
import vn.plancascade.organisation.Actor;

/** The engine's failed jobs, for administrators. Stack traces stay on the server. */
@RestController
@RequestMapping("/api/v1/jobs")
class FailedJobController {

    private final FailedJobs jobs;
    private final JobRetries retries;

    FailedJobController(FailedJobs jobs, JobRetries retries) {
        this.jobs = jobs;
        this.retries = retries;
    }

    @GetMapping("/failed")
    Page<JobView> list(
            Actor actor, @RequestParam(required = false) Integer page, @RequestParam(required = false) Integer size) {
        actor.requireAdministrator();
        return jobs.search(PageRequest.of(page, size)).map(JobView::of);
    }

    /** Tries the job once more, now. */
    @PostMapping("/{id}/retry")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void retry(Actor actor, @PathVariable String id) {
        actor.requireAdministrator();
        retries.retry(actor.login(), id);
    }

    @PostMapping("/failed/retry")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Map<String, Integer> retryAll(Actor actor) {
        actor.requireAdministrator();
        return Map.of("retried", retries.retryAll(actor.login()));
    }

    /** @param nextAttempt null where the engine has given up */
    record JobView(
            String id,
            String processKey,
            String processName,
            String activityId,
            String businessKey,
            String message,
            int retriesLeft,
            OffsetDateTime nextAttempt,
            OffsetDateTime since) {

        static JobView of(FailedJob job) {
            return new JobView(
                    job.id(),
                    job.processKey(),
                    job.processName(),
                    job.activityId(),
                    job.businessKey(),
                    job.message(),
                    job.retriesLeft(),
                    offset(job.nextAttempt()),
                    offset(job.since()));
        }
    }
}
