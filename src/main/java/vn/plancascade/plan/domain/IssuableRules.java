package vn.plancascade.plan.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.plancascade.deadline.WorkingDays;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.kernel.Violation;
import vn.plancascade.plan.PlanContent;

/**
 * Refuses a plan that would make somebody late at birth: its deadline must lie after the day on which it is issued, by its own
 * date and by the calendar.
 */
final class IssuableRules {

    private IssuableRules() {}

    /**
     * @param now when it is to be issued
     * @throws InvalidInput naming {@code documentDate}, or each deadline that is too soon
     */
    static void check(PlanContent plan, Instant now, WorkingDays workingDays) {
        LocalDate today = VietnamTime.dayOf(now);
        if (plan.documentDate() == null) {
            throw new InvalidInput("documentDate", "required");
        }
        if (plan.documentDate().isAfter(today)) {
            throw new InvalidInput("documentDate", "document.dateInFuture");
        }
        List<Violation> found = new ArrayList<>();
        if (tooSoon(plan, plan.subPlanDeadline(), now, workingDays)) {
            found.add(
                    new Violation("subPlanDeadline", "plan.deadlinePassed", VietnamTime.text(plan.subPlanDeadline())));
        }
        for (int i = 0; i < plan.duties().size(); i++) {
            LocalDate own = plan.duties().get(i).subPlanDeadline();
            if (own != null && tooSoon(plan, own, now, workingDays)) {
                found.add(new Violation(
                        "duties[" + i + "].subPlanDeadline", "plan.deadlinePassed", VietnamTime.text(own)));
            }
        }
        InvalidInput.throwIfAny(found);
    }

    private static boolean tooSoon(PlanContent plan, LocalDate deadline, Instant now, WorkingDays workingDays) {
        return !deadline.isAfter(VietnamTime.dayOf(now))
                || !PlanDeadlines.rule(plan, deadline).dueAt(workingDays).isAfter(now);
    }
}
