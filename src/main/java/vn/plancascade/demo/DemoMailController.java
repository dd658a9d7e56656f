package vn.plancascade.demo;

import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The demo's mails over HTTP, newest last. */
@RestController
@RequestMapping("/demo/mail")
@Profile("demo")
class DemoMailController {

    private static final int NEWEST = 1000;

    private final DemoMailbox mailbox;

    DemoMailController(DemoMailbox mailbox) {
        this.mailbox = mailbox;
    }

    @GetMapping
    List<DemoMail> mails(@RequestParam(required = false, defaultValue = "") String to) {
        return to.isBlank() ? mailbox.newest(NEWEST) : mailbox.of(to.strip());
    }
}
