package vn.plancascade.plan.domain;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.plancascade.deadline.WorkingDays;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.kernel.Violation;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.plan.OfferedUnits;
import vn.plancascade.plan.PlanContent;

/** What must hold for a national plan, among the units of today and by the product's clock. */
@Component
class PlanRules {

    private final WorkingDays workingDays;
    private final Organisation organisation;
    private final OfferedUnits offered;
    private final Clock clock;

    PlanRules(WorkingDays workingDays, Organisation organisation, OfferedUnits offered, Clock clock) {
        this.workingDays = workingDays;
        this.organisation = organisation;
        this.offered = offered;
        this.clock = clock;
    }

    /** @throws InvalidInput as {@link PlanContentRules} says */
    void check(PlanContent plan) {
        Set<String> own = offered.all().stream().map(OfferedUnits.Offered::code).collect(Collectors.toSet());
        PlanContentRules.check(
                plan, code -> own.contains(code) || organisation.unit(code).isPresent());
    }

    /** What {@link #check} would refuse. */
    List<Violation> wrong(PlanContent plan) {
        try {
            check(plan);
            return List.of();
        } catch (InvalidInput refused) {
            return refused.violations();
        }
    }

    /** @throws InvalidInput as {@link IssuableRules} says */
    void checkIssuable(PlanContent plan) {
        IssuableRules.check(plan, clock.instant(), workingDays);
    }
}
