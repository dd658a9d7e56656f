package vn.plancascade.notification.web;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.plancascade.kernel.Page;
import vn.plancascade.kernel.PageRequest;
import vn.plancascade.notification.Mail;
import vn.plancascade.notification.MailQuery;
import vn.plancascade.notification.MailState;
import vn.plancascade.notification.Mails;
import vn.plancascade.notification.Sending;
import vn.plancascade.organisation.Actor;

/** What was mailed, what waits and what could not be delivered; for administrators. */
@RestController
@RequestMapping("/api/v1/mails")
class MailController {

    private final Mails mails;
    private final Sending sending;

    MailController(Mails mails, Sending sending) {
        this.mails = mails;
        this.sending = sending;
    }

    @GetMapping
    Page<Mail> list(
            Actor actor,
            @RequestParam(required = false) MailState state,
            @RequestParam(required = false) String recipient,
            @RequestParam(required = false) Integer page,
            @RequestParam(required = false) Integer size) {
        return mails.search(actor, new MailQuery(state, recipient), PageRequest.of(page, size));
    }

    @PostMapping("/{id}/retry")
    Mail retry(Actor actor, @PathVariable long id) {
        return mails.retry(actor, id);
    }

    @PostMapping("/retry")
    Retried retryAll(Actor actor) {
        return new Retried(mails.retryAll(actor));
    }

    /** Whether mails are sent; off where the database finds itself copied. */
    @GetMapping("/sending")
    Sending.State sending(Actor actor) {
        return sending.state(actor);
    }

    /** Turns sending on. */
    @PostMapping("/sending")
    Sending.State resume(Actor actor) {
        return sending.resume(actor);
    }

    record Retried(int retried) {}
}
