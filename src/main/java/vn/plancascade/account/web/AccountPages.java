package vn.plancascade.account.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.plancascade.account.domain.Accounts;
import vn.plancascade.account.domain.FirstAdministrator;
import vn.plancascade.kernel.BusinessProblem;
import vn.plancascade.kernel.NotFound;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.Person;
import vn.plancascade.web.FormProblem;
import vn.plancascade.web.PageController;
import vn.plancascade.web.Texts;

/** How people come in: by a token that was sent to them or stands in the log, and what they may change of their own. */
@PageController
class AccountPages {

    private final Accounts accounts;
    private final FirstAdministrator first;
    private final Texts texts;

    AccountPages(Accounts accounts, FirstAdministrator first, Texts texts) {
        this.accounts = accounts;
        this.first = first;
        this.texts = texts;
    }

    @GetMapping("/first-administrator")
    ModelAndView firstAdministrator(@RequestParam(defaultValue = "") String token, HttpServletResponse response) {
        if (!first.opens(token)) {
            return gone();
        }
        keepSecret(response);
        return new ModelAndView("first-administrator")
                .addObject("token", token)
                .addObject("typed", new FirstAdministrator.Application("", "", "", "", "", "BYT", "Bộ Y tế"));
    }

    @PostMapping("/first-administrator")
    ModelAndView createFirst(
            @RequestParam(defaultValue = "") String token,
            @ModelAttribute FirstAdministrator.Application typed,
            HttpServletResponse response) {
        keepSecret(response);
        return tried(
                () -> {
                    first.create(token, typed);
                    return new ModelAndView("redirect:/login?ready");
                },
                () -> new ModelAndView("first-administrator")
                        .addObject("token", token)
                        .addObject("typed", typed));
    }

    @GetMapping("/account/token")
    ModelAndView byToken(@RequestParam(defaultValue = "") String token, HttpServletResponse response) {
        keepSecret(response);
        return accounts.personOf(token).map(person -> tokenPage(token, person)).orElseGet(AccountPages::gone);
    }

    @PostMapping("/account/token")
    ModelAndView setByToken(
            @RequestParam(defaultValue = "") String token,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String repeated,
            HttpServletResponse response) {
        keepSecret(response);
        return tried(
                () -> {
                    accounts.setByToken(token, password, repeated);
                    return new ModelAndView("redirect:/login?ready");
                },
                () -> accounts.personOf(token)
                        .map(person -> tokenPage(token, person))
                        .orElseGet(AccountPages::gone));
    }

    private static ModelAndView tokenPage(String token, Person person) {
        return new ModelAndView("account-token").addObject("token", token).addObject("person", person);
    }

    @GetMapping("/account/forgotten")
    String forgotten() {
        return "account-forgotten";
    }

    @PostMapping("/account/forgotten")
    ModelAndView sendReset(@RequestParam(defaultValue = "") String login, HttpServletRequest request) {
        return tried(
                () -> {
                    accounts.forgotten(login, request.getRemoteAddr());
                    return new ModelAndView("account-forgotten").addObject("asked", true);
                },
                () -> new ModelAndView("account-forgotten"));
    }

    @GetMapping("/account")
    ModelAndView own(Actor actor) {
        return new ModelAndView("account").addObject("person", actor.person());
    }

    @PostMapping("/account/password")
    ModelAndView change(
            Actor actor,
            @RequestParam(defaultValue = "") String current,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String repeated) {
        return tried(
                () -> {
                    accounts.change(actor, current, password, repeated);
                    // Every session of the person has ended with the old password, this one among them.
                    return new ModelAndView("redirect:/login?ready");
                },
                () -> own(actor));
    }

    @PostMapping("/account/language")
    String language(Actor actor, @RequestParam String locale, RedirectAttributes afterwards) {
        accounts.setLanguage(actor, "en".equals(locale) ? "en" : "vi");
        afterwards.addFlashAttribute("languageSet", true);
        return "redirect:/account?lang=" + ("en".equals(locale) ? "en" : "vi");
    }

    private ModelAndView tried(Supplier<ModelAndView> step, Supplier<ModelAndView> again) {
        try {
            return step.get();
        } catch (NotFound gone) {
            return gone();
        } catch (BusinessProblem refused) {
            return FormProblem.of(refused, texts).on(again.get());
        }
    }

    private static ModelAndView gone() {
        ModelAndView page = new ModelAndView("account-gone");
        page.setStatus(HttpStatus.NOT_FOUND);
        return page;
    }

    /** The address holds a secret: it goes to no other site and into no cache. */
    private static void keepSecret(HttpServletResponse response) {
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cache-Control", "no-store");
    }
}
