package vn.plancascade.reorganisation.domain;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import vn.plancascade.deadline.DutyTransfers;
import vn.plancascade.deadline.PlanTermsSource;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.reorganisation.UnitChange;
import vn.plancascade.reorganisation.UnitChange.Kind;

/** Until when the old unit's people may keep what is under way. */
@Component
class KeptWorkRules {

    private final DutyTransfers duties;
    private final PlanTermsSource plans;

    KeptWorkRules(DutyTransfers duties, PlanTermsSource plans) {
        this.duties = duties;
        this.plans = plans;
    }

    /** With the last of the plans of what they owe nothing would be left to go over. */
    void check(UnitChange change) {
        LocalDate until = change.keepUntil();
        if (until == null) {
            return;
        }
        if (change.kind() == Kind.rename) {
            throw new InvalidInput("keepUntil", "reorganisation.nothingGoesOver");
        }
        if (!until.isAfter(change.from())) {
            throw new InvalidInput("keepUntil", "reorganisation.keptNoLonger");
        }
        LocalDate last = duties.plansOwed(change.units()).stream()
                .map(plan -> VietnamTime.dayOf(plans.closesAt(plan)))
                .max(LocalDate::compareTo)
                .orElse(LocalDate.MAX);
        if (!until.isBefore(last)) {
            throw new InvalidInput("keepUntil", "reorganisation.keptTooLong", last);
        }
    }
}
