package vn.plancascade.followup.domain;

import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.plancascade.deadline.Obligation;
import vn.plancascade.deadline.PlanTermsSource;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.HeldRole;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.organisation.Role;
import vn.plancascade.organisation.Unit;
import vn.plancascade.organisation.UnitKind;

/** Which unit writes a chasing letter, and to whom. */
@Component
class LetterWriters {

    /** Deeper than any tree of units. */
    private static final int DEEPEST = 20;

    private final PlanTermsSource plans;
    private final Organisation organisation;

    LetterWriters(PlanTermsSource plans, Organisation organisation) {
        this.plans = plans;
        this.organisation = organisation;
    }

    /** The unit in which the actor inspects, the plan's focal unit before others; for a leader of the ministry the focal unit. */
    String of(Actor actor, Obligation duty) {
        String focal = plans.terms(duty.planId()).focalUnit();
        return actor.holds(Role.inspector, focal)
                ? focal
                : actor.roles().stream()
                        .filter(held -> held.role() == Role.inspector)
                        .map(HeldRole::unitCode)
                        .filter(unit -> organisation.subtree(unit).contains(duty.unitCode()))
                        .sorted()
                        .findFirst()
                        .orElse(focal);
    }

    /** Whether there is somebody to approve its letters and somebody to number them. */
    boolean canSend(String unit) {
        return !organisation.holders(Role.head, unit).isEmpty() && organisation.hasClerk(unit);
    }

    /** The department of health at or above a unit; null where there is none. */
    String departmentOfHealth(String code) {
        Optional<Unit> unit = organisation.unit(code);
        for (int i = 0; unit.isPresent() && i < DEEPEST; i++) {
            if (unit.get().kind() == UnitKind.DOH) {
                return unit.get().code();
            }
            unit = Optional.ofNullable(unit.get().reportsToCode()).flatMap(organisation::unit);
        }
        return null;
    }
}
