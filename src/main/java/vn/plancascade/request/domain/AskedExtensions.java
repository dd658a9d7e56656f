package vn.plancascade.request.domain;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.plancascade.deadline.DutyNote;
import vn.plancascade.deadline.DutySteps;
import vn.plancascade.deadline.Extensions;
import vn.plancascade.deadline.Obligation;
import vn.plancascade.deadline.Obligations;
import vn.plancascade.deadline.PlanTerms;
import vn.plancascade.deadline.PlanTermsSource;
import vn.plancascade.kernel.Conflict;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.kernel.Names;
import vn.plancascade.kernel.NotAllowed;
import vn.plancascade.kernel.NotFound;
import vn.plancascade.kernel.Page;
import vn.plancascade.kernel.PageRequest;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.notification.Rung;
import vn.plancascade.notification.ToldByRole;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.organisation.Role;
import vn.plancascade.request.ExtensionRequest;
import vn.plancascade.request.ExtensionRequests;
import vn.plancascade.request.RequestQuery;
import vn.plancascade.request.RequestState;

/** Takes requests and decides them; what is granted is the extension that an inspector or leader could have given unasked. */
@Service
@Transactional
public class AskedExtensions implements ExtensionRequests {

    private static final int REASON = 1000;

    private final RequestTable table;
    private final Deciders deciders;
    private final RequestCases cases;
    private final Extensions extensions;
    private final Obligations obligations;
    private final DutySteps steps;
    private final PlanTermsSource plans;
    private final ToldByRole told;
    private final Organisation organisation;

    AskedExtensions(
            RequestTable table,
            Deciders deciders,
            RequestCases cases,
            Extensions extensions,
            Obligations obligations,
            DutySteps steps,
            PlanTermsSource plans,
            ToldByRole told,
            Organisation organisation) {
        this.table = table;
        this.deciders = deciders;
        this.cases = cases;
        this.extensions = extensions;
        this.obligations = obligations;
        this.steps = steps;
        this.plans = plans;
        this.told = told;
        this.organisation = organisation;
    }

    @Override
    public ExtensionRequest ask(Actor actor, long id, LocalDate until, String sent) {
        Obligation duty = obligations
                .find(id)
                .filter(found -> organisation.isWithin(organisation.scopeOf(actor), found.unitCode()))
                .orElseThrow(() -> new NotFound("obligation.unknown"));
        if (!asksFor(actor, duty)) {
            throw new NotAllowed("request.notYours");
        }
        refuseDone(duty);
        String reason = reason(sent);
        PlanTerms plan = plans.terms(duty.planId());
        extensions.checkUntil(duty, until);
        Optional<String> inspecting =
                until.isAfter(extensions.limit(duty)) ? Optional.empty() : deciders.of(duty, plan);
        boolean beyond = inspecting.isEmpty();
        String decider = inspecting.orElse(duty.issuerCode());
        if (table.openOf(id).isPresent()) {
            throw new Conflict("request.open");
        }
        ExtensionRequest asked = table.find(table.add(id, until, reason, actor.login(), decider, beyond))
                .orElseThrow();
        String said = VietnamTime.text(until) + " – " + reason;
        steps.noted(id, DutyNote.extensionAsked, actor.login(), said);
        told.tell(Rung.EXTENSION_ASKED, id, beyond ? Role.ministryLeader : Role.inspector, decider, said);
        cases.open(asked, duty.issuerCode());
        return asked;
    }

    private static boolean asksFor(Actor actor, Obligation duty) {
        return actor.holds(Role.drafter, duty.unitCode()) || actor.holds(Role.head, duty.unitCode());
    }

    private static void refuseDone(Obligation duty) {
        if (duty.settled() || duty.documentDate() != null) {
            throw new Conflict("obligation.settled");
        }
        if (duty.dueAt() == null) {
            throw new Conflict("extension.noDeadline");
        }
    }

    private static String reason(String sent) {
        String reason = Names.clean(sent);
        if (reason == null) {
            throw new InvalidInput("reason", "required");
        }
        if (reason.length() > REASON) {
            throw new InvalidInput("reason", "tooLong", REASON);
        }
        return reason;
    }

    /** The open request of a duty, for the task in which it is decided. */
    @Transactional(readOnly = true)
    public ExtensionRequest open(long obligation) {
        return table.openOf(obligation).orElseThrow(() -> new Conflict("task.done"));
    }

    /** The last day to which an inspector may extend the duty. */
    @Transactional(readOnly = true)
    public LocalDate limit(ExtensionRequest request) {
        return extensions.limit(obligations.get(request.obligation()));
    }

    /** Gives the unit time until this day, with the rights of the actor. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void grant(Actor actor, long obligation, LocalDate until, String comment) {
        ExtensionRequest request = open(obligation);
        extensions.extend(actor, obligation, until, comment == null ? request.reason() : comment);
        table.end(obligation, RequestState.granted, until, actor.login(), comment);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void refuse(Actor actor, long obligation, String comment) {
        extensions.decidable(actor, obligation);
        open(obligation);
        table.end(obligation, RequestState.refused, null, actor.login(), comment);
        steps.noted(obligation, DutyNote.extensionRefused, actor.login(), comment);
    }

    /** There is nothing left to decide: the duty is settled, delivered, waived or withdrawn. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void over(long obligation) {
        if (table.end(obligation, RequestState.over, null, null, null)) {
            cases.over(obligation);
        }
    }

    @Override
    @Transactional(readOnly = true)
    public Page<ExtensionRequest> search(Actor actor, RequestQuery query, PageRequest page) {
        return table.search(query, organisation.scopeOf(actor), actor.units(), page);
    }

    @Override
    @Transactional(readOnly = true)
    public ExtensionRequest get(Actor actor, long id) {
        return table.find(id)
                .filter(request -> actor.units().contains(request.deciderUnit())
                        || organisation.isWithin(organisation.scopeOf(actor), request.unit()))
                .orElseThrow(() -> new NotFound("request.unknown"));
    }

    @Override
    @Transactional(readOnly = true)
    public Standing standing(Actor actor, Obligation duty) {
        Optional<ExtensionRequest> last = table.lastOf(duty.id());
        boolean open =
                last.filter(request -> request.state() == RequestState.open).isPresent();
        boolean owed = !duty.settled() && duty.documentDate() == null && duty.dueAt() != null;
        return new Standing(
                !open && owed && asksFor(actor, duty),
                last,
                open ? cases.task(actor, duty.id()).orElse(null) : null);
    }
}
