package vn.plancascade.plan.domain;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import vn.plancascade.plan.PlanContent.Period;

/**
 * The report calendars that are usual. What a report tells of begins on the 15th of the month before its period and ends on
 * the 14th of its last month (Nghị định 09/2019/NĐ-CP, Điều 12); it is given to units the day after, and due on the 20th
 * or the first working day after it.
 */
enum UsualPeriods {
    /** January to December. */
    monthly {
        @Override
        List<Period> of(int year) {
            List<Period> periods = new ArrayList<>();
            for (Month month : Month.values()) {
                periods.add(period(year, "M%02d".formatted(month.getValue()), month.getValue(), month));
            }
            return periods;
        }
    },
    /** The four quarters. */
    quarterly {
        @Override
        List<Period> of(int year) {
            return List.of(
                    period(year, "Q1", 1, Month.MARCH),
                    period(year, "Q2", 4, Month.JUNE),
                    period(year, "Q3", 7, Month.SEPTEMBER),
                    period(year, "Q4", 10, Month.DECEMBER));
        }
    },
    /** The first quarter, the half-year, the third quarter and the year, as most plans of the ministry want them. */
    halfYearly {
        @Override
        List<Period> of(int year) {
            return List.of(
                    period(year, "Q1", 1, Month.MARCH),
                    period(year, "H1", 1, Month.JUNE),
                    period(year, "Q3", 7, Month.SEPTEMBER),
                    period(year, "Y", 1, Month.DECEMBER));
        }
    };

    private static final int LAST_DAY_OF_DATA = 14;
    private static final int DUE = 20;

    abstract List<Period> of(int year);

    /** @param first number of the first month that it is about */
    private static Period period(int year, String code, int first, Month last) {
        LocalDate end = LocalDate.of(year, last, LAST_DAY_OF_DATA);
        return new Period(
                year + "-" + code,
                LocalDate.of(year, first, LAST_DAY_OF_DATA + 1).minusMonths(1),
                end,
                end.withDayOfMonth(DUE),
                end.plusDays(1));
    }
}
