package vn.plancascade.report.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.plan.PlanContent.Period;

/** How the periods of a plan's report calendar lie to each other and to their days. Days are those of Việt Nam. */
record ReportCalendar(List<Period> periods) {

    /** Periods that lie within this one, the earliest and of those the longest first; empty where its data have no bounds. */
    List<Period> within(Period period) {
        if (!isBounded(period)) {
            return List.of();
        }
        return periods.stream()
                .filter(ReportCalendar::isBounded)
                .filter(part -> !part.dataFrom().isBefore(period.dataFrom())
                        && part.dataTo().isBefore(period.dataTo()))
                .sorted(Comparator.comparing(Period::dataFrom).thenComparing(Period::dataTo, Comparator.reverseOrder()))
                .toList();
    }

    private static boolean isBounded(Period period) {
        return period.dataFrom() != null && period.dataTo() != null;
    }

    /** The code of the period that ends where this one begins: for what begins with the year, the year before. */
    Optional<String> before(Period period) {
        if (period.dataFrom() == null) {
            return Optional.empty();
        }
        LocalDate eve = period.dataFrom().minusDays(1);
        return periods.stream()
                .filter(each -> eve.equals(each.dataTo()))
                .map(Period::period)
                .findFirst()
                .or(() -> periods.stream()
                        .filter(each -> each.isYear() && period.dataFrom().equals(each.dataFrom()))
                        .findFirst()
                        .map(Period::yearBefore));
    }

    /**
     * The last day whose facts a report holds: as long before its own due day as the plan says for the first tier.
     *
     * @param dueAt when the report was due at first; null while nobody knows
     * @return null where the plan names none
     */
    static LocalDate cutOff(Period period, Instant dueAt) {
        if (period.dataTo() == null || dueAt == null) {
            return period.dataTo();
        }
        long gap = period.due().toEpochDay() - period.dataTo().toEpochDay();
        LocalDate own = VietnamTime.dayOf(dueAt).minusDays(gap);
        return own.isBefore(period.dataTo()) ? own : period.dataTo();
    }

    /**
     * When the period's figures can no longer change.
     *
     * @param openDays days after its due day on which it still takes late reports and corrections
     */
    static Instant closesAt(Period period, int openDays) {
        return VietnamTime.startOf(period.due().plusDays(openDays));
    }
}
