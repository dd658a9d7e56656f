package vn.plancascade.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What "trước ngày 20/03" means, to the moment and to the day. */
@Tag("quick")
class DueMomentTest {

    private static final LocalDate DEADLINE = LocalDate.of(2023, 3, 20);

    /** Weekends are off, and so is Tuesday 21/03. */
    private static final WorkingDays CALENDAR = day -> day.getDayOfWeek().getValue() < 6
            && !Set.of(LocalDate.of(2023, 3, 21)).contains(day);

    @Test
    void beforeTheDayMeansBeforeItsFirstMoment() {
        assertThat(due(Bound.exclusive, false)).isEqualTo("2023-03-20T00:00:00+07:00");
    }

    @Test
    void atTheLatestMeansUntilItsLastMoment() {
        assertThat(due(Bound.inclusive, false)).isEqualTo("2023-03-21T00:00:00+07:00");
    }

    @Test
    void aLastDayOffMovesOnlyWhereThePlanSaysSo() {
        // Sunday 19/03 is the last day of "trước ngày 20/03": it moves to Monday the 20th.
        assertThat(due(Bound.exclusive, true)).isEqualTo("2023-03-21T00:00:00+07:00");
        assertThat(due(Bound.inclusive, true)).isEqualTo("2023-03-21T00:00:00+07:00");
    }

    @Test
    void workingDaysAreCountedAfterTheDayItself() {
        LocalDate thursday = LocalDate.of(2023, 3, 16);
        assertThat(CALENDAR.between(thursday, DEADLINE.minusDays(1))).isEqualTo(1);
        assertThat(CALENDAR.plus(thursday, 3)).isEqualTo(LocalDate.of(2023, 3, 22));
        assertThat(CALENDAR.plus(LocalDate.of(2023, 3, 22), -3)).isEqualTo(thursday);
        assertThat(CALENDAR.sameOrPrevious(DEADLINE.minusDays(1))).isEqualTo(LocalDate.of(2023, 3, 17));
    }

    @Test
    void overdueStartsWithTheDueMomentAndEndsWithTheIssue() {
        Obligation open = duty(ObligationState.drafting, null);
        assertThat(open.overdue(at("2023-03-19T23:59:59+07:00"))).isFalse();
        assertThat(open.overdue(at("2023-03-20T00:00:00+07:00"))).isTrue();
        assertThat(open.daysLate(at("2023-03-19T23:59:59+07:00"))).isZero();
        assertThat(open.daysLate(at("2023-03-20T00:00:00+07:00"))).isEqualTo(1);
        assertThat(open.daysLate(at("2023-03-22T12:00:00+07:00"))).isEqualTo(3);
        assertThat(duty(ObligationState.issued, DEADLINE).overdue(at("2023-03-25T00:00:00+07:00")))
                .isFalse();
    }

    @Test
    void latenessGoesByTheDocumentsDateWheneverItIsEntered() {
        Instant later = at("2023-03-25T00:00:00+07:00");
        Obligation inTime = duty(ObligationState.issued, DEADLINE.minusDays(1));
        assertThat(inTime.late()).isFalse();
        assertThat(inTime.daysLate(later)).isZero();
        Obligation late = duty(ObligationState.issued, DEADLINE);
        assertThat(late.late()).isTrue();
        assertThat(late.daysLate(later)).isEqualTo(1);
    }

    @Test
    void whatIsWaivedOrNotRequiredIsNeverLate() {
        for (ObligationState state :
                new ObligationState[] {ObligationState.waived, ObligationState.notRequired, ObligationState.withdrawn
                }) {
            Obligation duty = duty(state, null);
            assertThat(duty.overdue(at("2023-12-01T00:00:00+07:00"))).isFalse();
            assertThat(duty.daysLate(at("2023-12-01T00:00:00+07:00"))).isZero();
        }
    }

    private static String due(Bound bound, boolean dayOffMoves) {
        Instant due = new DeadlineRule(DEADLINE, bound, dayOffMoves).dueAt(CALENDAR);
        return vn.plancascade.kernel.VietnamTime.offset(due)
                .format(java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }

    private static Obligation duty(ObligationState state, LocalDate documentDate) {
        Instant due = at("2023-03-20T00:00:00+07:00");
        return new Obligation(
                1,
                1,
                DutyKind.subPlan,
                "2023",
                "A",
                "A",
                null,
                "full",
                due,
                due,
                due,
                state,
                null,
                null,
                null,
                documentDate,
                null,
                null,
                null,
                null,
                null,
                0,
                "BYT",
                null,
                null);
    }

    private static Instant at(String moment) {
        return OffsetDateTime.parse(moment).toInstant();
    }
}
