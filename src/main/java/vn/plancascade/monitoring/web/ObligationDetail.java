package vn.plancascade.monitoring.web;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import vn.plancascade.deadline.Bound;
import vn.plancascade.deadline.DutyReason;
import vn.plancascade.deadline.Extensions;
import vn.plancascade.deadline.Extensions.Allowed;
import vn.plancascade.deadline.Holder;
import vn.plancascade.deadline.Obligation;
import vn.plancascade.deadline.ObligationEvent;
import vn.plancascade.deadline.Obligations;
import vn.plancascade.deadline.PlanTermsSource;
import vn.plancascade.document.Papers;
import vn.plancascade.document.StoredDocument;
import vn.plancascade.followup.WrittenLetters;
import vn.plancascade.kernel.NotFound;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.plan.NationalPlans;
import vn.plancascade.plan.OutsideIssuing;
import vn.plancascade.request.ExtensionRequests;
import vn.plancascade.web.Texts;
import vn.plancascade.worklist.ApprovalRounds;
import vn.plancascade.worklist.ApprovalRounds.Round;
import vn.plancascade.worklist.IssuedAttachments;

/** The page of one duty: how it stands, what happened to it, and what the reader may grant. */
@Component
class ObligationDetail {

    private final Obligations obligations;
    private final ObligationRows rows;
    private final ApprovalRounds rounds;
    private final NationalPlans plans;
    private final Extensions extensions;
    private final PlanTermsSource terms;
    private final Organisation organisation;
    private final Papers papers;
    private final IssuedAttachments attachments;
    private final OutsideIssuing outside;
    private final ExtensionRequests requests;
    private final WrittenLetters letters;
    private final DutyTimeline timeline;
    private final Texts texts;

    ObligationDetail(
            Obligations obligations,
            ObligationRows rows,
            ApprovalRounds rounds,
            NationalPlans plans,
            Extensions extensions,
            PlanTermsSource terms,
            Organisation organisation,
            Papers papers,
            IssuedAttachments attachments,
            OutsideIssuing outside,
            ExtensionRequests requests,
            WrittenLetters letters,
            DutyTimeline timeline,
            Texts texts) {
        this.obligations = obligations;
        this.rows = rows;
        this.rounds = rounds;
        this.plans = plans;
        this.extensions = extensions;
        this.terms = terms;
        this.organisation = organisation;
        this.papers = papers;
        this.attachments = attachments;
        this.outside = outside;
        this.requests = requests;
        this.letters = letters;
        this.timeline = timeline;
        this.texts = texts;
    }

    /** @throws NotFound if there is no such duty, or the actor is not to know of it */
    Obligation duty(Actor actor, long id) {
        return obligations
                .find(id)
                .filter(found -> organisation.isWithin(organisation.scopeOf(actor), found.unitCode()))
                .orElseThrow(() -> new NotFound("obligation.unknown"));
    }

    ModelAndView page(Actor actor, Obligation duty) {
        List<ObligationEvent> history = obligations.history(duty.id());
        List<Round> decided = rounds.all(duty.subject());
        ModelAndView page = new ModelAndView("obligation");
        page.addObject("row", rows.of(List.of(duty)).get(0));
        page.addObject("duty", duty);
        page.addObject("reason", DutyReason.text(duty.reason(), texts));
        page.addObject("rounds", decided);
        page.addObject("reviewed", decided.stream().anyMatch(round -> round.reviewedBy() != null));
        List<StoredDocument> files = papers.of(actor, duty.subject());
        page.addObject("files", files);
        page.addObject("evidence", attachments.of(actor, duty.id(), LocaleContextHolder.getLocale()));
        page.addObject("signature", obligations.signature(duty.id()).orElse(null));
        page.addObject("papers", outside.allowed(actor, duty));
        Map<String, String> people = names(duty, history, decided, files);
        page.addObject("people", people);
        page.addObject(
                "timeline",
                timeline.of(actor, duty, history.stream().map(this::inWords).toList(), files, people));
        Holder.of(duty)
                .ifPresent(holder -> ProcessPicture.of(duty.kind().name())
                        .ifPresent(picture -> page.addObject("model", picture)
                                .addObject("token", picture.elements().get(holder.taskKey()))));
        page.addObject("province", organisation.provinces().get(duty.provinceCode()));
        page.addObject("grant", grant(actor, duty));
        page.addObject("letters", letters.of(duty.id()));
        page.addObject("asked", requests.standing(actor, duty));
        plans.find(duty.planId()).ifPresent(plan -> page.addObject("plan", plan));
        return page;
    }

    private ObligationEvent inWords(ObligationEvent event) {
        return event.saying(DutyReason.text(event.detail(), texts));
    }

    private Grant grant(Actor actor, Obligation duty) {
        Allowed allowed = extensions.allowed(actor, duty);
        if (!allowed.extend()) {
            return new Grant(allowed, null, null);
        }
        Bound bound = terms.terms(duty.planId()).bound();
        return new Grant(allowed, bound, bound.deadline(duty.lastDay()));
    }

    /** Full names by login, of everybody whom the page names. */
    private Map<String, String> names(
            Obligation duty, List<ObligationEvent> history, List<Round> decided, List<StoredDocument> files) {
        Stream<String> logins = Stream.of(
                        Stream.of(duty.signatory()),
                        history.stream().map(ObligationEvent::actor),
                        files.stream().map(StoredDocument::uploadedBy),
                        decided.stream().map(Round::submittedBy),
                        decided.stream().map(Round::reviewedBy),
                        decided.stream().map(Round::decidedBy))
                .flatMap(some -> some);
        return organisation.namesOf(logins.toList());
    }
}
