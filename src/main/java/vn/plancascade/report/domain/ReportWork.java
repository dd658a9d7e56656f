package vn.plancascade.report.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import vn.plancascade.deadline.Obligation;
import vn.plancascade.organisation.Unit;
import vn.plancascade.plan.Indicator;
import vn.plancascade.plan.NationalPlan;
import vn.plancascade.plan.PlanContent.Period;
import vn.plancascade.report.domain.ReportRow.VersionKind;
import vn.plancascade.worklist.ApprovalRounds.Round;
import vn.plancascade.worklist.FormData;

/**
 * Everything that a step of a report looks at.
 *
 * @param indicators those that this unit reports, computed ones among them
 * @param round the newest submission, or null before the first
 */
public record ReportWork(
        Obligation duty,
        NationalPlan plan,
        Unit unit,
        ReportRow report,
        Period period,
        List<Indicator> indicators,
        Round round) {

    ReportCalendar calendar() {
        return new ReportCalendar(plan.content().reportCalendar());
    }

    /** The last day whose facts the report holds; null where the plan names none. */
    public LocalDate cutOff() {
        return ReportCalendar.cutOff(period, duty.originalDueAt());
    }

    /** When its figures can no longer change. */
    Instant closesAt() {
        return ReportCalendar.closesAt(period, plan.content().reportOpenDays());
    }

    public boolean isAmended() {
        return report.isAmended();
    }

    /** What is being written, in the names of the texts. */
    public String kindInWork() {
        return report.inWork() == null
                ? VersionKind.first.name()
                : report.inWork().name();
    }

    public boolean isConsolidation() {
        return report.isConsolidation();
    }

    /** The version that was submitted and not issued yet. */
    public int versionInWork() {
        return report.versionInWork();
    }

    public ReportDraft submitted() {
        return FormData.read(round.content(), ReportDraft.class);
    }
}
