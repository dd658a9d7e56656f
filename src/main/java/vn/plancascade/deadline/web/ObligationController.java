package vn.plancascade.deadline.web;

import static vn.plancascade.kernel.VietnamTime.offset;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.plancascade.deadline.DutyReason;
import vn.plancascade.deadline.Obligation;
import vn.plancascade.deadline.ObligationView;
import vn.plancascade.deadline.Obligations;
import vn.plancascade.document.DocumentView;
import vn.plancascade.document.Papers;
import vn.plancascade.kernel.NotFound;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.web.Texts;

/** One duty of a unit that the caller may see. */
@RestController
@RequestMapping("/api/v1/obligations")
class ObligationController {

    private final Obligations obligations;
    private final Organisation organisation;
    private final Papers papers;
    private final Texts texts;
    private final Clock clock;

    ObligationController(Obligations obligations, Organisation organisation, Papers papers, Texts texts, Clock clock) {
        this.obligations = obligations;
        this.organisation = organisation;
        this.papers = papers;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping("/{id}")
    Detail get(Actor actor, @PathVariable long id) {
        Obligation duty = obligations
                .find(id)
                .filter(found -> organisation.isWithin(organisation.scopeOf(actor), found.unitCode()))
                .orElseThrow(() -> new NotFound("obligation.unknown"));
        List<EventView> history = obligations.history(id).stream()
                .map(event -> new EventView(
                        offset(event.at()),
                        event.actor(),
                        event.word().name(),
                        DutyReason.text(event.detail(), texts),
                        offset(event.dueFrom()),
                        offset(event.dueTo())))
                .toList();
        List<DocumentView> files =
                papers.of(actor, duty.subject()).stream().map(DocumentView::of).toList();
        return new Detail(
                ObligationView.of(duty, clock.instant(), texts),
                history,
                files,
                obligations.signature(id).orElse(null));
    }

    /** A duty with its history and its documents, the official one first. */
    record Detail(
            @com.fasterxml.jackson.annotation.JsonUnwrapped ObligationView obligation,
            List<EventView> history,
            List<DocumentView> documents,
            Obligations.Signature signature) {}

    /**
     * A line of the history.
     *
     * @param dueFrom the due moment before an extension, or null
     * @param dueTo the due moment after it, or null
     */
    record EventView(
            OffsetDateTime at,
            String actor,
            String event,
            String detail,
            OffsetDateTime dueFrom,
            OffsetDateTime dueTo) {}
}
