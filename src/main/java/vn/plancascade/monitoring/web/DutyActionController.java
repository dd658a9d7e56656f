package vn.plancascade.monitoring.web;

import java.net.URI;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.plancascade.batch.DutyAct;
import vn.plancascade.batch.DutyActions;
import vn.plancascade.batch.DutyActions.DutyAction;
import vn.plancascade.batch.DutyActions.Previewed;
import vn.plancascade.batch.Order;
import vn.plancascade.followup.Chasing.Letters;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.organisation.Actor;
import vn.plancascade.web.Texts;

/** Acts on many duties at once: first a dry run, whose token begins what it has shown. */
@RestController
@RequestMapping("/api/v1/obligation-actions")
class DutyActionController {

    private final DutyActions actions;
    private final ChosenDuties chosen;
    private final Texts texts;

    DutyActionController(DutyActions actions, ChosenDuties chosen, Texts texts) {
        this.actions = actions;
        this.chosen = chosen;
        this.texts = texts;
    }

    /** A dry run changes nothing and answers with a token; the same again with the token goes on in the background (202). */
    @PostMapping
    ResponseEntity<DutyActionView> act(Actor actor, @RequestBody Sent sent) {
        Order order = new Order(
                sent.action(), sent.reason(), VietnamTime.sentDay("until", sent.until()), sent.to(), sent.letters());
        if (Boolean.TRUE.equals(sent.dryRun())) {
            Previewed previewed = actions.preview(actor, order, chosen.find(actor, sent.ids(), sent.filter()));
            return ResponseEntity.ok(DutyActionView.of(previewed.action(), previewed.token(), texts));
        }
        DutyAction begun = actions.run(actor, order, chosen.text(sent.ids(), sent.filter()), sent.token());
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/obligation-actions/" + begun.id()))
                .body(DutyActionView.of(begun, null, texts));
    }

    /** How far it has come. */
    @GetMapping("/{id}")
    DutyActionView get(Actor actor, @PathVariable long id) {
        return DutyActionView.of(actions.get(actor, id), null, texts);
    }

    /**
     * @param ids the duties, or null where {@code filter} finds them, by the filters of the list of duties
     * @param until the new deadline of an extension as a date such as 2023-03-27, worded as the plans word deadlines
     * @param to the login of who is handed the work
     * @param letters how many letters chase the units: one, or one to each department of health
     */
    record Sent(
            DutyAct action,
            List<Long> ids,
            ObligationFilter filter,
            String reason,
            String until,
            String to,
            Letters letters,
            Boolean dryRun,
            String token) {}
}
