package vn.plancascade.plan.web;

import static vn.plancascade.kernel.VietnamTime.offset;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import vn.plancascade.deadline.Obligation;
import vn.plancascade.deadline.ObligationView;
import vn.plancascade.deadline.Progress;
import vn.plancascade.document.DocumentKind;
import vn.plancascade.document.DocumentView;
import vn.plancascade.document.Papers;
import vn.plancascade.document.SentFile;
import vn.plancascade.kernel.Page;
import vn.plancascade.kernel.PageRequest;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.UnitKind;
import vn.plancascade.plan.DraftPlans;
import vn.plancascade.plan.DryRun;
import vn.plancascade.plan.NationalPlan;
import vn.plancascade.plan.NationalPlans;
import vn.plancascade.plan.PlanContent;
import vn.plancascade.plan.PlanState;
import vn.plancascade.plan.PlanUnits;
import vn.plancascade.plan.PlanWithdrawal;
import vn.plancascade.web.Texts;

/** National plans: what they say, what issuing would do, how far their cascade has come. */
@RestController
@RequestMapping("/api/v1/plans")
class PlanController {

    private final NationalPlans plans;
    private final DraftPlans drafts;
    private final PlanUnits units;
    private final Papers papers;
    private final Texts texts;
    private final Clock clock;

