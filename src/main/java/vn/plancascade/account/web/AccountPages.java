package vn.plancascade.account.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.plancascade.account.domain.Accounts;
import vn.plancascade.organisation.Actor;
import vn.plancascade.web.PageController;

/** What people may change of their own, and how they ask for another password. */
@PageController
class AccountPages {

    private final Accounts accounts;
    private final AccountForms forms;

    AccountPages(Accounts accounts, AccountForms forms) {
        this.accounts = accounts;
        this.forms = forms;
    }

    @GetMapping("/account/forgotten")
    String forgotten() {
        return "account-forgotten";
    }

    @PostMapping("/account/forgotten")
    ModelAndView sendReset(@RequestParam(defaultValue = "") String login, HttpServletRequest request) {
        return forms.tried(
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
        return forms.tried(
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
}
