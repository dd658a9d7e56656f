package vn.plancascade.report.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.plancascade.plan.Indicator;
import vn.plancascade.plan.Indicator.Computed.How;

/** What follows from figures. */
@Tag("quick")
class ComputationTest {

    private static final List<Indicator> INDICATORS = List.of(
            Figures.count("A1"),
            Figures.count("A2"),
            Figures.computed("A3", How.sum, List.of("A1", "A2"), List.of()),
            Figures.computed("A4", How.ratio, List.of("A2"), List.of("A3")),
            Figures.computed("A5", How.change, List.of("A3"), List.of()));

    @Test
    void sumsRatiosAndChangesFollowFromWhatWasEntered() {
        Map<String, BigDecimal> complete =
                Computation.complete(INDICATORS, Figures.of("A1", 1, "A2", 2), Figures.of("A1", 2, "A2", 2));
        assertThat(complete.get("A3")).isEqualByComparingTo("3");
        assertThat(complete.get("A4")).isEqualByComparingTo("66.7");
        assertThat(complete.get("A5")).isEqualByComparingTo("-25");
    }

    @Test
    void whatCannotBeComputedIsNothing() {
        Map<String, BigDecimal> complete = Computation.complete(INDICATORS, Figures.of("A1", 0, "A2", 0), Map.of());
        assertThat(complete.get("A3")).isEqualByComparingTo("0");
        assertThat(complete.get("A4")).isNull();
        assertThat(complete.get("A5")).isNull();
        assertThat(Computation.complete(INDICATORS, Map.of(), Map.of()).values())
                .containsOnlyNulls();
    }
}
