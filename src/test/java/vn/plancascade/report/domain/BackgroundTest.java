package vn.plancascade.report.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.plancascade.plan.Indicator;
import vn.plancascade.plan.PlanContent.Period;

/** Which of a unit's earlier figures stand behind those of a period. */
@Tag("quick")
class BackgroundTest {

    private static final Period Q1 = period("2023-Q1", "2023-01-01", "2023-03-31");
    private static final Period H1 = period("2023-H1", "2023-01-01", "2023-06-30");
    private static final Period Q3 = period("2023-Q3", "2023-07-01", "2023-09-30");
    private static final Period YEAR = period("2023-Y", "2023-01-01", "2023-12-31");
    private static final ReportCalendar CALENDAR = new ReportCalendar(List.of(Q1, H1, Q3, YEAR));

    /** What was open before, what came, what was done. */
    private static final Indicator OPEN = Figures.carriedFrom("A0", "A0", "A1", "A2");

    @Test
    void theYearBeforeIsTheSamePeriodsOwn() {
        assertThat(background(H1, Map.of("2022-H1", figures("A1", 7))).yearBefore())
                .isEqualTo(figures("A1", 7));
        assertThat(background(H1, Map.of("2022-Y", figures("A1", 7))).yearBefore())
                .isEmpty();
    }

    @Test
    void partsOfAPeriodDoNotOverlapAndTheLongestCounts() {
        Map<String, Map<String, BigDecimal>> own =
                Map.of("2023-Q1", figures("A1", 1), "2023-H1", figures("A1", 2), "2023-Q3", figures("A1", 3));
        assertThat(background(YEAR, own).within()).containsExactly(figures("A1", 2), figures("A1", 3));
    }

    @Test
    void whereTheLongerHasNoFiguresTheShorterCounts() {
        Map<String, Map<String, BigDecimal>> own = Map.of("2023-Q1", figures("A1", 1), "2023-Q3", figures("A1", 3));
        assertThat(background(YEAR, own).within()).containsExactly(figures("A1", 1), figures("A1", 3));
    }

    @Test
    void whatIsCarriedOverIsWhatWasThereLessWhatWasDone() {
        assertThat(background(Q3, Map.of("2023-H1", Figures.of("A0", 2, "A1", 5, "A2", 3)))
                        .carried())
                .isEqualTo(figures("A0", 4));
        // More was done than ever came: nothing is left, and no less than nothing.
        assertThat(background(Q3, Map.of("2023-H1", Figures.of("A1", 1, "A2", 3)))
                        .carried())
                .isEqualTo(figures("A0", 0));
    }

    @Test
    void nothingIsCarriedOverFromAPeriodThatDoesNotSay() {
        assertThat(background(Q3, Map.of("2023-H1", figures("A1", 5))).carried())
                .isEmpty();
        assertThat(background(Q3, Map.of("2023-H1", figures("A2", 5))).carried())
                .isEmpty();
        assertThat(background(Q3, Map.of()).carried()).isEmpty();
    }

    private static Background background(Period period, Map<String, Map<String, BigDecimal>> own) {
        return Background.of(CALENDAR, period, List.of(OPEN), code -> own.getOrDefault(code, Map.of()));
    }

    private static Map<String, BigDecimal> figures(String code, int value) {
        return Figures.of(code, value);
    }

    private static Period period(String code, String from, String to) {
        LocalDate last = LocalDate.parse(to);
        return new Period(code, LocalDate.parse(from), last, last.plusDays(1), null);
    }
}
