package vn.plancascade.deadline.web;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.plancascade.deadline.Extensions;
import vn.plancascade.deadline.ObligationView;
import vn.plancascade.deadline.Obligations;
import vn.plancascade.deadline.Reminders;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.organisation.Actor;
import vn.plancascade.web.Texts;

/** More time for one unit, none of its duty at all, or a word that it is waited for. */
@RestController
@RequestMapping("/api/v1/obligations/{id}")
class ExtensionController {

    private final Extensions extensions;
    private final Reminders reminders;
    private final Obligations obligations;
    private final Texts texts;
    private final Clock clock;

    ExtensionController(Extensions extensions, Reminders reminders, Obligations obligations, Texts texts, Clock clock) {
        this.extensions = extensions;
        this.reminders = reminders;
        this.obligations = obligations;
        this.texts = texts;
        this.clock = clock;
    }

    @PostMapping("/extension")
    ObligationView extend(Actor actor, @PathVariable long id, @RequestBody Extension extension) {
        return ObligationView.of(
                extensions.extend(actor, id, extension.day(), extension.reason()), clock.instant(), texts);
    }

    @PostMapping("/waiver")
    ObligationView waive(Actor actor, @PathVariable long id, @RequestBody Waiver waiver) {
        return ObligationView.of(extensions.waive(actor, id, waiver.reason()), clock.instant(), texts);
    }

    /** Asks whoever holds the work for it, by mail; at most once a day. */
    @PostMapping("/reminder")
    ObligationView remind(Actor actor, @PathVariable long id, @RequestBody Reminder reminder) {
        reminders.remind(actor, id, reminder.reason());
        return ObligationView.of(obligations.get(id), clock.instant(), texts);
    }

    /** @param reason what is written besides, or null */
    record Reminder(String reason) {}

    /** @param until the new deadline as a date such as 2023-03-27, worded as the plan words deadlines */
    record Extension(String until, String reason) {

        LocalDate day() {
            return VietnamTime.sentDay("until", until);
        }
    }

    record Waiver(String reason) {}
}
