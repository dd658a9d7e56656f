package vn.plancascade.monitoring.web;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.plancascade.engine.JobRetries;
import vn.plancascade.kernel.Conflict;
import vn.plancascade.kernel.NotFound;
import vn.plancascade.notification.Mails;
import vn.plancascade.notification.Sending;
import vn.plancascade.organisation.Actor;
import vn.plancascade.report.UnopenedPeriods;
import vn.plancascade.web.PageController;

/** Tries again what {@link FailuresPage} shows. */
@PageController
@RequestMapping("/failures")
class FailureRetries {

    private final Mails mails;
    private final Sending sending;
    private final JobRetries jobs;
    private final UnopenedPeriods periods;

    FailureRetries(Mails mails, Sending sending, JobRetries jobs, UnopenedPeriods periods) {
        this.mails = mails;
        this.sending = sending;
        this.jobs = jobs;
        this.periods = periods;
    }

    /** A mail that has gone out by itself meanwhile is what was wanted. */
    @PostMapping("/mails/{id}/retry")
    String retryMail(Actor actor, @PathVariable long id, RedirectAttributes afterwards) {
        try {
            mails.retry(actor, id);
            afterwards.addFlashAttribute("mailsRetried", 1);
        } catch (NotFound | Conflict gone) {
            afterwards.addFlashAttribute("mailGone", true);
        }
        return "redirect:/failures";
    }

    @PostMapping("/mails/retry")
    String retryMails(Actor actor, RedirectAttributes afterwards) {
        afterwards.addFlashAttribute("mailsRetried", mails.retryAll(actor));
        return "redirect:/failures";
    }

    @PostMapping("/mails/sending")
    String sendMails(Actor actor) {
        sending.resume(actor);
        return "redirect:/failures";
    }

    @PostMapping("/periods/retry")
    String makeUpForPeriods(Actor actor) {
        periods.makeUp(actor);
        return "redirect:/failures";
    }

    /** A job that has ended by itself meanwhile is what was wanted. */
    @PostMapping("/jobs/{id}/retry")
    String retryJob(Actor actor, @PathVariable String id, RedirectAttributes afterwards) {
        actor.requireAdministrator();
        try {
            jobs.retry(actor.login(), id);
            afterwards.addFlashAttribute("retried", 1);
        } catch (NotFound gone) {
            afterwards.addFlashAttribute("jobGone", true);
        }
        return "redirect:/failures";
    }

    @PostMapping("/jobs/retry")
    String retryJobs(Actor actor, RedirectAttributes afterwards) {
        actor.requireAdministrator();
        afterwards.addFlashAttribute("retried", jobs.retryAll(actor.login()));
        return "redirect:/failures";
    }
}
