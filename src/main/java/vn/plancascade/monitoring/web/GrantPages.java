package vn.plancascade.monitoring.web;

import java.time.LocalDate;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.plancascade.deadline.Extensions;
import vn.plancascade.deadline.Extensions.Allowed;
import vn.plancascade.deadline.Obligation;
import vn.plancascade.kernel.BusinessProblem;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.kernel.Names;
import vn.plancascade.kernel.NotAllowed;
import vn.plancascade.kernel.NotFound;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.organisation.Actor;
import vn.plancascade.request.ExtensionRequests;
import vn.plancascade.web.FormProblem;
import vn.plancascade.web.PageController;
import vn.plancascade.web.Texts;

/** More time for one unit, asked for or granted, or none of its duty at all, from the duty's page. */
@PageController
@RequestMapping("/obligations/{id}")
class GrantPages {

    private final ObligationDetail detail;
    private final Extensions extensions;
    private final ExtensionRequests requests;
    private final Texts texts;

    GrantPages(ObligationDetail detail, Extensions extensions, ExtensionRequests requests, Texts texts) {
        this.detail = detail;
        this.extensions = extensions;
        this.requests = requests;
        this.texts = texts;
    }

    @PostMapping("/extension")
    ModelAndView extend(
            Actor actor,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes afterwards) {
        try {
            extensions.extend(actor, id, day(until), reason);
            return done(id, "extended", afterwards);
        } catch (BusinessProblem refused) {
            return again(actor, id, refused, "extension", until, reason);
        }
    }

    /** The unit itself asks for more time. */
    @PostMapping("/extension-request")
    ModelAndView ask(
            Actor actor,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes afterwards) {
        try {
            requests.ask(actor, id, day(until), reason);
            return done(id, "asked", afterwards);
        } catch (BusinessProblem refused) {
            if (!requests.standing(actor, detail.duty(actor, id)).mayAsk()) {
                throw refused;
            }
            return page(actor, id, refused, "request", until, reason);
        }
    }

    /** A waiver ends the unit's case and cannot be taken back, so it is asked for twice. */
    @PostMapping("/waiver")
    ModelAndView waive(
            Actor actor,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "false") boolean confirmed,
            RedirectAttributes afterwards) {
        try {
            if (!confirmed) {
                return confirmation(actor, id, reason);
            }
            extensions.waive(actor, id, reason);
            return done(id, "waived", afterwards);
        } catch (BusinessProblem refused) {
            return again(actor, id, refused, "waiver", "", reason);
        }
    }

    private ModelAndView confirmation(Actor actor, long id, String typed) {
        Obligation duty = detail.duty(actor, id);
        if (!extensions.allowed(actor, duty).waive()) {
            // The room says what is in the way.
            extensions.waive(actor, id, typed);
        }
        String reason = Names.clean(typed);
        if (reason == null) {
            throw new InvalidInput("reason", "required");
        }
        ModelAndView page = new ModelAndView("waiver");
        page.addObject("duty", duty);
        page.addObject("reason", reason);
        return page;
    }

    private static LocalDate day(String until) {
        return VietnamTime.typedDay("until", until);
    }

    private static ModelAndView done(long id, String what, RedirectAttributes afterwards) {
        afterwards.addFlashAttribute("granted", what);
        return new ModelAndView("redirect:/obligations/" + id);
    }

    /** The duty's page with what is wrong and what was typed; an error page for whom the form was not meant. */
    private ModelAndView again(
            Actor actor, long id, BusinessProblem refused, String form, String until, String reason) {
        if (refused instanceof NotFound) {
            throw refused;
        }
        Obligation duty = detail.duty(actor, id);
        if (refused instanceof NotAllowed && extensions.allowed(actor, duty).equals(Allowed.NOTHING)) {
            throw refused;
        }
        return page(actor, id, refused, form, until, reason);
    }

    private ModelAndView page(Actor actor, long id, BusinessProblem refused, String form, String until, String reason) {
        FormProblem problem = FormProblem.of(refused, texts);
        ModelAndView page = detail.page(actor, detail.duty(actor, id));
        page.setStatus(problem.status());
        page.addObject("problem", problem);
        page.addObject("form", form);
        page.addObject("until", until);
        page.addObject("reason", reason);
        return page;
    }
}
