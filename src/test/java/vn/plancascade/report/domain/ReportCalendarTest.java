package vn.plancascade.report.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.plan.PlanContent.Period;

/** How the periods of a year lie to each other. */
@Tag("quick")
class ReportCalendarTest {

    private static final Period Q1 = period("2023-Q1", "2022-12-15", "2023-03-14", "2023-03-15");
    private static final Period H1 = period("2023-H1", "2022-12-15", "2023-06-14", "2023-06-15");
    private static final Period Q3 = period("2023-Q3", "2023-06-15", "2023-09-14", "2023-09-15");
    private static final Period YEAR = period("2023-Y", "2022-12-15", "2023-12-14", "2023-12-15");
    private static final Period UNBOUNDED = new Period("2023-X", null, null, LocalDate.parse("2023-10-01"), null);

    private final ReportCalendar calendar = new ReportCalendar(List.of(Q3, Q1, YEAR, UNBOUNDED, H1));

    @Test
    void thePartsOfAPeriodAreThoseThatEndWithinItTheLongestFirst() {
        assertThat(calendar.within(YEAR)).containsExactly(H1, Q1, Q3);
        assertThat(calendar.within(H1)).containsExactly(Q1);
        assertThat(calendar.within(Q1)).isEmpty();
        assertThat(calendar.within(UNBOUNDED)).isEmpty();
    }

    @Test
    void thePeriodBeforeEndsOnTheEve() {
        assertThat(calendar.before(Q3)).contains("2023-H1");
    }

    @Test
    void beforeWhatBeginsWithTheYearIsTheYearBefore() {
        assertThat(calendar.before(Q1)).contains("2022-Y");
        assertThat(calendar.before(H1)).contains("2022-Y");
        assertThat(calendar.before(YEAR)).contains("2022-Y");
    }

    @Test
    void whatBeginsInTheMiddleOfNothingHasNothingBefore() {
        Period late = period("2023-Q4", "2023-10-01", "2023-12-31", "2024-01-10");
        assertThat(new ReportCalendar(List.of(Q1, H1, late)).before(late)).isEmpty();
        assertThat(calendar.before(UNBOUNDED)).isEmpty();
        assertThat(new ReportCalendar(List.of(Q1)).before(Q1)).isEmpty();
    }

    @Test
    void aLowerTiersFiguresEndAsLongBeforeItsDueDayAsThePlanSaysForTheFirst() {
        assertThat(ReportCalendar.cutOff(H1, due("2023-06-15"))).isEqualTo("2023-06-14");
        assertThat(ReportCalendar.cutOff(H1, due("2023-06-12"))).isEqualTo("2023-06-11");
    }

    @Test
    void whoIsDueLaterStillReportsThePeriodsOwnDays() {
        assertThat(ReportCalendar.cutOff(H1, due("2023-06-20"))).isEqualTo("2023-06-14");
        assertThat(ReportCalendar.cutOff(H1, null)).isEqualTo("2023-06-14");
        assertThat(ReportCalendar.cutOff(UNBOUNDED, due("2023-10-01"))).isNull();
    }

    @Test
    void aPeriodClosesSoManyDaysAfterItsDueDay() {
        assertThat(ReportCalendar.closesAt(H1, 120)).isEqualTo(due("2023-10-13"));
        assertThat(ReportCalendar.closesAt(H1, 1)).isEqualTo(Instant.parse("2023-06-15T17:00:00Z"));
    }

    private static Period period(String code, String from, String to, String due) {
        return new Period(code, LocalDate.parse(from), LocalDate.parse(to), LocalDate.parse(due), null);
    }

    private static Instant due(String day) {
        return VietnamTime.startOf(LocalDate.parse(day));
    }
}
