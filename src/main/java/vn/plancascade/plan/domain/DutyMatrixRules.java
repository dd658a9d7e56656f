package vn.plancascade.plan.domain;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.plancascade.kernel.Violation;
import vn.plancascade.plan.PlanContent;
import vn.plancascade.plan.PlanContent.Duty;

/** What must hold for what a plan says of each kind of unit. */
final class DutyMatrixRules {

    private DutyMatrixRules() {}

    static void check(PlanContent plan, List<Violation> found) {
        if (plan.duties().isEmpty()) {
            found.add(new Violation("duties", "plan.noDuties"));
        }
        Set<Object> kinds = new HashSet<>();
        for (int i = 0; i < plan.duties().size(); i++) {
            Duty duty = plan.duties().get(i);
            String field = "duties[" + i + "].";
            if (duty.kind() == null || !duty.kind().hasDuties()) {
                found.add(new Violation(field + "kind", "plan.kindWithoutDuties"));
            } else if (!kinds.add(duty.kind())) {
                found.add(new Violation(field + "kind", "plan.kindTwice", duty.kind()));
            }
            if (!duty.form().equals("full") && !duty.form().equals("short")) {
                found.add(new Violation(field + "form", "plan.form"));
            }
        }
    }
}
