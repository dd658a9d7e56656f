package vn.plancascade.plan.domain;

import java.util.EnumSet;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.deadline.DutyStep;
import vn.plancascade.deadline.Obligation;
import vn.plancascade.deadline.ObligationState;
import vn.plancascade.deadline.Obligations;
import vn.plancascade.kernel.Conflict;
import vn.plancascade.kernel.NotAllowed;
import vn.plancascade.kernel.NotFound;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.organisation.Role;

/** Who may record a document that was signed outside, and of which duties. */
@Component
class OutsideRights {

    private static final Set<Role> RECORDING =
            EnumSet.of(Role.drafter, Role.clerk, Role.focalContact, Role.head, Role.deputy, Role.leaderInCharge);

    private final Obligations obligations;
    private final Organisation organisation;

    OutsideRights(Obligations obligations, Organisation organisation) {
        this.obligations = obligations;
        this.organisation = organisation;
    }

    static boolean isOpen(Obligation duty) {
        return DutyStep.issuedOutside.from(duty.kind()).contains(duty.state());
    }

    /** A signed copy comes with the number, or later. */
    static boolean isSigned(Obligation duty) {
        return duty.issuedAt() != null || duty.state() == ObligationState.awaitingIssue;
    }

    /** Whoever works in the unit; for the ministry's own report also the clerk of the body that issues it. */
    boolean registers(Actor actor, Obligation duty) {
        return worksIn(actor, duty.unitCode())
                || duty.kind() == DutyKind.reportCycle && actor.holds(Role.clerk, duty.issuerCode());
    }

    Obligation visibleDuty(Actor actor, long id) {
        return obligations
                .find(id)
                .filter(found -> organisation.isWithin(organisation.scopeOf(actor), found.unitCode()))
                .orElseThrow(() -> new NotFound("obligation.unknown"));
    }

    Obligation ownDuty(Actor actor, long id) {
        Obligation duty = visibleDuty(actor, id);
        if (!worksIn(actor, duty.unitCode())) {
            throw new NotAllowed("outside.notYours");
        }
        if (duty.kind() == DutyKind.reportCycle) {
            throw new Conflict("outside.unitsOnly");
        }
        return duty;
    }

    static boolean worksIn(Actor actor, String unitCode) {
        return RECORDING.stream().anyMatch(role -> actor.holds(role, unitCode));
    }
}