    PlanController(NationalPlans plans, DraftPlans drafts, PlanUnits units, Papers papers, Texts texts, Clock clock) {
        this.plans = plans;
        this.drafts = drafts;
        this.units = units;
        this.papers = papers;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping
    Page<PlanLine> list(
            Actor actor,
            @RequestParam(required = false) String q,
            @RequestParam(required = false) Integer year,
            @RequestParam(required = false) Integer page,
            @RequestParam(required = false) Integer size) {
        return plans.visibleTo(actor, q, year, PageRequest.of(page, size)).map(PlanLine::of);
    }

    /** A new draft; one that is copied says which of its deadlines fall on days off. */
    @PostMapping
    ResponseEntity<PlanCreated> create(Actor actor, @RequestBody NewPlan sent) {
        DraftPlans.Copy made = sent instanceof NewPlan.Copied copied
                ? drafts.copy(actor, copied.copyOf(), copied.year())
                : new DraftPlans.Copy(plans.create(actor, ((NewPlan.Written) sent).content()), List.of());
        return ResponseEntity.created(URI.create("/api/v1/plans/" + made.plan().id()))
                .body(new PlanCreated(
                        PlanView.of(made.plan()),
                        made.daysOff().stream().map(texts::of).toList()));
    }

    /** Gives a draft up. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void discard(Actor actor, @PathVariable long id) {
        drafts.discard(actor, id);
    }

    @GetMapping("/{id}")
    PlanDetail get(Actor actor, @PathVariable long id) {
        return new PlanDetail(
                PlanView.of(plans.get(actor, id)),
                papers.of(actor, DocumentKind.nationalPlan.subject(id)).stream()
                        .map(DocumentView::of)
                        .toList());
    }

    /** The signed copy, from the ministry's clerk. */
    @PostMapping(path = "/{id}/documents", consumes = "multipart/form-data")
    @ResponseStatus(HttpStatus.CREATED)
    DocumentView addSignedCopy(
            Actor actor, @PathVariable long id, @RequestParam(required = false) List<MultipartFile> file) {
        return DocumentView.of(plans.addSignedCopy(actor, id, SentFile.one(file)));
    }

    @GetMapping("/{id}/dry-run")
    DryRunView dryRun(Actor actor, @PathVariable long id) {
        return DryRunView.of(plans.dryRun(actor, id), texts);
    }

    /** Counts of the sub-plans that the caller may see. */
    @GetMapping("/{id}/progress")
    Progress progress(Actor actor, @PathVariable long id) {
        return plans.progress(actor, plans.get(actor, id));
    }

    @PostMapping("/{id}/withdraw")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void withdraw(Actor actor, @PathVariable long id, @RequestBody Withdrawing sent) {
        plans.withdraw(actor, id, new PlanWithdrawal(sent.reason(), sent.documentNumber(), sent.documentDate()));
    }

    /** Starts again the cases that could not be started. */
    @PostMapping("/{id}/retry-starts")
    Map<String, Integer> retryStarts(Actor actor, @PathVariable long id) {
        return Map.of("started", plans.retryStarts(actor, id));
    }

    /** A unit founded later, or forgotten, comes to the plan; its duties are answered. */
    @PostMapping("/{id}/units")
    @ResponseStatus(HttpStatus.CREATED)
    UnitDuties join(Actor actor, @PathVariable long id, @RequestBody Joining sent) {
        return duties(units.join(actor, id, sent.unitCode()));
    }

    /** The unit leaves the plan: all that it still owes is withdrawn. */
    @PostMapping("/{id}/units/{unitCode}/withdraw")
    UnitDuties leave(Actor actor, @PathVariable long id, @PathVariable String unitCode, @RequestBody Reason reason) {
        return duties(units.leave(actor, id, unitCode, reason.reason()));
    }

    private UnitDuties duties(List<Obligation> duties) {
        Instant now = clock.instant();
        return new UnitDuties(
                duties.get(0).planId(),
                duties.get(0).unitCode(),
                duties.stream().map(duty -> ObligationView.of(duty, now, texts)).toList());
    }

    record Joining(String unitCode) {}

    record UnitDuties(long planId, String unitCode, List<ObligationView> duties) {}

    /** @param documentNumber of the decision that withdraws the plan, with its date; both may be left out */
    record Withdrawing(String reason, String documentNumber, LocalDate documentDate) {}

    record Reason(String reason) {}

    record PlanLine(long id, String number, Integer year, PlanState state, String subject, LocalDate date) {

        static PlanLine of(NationalPlan plan) {
            PlanContent content = plan.content();
            return new PlanLine(
                    plan.id(),
                    content.documentNumber(),
                    content.year(),
                    plan.state(),
                    content.subject(),
                    content.documentDate());
        }
    }

    /** A plan with its documents, the official one first. */
    record PlanDetail(@JsonUnwrapped PlanView plan, List<DocumentView> documents) {}

    record PlanCreated(@JsonUnwrapped PlanView plan, List<String> warnings) {}

    record PlanView(
            long id,
            String number,
            Integer year,
            PlanState state,
            String unitCode,
            OffsetDateTime createdAt,
            OffsetDateTime approvedAt,
            OffsetDateTime issuedAt,
            OffsetDateTime closedAt,
            Long copiedFrom,
            String processInstanceId,
            PlanContent content) {

        static PlanView of(NationalPlan plan) {
            return new PlanView(
                    plan.id(),
                    plan.content().documentNumber(),
                    plan.content().year(),
                    plan.state(),
                    plan.unitCode(),
                    offset(plan.createdAt()),
                    offset(plan.approvedAt()),
                    offset(plan.issuedAt()),
                    offset(plan.closedAt()),
                    plan.copiedFrom(),
                    plan.processInstanceId(),
                    plan.content());
        }
    }

    record DryRunView(
            long total,
            Map<UnitKind, Long> byKind,
            Map<String, Long> byProvince,
            List<String> withoutHead,
            List<String> withoutAddress,
            OffsetDateTime dueAt,
            LocalDate lastDay,
            LocalDate lastWorkingDay,
            int workingDaysLeft,
            List<String> warnings) {

        static DryRunView of(DryRun run, Texts texts) {
            return new DryRunView(
                    run.total(),
                    run.byKind(),
                    run.byProvince(),
                    run.withoutHead(),
                    run.withoutAddress(),
                    offset(run.dueAt()),
                    run.lastDay(),
                    run.lastWorkingDay(),
                    run.workingDaysLeft(),
                    run.warnings().stream().map(texts::of).toList());
        }
    }
}
