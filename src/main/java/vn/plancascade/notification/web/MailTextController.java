package vn.plancascade.notification.web;

import java.util.List;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.plancascade.notification.MailText;
import vn.plancascade.notification.MailTexts;
import vn.plancascade.notification.Rung;
import vn.plancascade.organisation.Actor;

/** The wording of mails; for administrators. */
@RestController
@RequestMapping("/api/v1/mail-texts")
class MailTextController {

    private final MailTexts texts;

    MailTextController(MailTexts texts) {
        this.texts = texts;
    }

    @GetMapping
    List<MailText> all(Actor actor) {
        return texts.all(actor);
    }

    @PutMapping("/{rung}/{locale}")
    MailText change(Actor actor, @PathVariable Rung rung, @PathVariable String locale, @RequestBody Wording wording) {
        return texts.change(actor, rung, locale, wording.subject(), wording.opening());
    }

    /** Answers with the product's own wording, which holds from then on. */
    @DeleteMapping("/{rung}/{locale}")
    MailText reset(Actor actor, @PathVariable Rung rung, @PathVariable String locale) {
        return texts.reset(actor, rung, locale);
    }

    record Wording(String subject, String opening) {}
}
