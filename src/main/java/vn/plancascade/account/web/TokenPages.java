package vn.plancascade.account.web;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.plancascade.account.domain.Accounts;
import vn.plancascade.account.domain.FirstAdministrator;
import vn.plancascade.organisation.Person;
import vn.plancascade.web.PageController;

/** How people come in: by a token that was sent to them or stands in the log. */
@PageController
class TokenPages {

    private final Accounts accounts;
    private final FirstAdministrator first;
    private final AccountForms forms;

    TokenPages(Accounts accounts, FirstAdministrator first, AccountForms forms) {
        this.accounts = accounts;
        this.first = first;
        this.forms = forms;
    }

    @GetMapping("/first-administrator")
    ModelAndView firstAdministrator(@RequestParam(defaultValue = "") String token, HttpServletResponse response) {
        if (!first.opens(token)) {
            return AccountForms.gone();
        }
        keepSecret(response);
        return firstAdministrator(token, first.blank());
    }

    private ModelAndView firstAdministrator(String token, FirstAdministrator.Application typed) {
        return new ModelAndView("first-administrator")
                .addObject("token", token)
                .addObject("typed", typed)
                .addObject("unitKnown", !first.blank().unitCode().isEmpty());
    }

    @PostMapping("/first-administrator")
    ModelAndView createFirst(
            @RequestParam(defaultValue = "") String token,
            @ModelAttribute FirstAdministrator.Application typed,
            HttpServletResponse response) {
        keepSecret(response);
        return forms.tried(
                () -> {
                    first.create(token, typed);
                    return new ModelAndView("redirect:/login?ready");
                },
                () -> firstAdministrator(token, typed));
    }

    @GetMapping("/account/token")
    ModelAndView byToken(@RequestParam(defaultValue = "") String token, HttpServletResponse response) {
        keepSecret(response);
        return accounts.personOf(token).map(person -> tokenPage(token, person)).orElseGet(AccountForms::gone);
    }

    @PostMapping("/account/token")
    ModelAndView setByToken(
            @RequestParam(defaultValue = "") String token,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String repeated,
            HttpServletResponse response) {
        keepSecret(response);
        return forms.tried(
                () -> {
                    accounts.setByToken(token, password, repeated);
                    return new ModelAndView("redirect:/login?ready");
                },
                () -> accounts.personOf(token)
                        .map(person -> tokenPage(token, person))
                        .orElseGet(AccountForms::gone));
    }

    private static ModelAndView tokenPage(String token, Person person) {
        return new ModelAndView("account-token").addObject("token", token).addObject("person", person);
    }

    /** The address holds a secret: it goes to no other site and into no cache. */
    private static void keepSecret(HttpServletResponse response) {
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cache-Control", "no-store");
    }
}
