package vn.plancascade.identity.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The one login page. What is posted to it is taken by the security chain. */
@Controller
class LoginPage {

    @GetMapping("/login")
    String show() {
        return "login";
    }
}
