package vn.plancascade.request.domain;

import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.plancascade.deadline.Obligation;
import vn.plancascade.deadline.PlanTerms;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.organisation.Role;
import vn.plancascade.organisation.Unit;

/** Which unit's inspectors decide about a request. */
@Component
class Deciders {

    /** Deeper than any tree of units. */
    private static final int DEEPEST = 20;

    private final Organisation organisation;

    Deciders(Organisation organisation) {
        this.organisation = organisation;
    }

    /**
     * The nearest unit above that has inspectors; the plan's focal unit where there is none, and for units that nobody between is
     * to chase. Empty where nobody inspects there either.
     */
    Optional<String> of(Obligation duty, PlanTerms plan) {
        return Optional.of(unitOf(duty, plan))
                .filter(unit -> !organisation.holders(Role.inspector, unit).isEmpty());
    }

    private String unitOf(Obligation duty, PlanTerms plan) {
        Unit unit = organisation.unit(duty.unitCode()).orElseThrow();
        if (unit.kind().isUnderFocalUnit()) {
            return plan.focalUnit();
        }
        String above = unit.reportsToCode();
        for (int i = 0; above != null && i < DEEPEST; i++) {
            if (!organisation.holders(Role.inspector, above).isEmpty()) {
                return above;
            }
            above = organisation.unit(above).map(Unit::reportsToCode).orElse(null);
        }
        return plan.focalUnit();
    }
}
