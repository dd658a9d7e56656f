package vn.plancascade.plan.domain;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import vn.plancascade.deadline.WorkStep;
import vn.plancascade.kernel.Violation;
import vn.plancascade.plan.PlanContent;

/** How long a plan may want each step to take: steps at which somebody works, each once. */
final class StepTargetRules {

    private static final Set<WorkStep> WORK = EnumSet.of(
            WorkStep.drafting, WorkStep.withReviewer, WorkStep.withHead, WorkStep.withClerk, WorkStep.withSuperior);

    private StepTargetRules() {}

    static void check(PlanContent plan, List<Violation> found) {
        Set<WorkStep> seen = EnumSet.noneOf(WorkStep.class);
        for (int i = 0; i < plan.stepTargets().size(); i++) {
            PlanContent.StepTarget target = plan.stepTargets().get(i);
            if (!WORK.contains(target.step())) {
                found.add(new Violation("stepTargets[" + i + "].step", "plan.targetStep"));
            } else if (!seen.add(target.step())) {
                found.add(new Violation("stepTargets[" + i + "].step", "plan.targetTwice"));
            }
            if (target.days() == null || target.days() < 1 || target.days() > 366) {
                found.add(new Violation("stepTargets[" + i + "].days", "plan.targetDays"));
            }
        }
    }
}
