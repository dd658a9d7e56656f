package vn.plancascade.deadline.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.plancascade.deadline.CasesByKind;
import vn.plancascade.deadline.DutyCases;
import vn.plancascade.deadline.DutySteps;
import vn.plancascade.deadline.Extensions;
import vn.plancascade.deadline.Obligation;
import vn.plancascade.deadline.Obligations;
import vn.plancascade.deadline.PlanTerms;
import vn.plancascade.deadline.PlanTermsSource;
import vn.plancascade.deadline.WorkingDays;
import vn.plancascade.kernel.Conflict;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.kernel.NotAllowed;
import vn.plancascade.kernel.NotFound;
import vn.plancascade.kernel.Races;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.HeldRole;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.organisation.Role;
import vn.plancascade.organisation.Scope;

/** Extensions and waivers, with who may grant how much. */
@Service
class GrantedTime implements Extensions {

    private final Obligations obligations;
    private final DutySteps steps;
    private final PlanTermsSource plans;
    private final Organisation organisation;
    private final WorkingDays workingDays;
    private final CasesByKind cases;
    private final TransactionTemplate transaction;
    private final Clock clock;

    GrantedTime(
            Obligations obligations,
            DutySteps steps,
            PlanTermsSource plans,
            Organisation organisation,
            WorkingDays workingDays,
            CasesByKind cases,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.obligations = obligations;
        this.steps = steps;
        this.plans = plans;
        this.organisation = organisation;
        this.workingDays = workingDays;
        this.cases = cases;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Override
    public Obligation extend(Actor actor, long id, LocalDate until, String reason) {
        return Races.inTransaction(transaction, () -> {
            Obligation duty = decidable(actor, id);
            Instant dueAt = grantable(actor, duty, until, reason);
            steps.extended(id, actor.login(), duty.dueAt(), dueAt, Reason.of(reason));
            Obligation extended = obligations.get(id);
            ifCase(extended, DutyCases::deadlineMoved);
            return extended;
        });
    }

    @Override
    public void checkExtension(Actor actor, long id, LocalDate until, String reason) {
        grantable(actor, decidable(actor, id), until, reason);
    }

    /** The due moment that the duty would have. */
    private Instant grantable(Actor actor, Obligation duty, LocalDate until, String reason) {
        if (duty.dueAt() == null) {
            throw new Conflict("extension.noDeadline");
        }
        Reason.of(reason);
        PlanTerms terms = plans.terms(duty.planId());
        Instant dueAt = newDueMoment(duty, terms, until);
        LocalDate limit = limit(actor, duty, terms);
        if (limit != null && until.isAfter(limit)) {
            throw new NotAllowed("extension.beyondLimit", VietnamTime.text(limit));
        }
        return dueAt;
    }

    @Override
    public void checkUntil(Obligation duty, LocalDate until) {
        newDueMoment(duty, plans.terms(duty.planId()), until);
    }

    @Override
    public LocalDate limit(Obligation duty) {
        return inspectorsLimit(duty, plans.terms(duty.planId()));
    }

    private LocalDate inspectorsLimit(Obligation duty, PlanTerms terms) {
        return workingDays.plus(deadlineDay(terms, duty.originalDueAt()), terms.extensionLimit());
    }

    private Instant newDueMoment(Obligation duty, PlanTerms terms, LocalDate until) {
        if (until == null) {
            throw new InvalidInput("until", "required");
        }
        if (until.getYear() > terms.year() + 1 || until.getYear() < terms.year()) {
            throw new InvalidInput("until", "extension.year", terms.year(), terms.year() + 1);
        }
        Instant dueAt = terms.rule(until).dueAt(workingDays);
        if (!dueAt.isAfter(clock.instant())) {
            throw new InvalidInput("until", "extension.past");
        }
        if (!dueAt.isAfter(duty.dueAt())) {
            throw new InvalidInput("until", "extension.notLater", VietnamTime.text(deadlineDay(terms, duty.dueAt())));
        }
        return dueAt;
    }

    @Override
    public Obligation waive(Actor actor, long id, String reason) {
        return Races.inTransaction(transaction, () -> {
            Obligation duty = decidable(actor, id);
            String why = Reason.of(reason);
            if (duty.processInstanceId() == null) {
                steps.waived(id, actor.login(), why);
            } else {
                ifCase(duty, (process, open) -> process.waive(open, actor.login(), why));
            }
            return obligations.get(id);
        });
    }

    @Override
    public void checkWaiver(Actor actor, long id, String reason) {
        decidable(actor, id);
        Reason.of(reason);
    }

    @Override
    public Obligation decidable(Actor actor, long id) {
        Obligation duty = visible(actor, id);
        actor.refuseOwn(duty.unitCode());
        if (!mayGrant(actor, duty)) {
            throw new NotAllowed("extension.notYours");
        }
        if (duty.settled()) {
            throw new Conflict("obligation.settled");
        }
        return duty;
    }

    @Override
    public Allowed allowed(Actor actor, Obligation duty) {
        if (duty.settled() || !mayGrant(actor, duty)) {
            return Allowed.NOTHING;
        }
        if (duty.dueAt() == null) {
            return new Allowed(false, true, null);
        }
        PlanTerms terms = plans.terms(duty.planId());
        LocalDate limit = limit(actor, duty, terms);
        return new Allowed(limit == null || leavesRoom(limit, duty, terms), true, limit);
    }

    /** Whether the last day that may be named is still ahead, and later than the present deadline. */
    private boolean leavesRoom(LocalDate limit, Obligation duty, PlanTerms terms) {
        Instant latest = terms.rule(limit).dueAt(workingDays);
        return latest.isAfter(duty.dueAt()) && latest.isAfter(clock.instant());
    }

    private void ifCase(Obligation duty, BiConsumer<DutyCases, Obligation> step) {
        if (duty.processInstanceId() != null) {
            step.accept(cases.of(duty), duty);
        }
    }

    private Obligation visible(Actor actor, long id) {
        return obligations
                .find(id)
                .filter(found -> organisation.isWithin(organisation.scopeOf(actor), found.unitCode())
                        || actor.holds(Role.inspector, focalUnit(found)))
                .orElseThrow(() -> new NotFound("obligation.unknown"));
    }

    /**
     * The ministry's leaders, the inspectors of the units that the unit reports to, and those of the plan's focal unit; of
     * all these nobody who works in the unit itself, in whatever role.
     */
    private boolean mayGrant(Actor actor, Obligation duty) {
        Set<String> inspected = actor.roles().stream()
                .filter(held -> held.role() == Role.inspector)
                .map(HeldRole::unitCode)
                .collect(Collectors.toSet());
        return !actor.worksIn(duty.unitCode())
                && (actor.holds(Role.ministryLeader)
                        || inspected.contains(focalUnit(duty))
                        || organisation.isWithin(new Scope(false, inspected), duty.unitCode()));
    }

    private String focalUnit(Obligation duty) {
        return plans.terms(duty.planId()).focalUnit();
    }

    /** The last day that the actor may name; null where there is no limit. */
    private LocalDate limit(Actor actor, Obligation duty, PlanTerms terms) {
        return actor.holds(Role.ministryLeader) ? null : inspectorsLimit(duty, terms);
    }

    /** A due moment as the day that a deadline would name, under the plan's bound. */
    private static LocalDate deadlineDay(PlanTerms terms, Instant dueAt) {
        return terms.bound().deadline(VietnamTime.dayOf(dueAt).minusDays(1));
    }
}
