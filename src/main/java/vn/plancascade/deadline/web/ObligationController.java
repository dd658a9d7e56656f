package vn.plancascade.deadline.web;

import static vn.plancascade.kernel.VietnamTime.offset;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.deadline.DutyReason;
import vn.plancascade.deadline.Obligation;
import vn.plancascade.deadline.ObligationQuery;
import vn.plancascade.deadline.ObligationState;
import vn.plancascade.deadline.Obligations;
import vn.plancascade.document.DocumentView;
import vn.plancascade.document.Papers;
import vn.plancascade.kernel.Names;
import vn.plancascade.kernel.NotFound;
import vn.plancascade.kernel.Page;
import vn.plancascade.kernel.PageRequest;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.web.Texts;

/** The duties of the units that the caller may see. */
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

    @GetMapping
    Page<ObligationView> list(
            Actor actor,
            @RequestParam(required = false) Long plan,
            @RequestParam(required = false) DutyKind kind,
            @RequestParam(required = false) String period,
            @RequestParam(required = false) String unit,
            @RequestParam(required = false) String subtree,
            @RequestParam(required = false) Set<ObligationState> state,
            @RequestParam(required = false) Boolean overdue,
            @RequestParam(required = false) String q,
            @RequestParam(required = false) String province,
            @RequestParam(required = false) String sort,
            @RequestParam(required = false) Integer page,
            @RequestParam(required = false) Integer size) {
        ObligationQuery query = new ObligationQuery(
                plan, kind, period, unit, subtree, state, overdue, Names.clean(q), province, null, sort, null);
        return obligations
                .search(query, organisation.scopeOf(actor), PageRequest.of(page, size))
                .map(duty -> ObligationView.of(duty, clock.instant(), texts));
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
