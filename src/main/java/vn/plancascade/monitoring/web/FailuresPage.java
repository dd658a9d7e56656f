package vn.plancascade.monitoring.web;

import java.time.Clock;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.plancascade.engine.FailedJob;
import vn.plancascade.engine.FailedJobs;
import vn.plancascade.kernel.NotFound;
import vn.plancascade.kernel.Page;
import vn.plancascade.kernel.PageRequest;
import vn.plancascade.organisation.Actor;
import vn.plancascade.web.PageController;

/** What failed and waits for an administrator. */
@PageController
@RequestMapping("/failures")
class FailuresPage {

    private static final int LINES = 25;
    private static final int INCIDENTS = 50;

    private final FailedJobs jobs;
    private final Clock clock;

    FailuresPage(FailedJobs jobs, Clock clock) {
        this.jobs = jobs;
        this.clock = clock;
    }

    @GetMapping
    String show(Actor actor, @RequestParam(required = false) Integer page, Model model) {
        Administrators.require(actor);
        Page<FailedJob> failed = jobs.search(PageRequest.of(page, LINES));
        model.addAttribute("now", clock.instant());
        model.addAttribute("jobs", failed.items());
        model.addAttribute("jobTotal", failed.total());
        model.addAttribute("jobPager", Pager.of(failed, number -> "/failures?page=" + number));
        model.addAttribute("incidents", jobs.incidents(INCIDENTS));
        return "failures";
    }

    /** A job that has ended by itself meanwhile is what was wanted. */
    @PostMapping("/jobs/{id}/retry")
    String retryJob(Actor actor, @PathVariable String id, RedirectAttributes afterwards) {
        Administrators.require(actor);
        try {
            jobs.retry(id);
            afterwards.addFlashAttribute("retried", 1);
        } catch (NotFound gone) {
            afterwards.addFlashAttribute("jobGone", true);
        }
        return "redirect:/failures";
    }

    @PostMapping("/jobs/retry")
    String retryJobs(Actor actor, RedirectAttributes afterwards) {
        Administrators.require(actor);
        afterwards.addFlashAttribute("retried", jobs.retryAll());
        return "redirect:/failures";
    }
}
