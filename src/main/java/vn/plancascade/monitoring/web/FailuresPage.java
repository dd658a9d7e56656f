package vn.plancascade.monitoring.web;

import java.time.Clock;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.plancascade.deadline.Holidays;
import vn.plancascade.engine.FailedJob;
import vn.plancascade.engine.FailedJobs;
import vn.plancascade.engine.JobRetries;
import vn.plancascade.kernel.Conflict;
import vn.plancascade.kernel.NotFound;
import vn.plancascade.kernel.Page;
import vn.plancascade.kernel.PageRequest;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.notification.Mail;
import vn.plancascade.notification.MailQuery;
import vn.plancascade.notification.MailState;
import vn.plancascade.notification.Mails;
import vn.plancascade.notification.Sending;
import vn.plancascade.organisation.Actor;
import vn.plancascade.web.PageController;

/** What failed and waits for an administrator. */
@PageController
@RequestMapping("/failures")
class FailuresPage {

    private static final int LINES = 25;
    private static final int INCIDENTS = 50;

    private final Mails mails;
    private final Sending sending;
    private final FailedJobs jobs;
    private final JobRetries retries;
    private final Holidays holidays;
    private final Clock clock;

    FailuresPage(Mails mails, Sending sending, FailedJobs jobs, JobRetries retries, Holidays holidays, Clock clock) {
        this.mails = mails;
        this.sending = sending;
        this.jobs = jobs;
        this.retries = retries;
        this.holidays = holidays;
        this.clock = clock;
    }

    @GetMapping
    String show(
            Actor actor,
            @RequestParam(required = false) Integer mailPage,
            @RequestParam(required = false) Integer jobPage,
            Model model) {
        actor.requireAdministrator();
        Page<Mail> dead = mails.search(actor, new MailQuery(MailState.dead, null), PageRequest.of(mailPage, LINES));
        model.addAttribute("mails", dead.items());
        model.addAttribute("sending", sending.state(actor));
        model.addAttribute("mailBacklog", mails.backlog(actor));
        model.addAttribute("mailPager", Pager.of(dead, number -> address(number, jobPage)));
        Page<FailedJob> failed = jobs.search(PageRequest.of(jobPage, LINES));
        model.addAttribute("now", clock.instant());
        model.addAttribute(
                "undecidedTet",
                holidays.undecidedTet(VietnamTime.dayOf(clock.instant())).orElse(null));
        model.addAttribute("jobs", failed.items());
        model.addAttribute("jobPager", Pager.of(failed, number -> address(mailPage, number)));
        model.addAttribute("incidents", jobs.incidents(INCIDENTS));
        return "failures";
    }

    private static String address(Integer mailPage, Integer jobPage) {
        return Address.of("/failures")
                .with("mailPage", mailPage)
                .with("jobPage", jobPage)
                .toString();
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

    /** A job that has ended by itself meanwhile is what was wanted. */
    @PostMapping("/jobs/{id}/retry")
    String retryJob(Actor actor, @PathVariable String id, RedirectAttributes afterwards) {
        actor.requireAdministrator();
        try {
            retries.retry(actor.login(), id);
            afterwards.addFlashAttribute("retried", 1);
        } catch (NotFound gone) {
            afterwards.addFlashAttribute("jobGone", true);
        }
        return "redirect:/failures";
    }

    @PostMapping("/jobs/retry")
    String retryJobs(Actor actor, RedirectAttributes afterwards) {
        actor.requireAdministrator();
        afterwards.addFlashAttribute("retried", retries.retryAll(actor.login()));
        return "redirect:/failures";
    }
}
