package vn.plancascade.plan.process;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.plan.domain.SubPlans;
import vn.plancascade.worklist.EvidencePlaces;

/** Evidence stands at the tasks that a sub-plan answers. */
@Component
class SubPlanEvidence implements EvidencePlaces {

    private final SubPlans subPlans;

    SubPlanEvidence(SubPlans subPlans) {
        this.subPlans = subPlans;
    }

    @Override
    public Set<DutyKind> kinds() {
        return Set.of(DutyKind.subPlan);
    }

    @Override
    public List<Place> of(long dutyId, Locale locale) {
        return subPlans.work(dutyId).tasks().stream()
                .map(task -> new Place(task.no(), task.no() + " " + task.title(), true))
                .toList();
    }
}
