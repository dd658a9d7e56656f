package vn.plancascade.monitoring.web;

import java.time.Clock;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.plancascade.deadline.Holidays;
import vn.plancascade.engine.FailedJob;
import vn.plancascade.engine.FailedJobs;
import vn.plancascade.kernel.Page;
import vn.plancascade.kernel.PageRequest;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.notification.Mail;
import vn.plancascade.notification.MailQuery;
import vn.plancascade.notification.MailState;
import vn.plancascade.notification.Mails;
import vn.plancascade.notification.Sending;
import vn.plancascade.organisation.Actor;
import vn.plancascade.report.UnopenedPeriods;
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
    private final UnopenedPeriods periods;
    private final Holidays holidays;
    private final Clock clock;

    FailuresPage(
            Mails mails, Sending sending, FailedJobs jobs, UnopenedPeriods periods, Holidays holidays, Clock clock) {
        this.mails = mails;
        this.sending = sending;
        this.jobs = jobs;
        this.periods = periods;
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
        model.addAttribute("unopenedPeriods", periods.list());
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
}
