package vn.plancascade.identity.web;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.plancascade.web.PageController;

/** The one login page. What is posted to it is taken by the security chain. */
@PageController
class LoginPage {

    /** Why it is shown once more is in the address; the page itself reads it there. */
    @GetMapping("/login")
    String show(
            @RequestParam(required = false) String error,
            @RequestParam(required = false) String wait,
            @RequestParam(required = false) String loggedOut,
            @RequestParam(required = false) String expired,
            @RequestParam(required = false) String ready) {
        return "login";
    }
}
