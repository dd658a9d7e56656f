package vn.plancascade.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.plancascade.kernel.VietnamTime;

/** From the day that a plan names to the last day in time and the first moment that is too late. */
@Tag("quick")
class DeadlineRuleTest {

    /** Off are weekends, Thursday and Friday 20–21/04, Saturday to Wednesday 29/04–03/05; Saturday 06/05 is made up for. */
    private static final Set<LocalDate> OFF = Set.of(
            LocalDate.of(2023, 4, 20),
            LocalDate.of(2023, 4, 21),
            LocalDate.of(2023, 5, 1),
            LocalDate.of(2023, 5, 2),
            LocalDate.of(2023, 5, 3));

    private static final WorkingDays CALENDAR =
            day -> day.equals(LocalDate.of(2023, 5, 6)) || day.getDayOfWeek().getValue() < 6 && !OFF.contains(day);

    @ParameterizedTest(name = "{1} {0}, moves: {2}: in time until {3}")
    @CsvSource({
        "2023-03-20, exclusive, false, 2023-03-19",
        "2023-03-20, exclusive, true,  2023-03-20",
        "2023-03-20, inclusive, false, 2023-03-20",
        "2023-03-20, inclusive, true,  2023-03-20",
        "2023-04-21, exclusive, false, 2023-04-20",
        "2023-04-21, exclusive, true,  2023-04-24",
        "2023-04-30, inclusive, true,  2023-05-04",
        "2023-05-07, exclusive, true,  2023-05-06",
        "2023-05-07, inclusive, true,  2023-05-08",
        "2024-03-01, exclusive, false, 2024-02-29",
        "2023-01-01, exclusive, false, 2022-12-31"
    })
    void theLastDayInTimeAndTheMomentAfterIt(LocalDate named, Bound bound, boolean moves, LocalDate last) {
        DeadlineRule rule = new DeadlineRule(named, bound, moves);
        assertThat(rule.lastDay(CALENDAR)).isEqualTo(last);
        assertThat(VietnamTime.offset(rule.dueAt(CALENDAR))).isEqualTo(last.plusDays(1) + "T00:00+07:00");
    }

    @ParameterizedTest
    @CsvSource({"exclusive, 2023-03-19, 2023-03-20", "inclusive, 2023-03-20, 2023-03-20"})
    void aBoundNamesTheDayOfItsLastDay(Bound bound, LocalDate last, LocalDate named) {
        assertThat(bound.deadline(last)).isEqualTo(named);
        assertThat(bound.lastDay(named)).isEqualTo(last);
    }
}
