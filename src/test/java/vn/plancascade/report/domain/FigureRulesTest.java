package vn.plancascade.report.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.kernel.Violation;
import vn.plancascade.plan.Indicator;
import vn.plancascade.plan.Indicator.Check;
import vn.plancascade.plan.Indicator.Check.Level;
import vn.plancascade.plan.Indicator.Check.Op;
import vn.plancascade.plan.Indicator.Computed.How;
import vn.plancascade.plan.Indicator.Type;

/** What is refused of a unit's figures, and what has to be explained. */
@Tag("quick")
class FigureRulesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource({
        "number, -1, figure.negative",
        "number, 1.5, figure.whole",
        "number, nhiều, figure.number",
        "number, 1000000000000, figure.tooLarge",
        "number, , figure.blank",
        "percentage, 101, figure.over100",
        "percentage, 99.55, figure.decimals",
        "yesNo, có lẽ, figure.yesNo"
    })
    void whatIsNoFigureIsRefusedByItsField(Type type, String sent, String code) {
        Indicator indicator = Figures.of("A1", type, type == Type.percentage ? 1 : 0);
        assertThat(wrong(List.of(indicator), draft("A1", sent))).containsExactly("figures.A1 " + code);
    }

    @Test
    void figuresAreReadAsTheyAreTyped() {
        List<Indicator> indicators = List.of(
                Figures.count("A1"),
                Figures.of("A2", Type.number, 1),
                Figures.of("A3", Type.yesNo, 0),
                Figures.of("A4", Type.text, 0));
        FigureRules.Entered entered = FigureRules.check(
                indicators, draft("A1", "1.234", "A2", "2,5", "A3", "Có", "A4", " lời "), Map.of(), Background.NONE);
        assertThat(entered.values()).isEqualTo(Figures.of("A1", 1234, "A2", "2.5", "A3", 1));
        assertThat(entered.words()).isEqualTo(Map.of("A4", "lời"));
    }

    @Test
    void whereNothingHappenedBlanksAreZero() {
        ReportDraft nothing = new ReportDraft(Map.of(), true, null, null, null, null, null);
        assertThat(FigureRules.check(List.of(Figures.count("A1")), nothing, Map.of(), Background.NONE)
                        .values())
                .isEqualTo(Figures.of("A1", 0));
    }

    @Test
    void whatNobodyAsksForOrTheProductComputesIsRefused() {
        Indicator sum = Figures.computed("A2", How.sum, List.of("A1"), List.of());
        assertThat(wrong(List.of(Figures.count("A1"), sum), draft("A1", "1", "A2", "1", "A9", "1")))
                .containsExactlyInAnyOrder("figures.A2 figure.computed", "figures.A9 figure.unknown");
    }

    @Test
    void aPartIsNoMoreThanTheWhole() {
        Indicator part = Figures.count("A2", check(Op.atMost, Level.error, 1, "A1"));
        List<Indicator> indicators = List.of(Figures.count("A1"), part);
        assertThat(wrong(indicators, draft("A1", "3", "A2", "4"))).containsExactly("figures.A2 figure.error.atMost");
        assertThat(wrong(indicators, draft("A1", "4", "A2", "4"))).isEmpty();
    }

    @Test
    void allThatIsWrongIsSaidAtOnceAndNothingIsHeldAgainstABlank() {
        Indicator part = Figures.count("A2", check(Op.atMost, Level.error, 1, "A1"));
        Indicator share =
                Figures.computed("A3", How.ratio, List.of("A2"), List.of("A1"), check(Op.target, Level.explain, 100));
        Indicator other = Figures.count("A5", check(Op.atMost, Level.error, 1, "A4"));
        List<Indicator> indicators = List.of(Figures.count("A1"), part, share, Figures.count("A4"), other);
        ReportDraft half = draft("A2", "4", "A4", "nhiều", "A5", "9");

        assertThat(wrong(indicators, half))
                .containsExactlyInAnyOrder("figures.A4 figure.number", "figures.A1 figure.blank");
        assertThat(wrong(indicators, draft("A1", "3", "A2", "4", "A4", "mười", "A5", "9")))
                .containsExactlyInAnyOrder("figures.A4 figure.number", "figures.A2 figure.error.atMost");
        FigureRules.Standing standing = FigureRules.standing(indicators, half, Map.of(), Background.NONE);
        assertThat(standing.wrong()).map(FigureRulesTest::text).containsExactly("figures.A4 figure.number");
        assertThat(standing.blank()).containsExactly("A1");
        assertThat(FigureRules.standing(indicators, draft("A1", "4", "A2", "3"), Map.of(), Background.NONE)
                        .figures()
                        .get("A3"))
                .isEqualByComparingTo("75");
    }

    @Test
    void whatCountsEventsIsNoLessThanItsParts() {
        Background background = new Background(
                Map.of(), List.of(Figures.of("A1", 3), Figures.of("A1", 4), Figures.of("A2", 9)), Map.of());
        List<Indicator> indicators = List.of(Figures.flow("A1"), Figures.count("A2"));
        assertThat(wrong(indicators, draft("A1", "6", "A2", "1"), background))
                .containsExactly("figures.A1 figure.lessThanParts");
        assertThat(wrong(indicators, draft("A1", "7", "A2", "1"), background)).isEmpty();
    }

    @Test
    void whatDiffersFromWhatWasLeftOpenIsExplained() {
        Background background = new Background(Map.of(), List.of(), Figures.of("A1", 4));
        List<Indicator> indicators = List.of(Figures.count("A1"));
        assertThat(wrong(indicators, draft("A1", "5"), background)).containsExactly("figures.A1 figure.carried");
        assertThat(wrong(indicators, draft("A1", "4"), background)).isEmpty();
        assertThat(wrong(indicators, explained("A1", "5"), background)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"10, 30, true", "10, 31, false", "30, 10, true", "31, 10, false", "0, 99, true", "99, 0, true"})
    void whatIsFarFromTheYearBeforeIsExplained(int before, int now, boolean near) {
        Indicator indicator = Figures.count("A1", check(Op.lastYear, Level.explain, 3));
        Background background = new Background(Figures.of("A1", before), List.of(), Map.of());
        assertThat(wrong(List.of(indicator), draft("A1", Integer.toString(now)), background))
                .isEqualTo(near ? List.of() : List.of("figures.A1 figure.explain.lastYear"));
        assertThat(wrong(List.of(indicator), explained("A1", Integer.toString(now)), background))
                .isEmpty();
    }

    @Test
    void aTargetIsHeldAgainstTheComputedShare() {
        Indicator share =
                Figures.computed("A3", How.ratio, List.of("A2"), List.of("A1"), check(Op.target, Level.explain, 100));
        List<Indicator> indicators = List.of(Figures.count("A1"), Figures.count("A2"), share);
        assertThat(wrong(indicators, draft("A1", "4", "A2", "3"))).containsExactly("figures.A3 figure.explain.target");
        assertThat(wrong(indicators, draft("A1", "4", "A2", "4"))).isEmpty();
        // Nothing received: there is no share.
        assertThat(wrong(indicators, draft("A1", "0", "A2", "0"))).isEmpty();
    }

    @Test
    void smallCountsAreKeptFromOthers() {
        Indicator guarded = Figures.hiddenBelow("A1", 5);
        assertThat(SmallCounts.isSmall(guarded, BigDecimal.ONE)).isTrue();
        assertThat(SmallCounts.isSmall(guarded, BigDecimal.ZERO)).isFalse();
        assertThat(SmallCounts.isSmall(guarded, BigDecimal.valueOf(5))).isFalse();
        assertThat(SmallCounts.isSmall(guarded, null)).isFalse();
        assertThat(SmallCounts.isSmall(Figures.count("A1"), BigDecimal.ONE)).isFalse();
    }

    private static Check check(Op op, Level level, int factor, String... of) {
        return new Check(op, List.of(of), BigDecimal.valueOf(factor), level);
    }

    /** Fields and codes of what is refused; empty where nothing is. */
    private static List<String> wrong(List<Indicator> indicators, ReportDraft draft, Background background) {
        InvalidInput refused = catchThrowableOfType(
                InvalidInput.class, () -> FigureRules.check(indicators, draft, Map.of(), background));
        return refused == null
                ? List.of()
                : refused.violations().stream().map(FigureRulesTest::text).toList();
    }

    private static List<String> wrong(List<Indicator> indicators, ReportDraft draft) {
        return wrong(indicators, draft, Background.NONE);
    }

    private static String text(Violation violation) {
        return violation.field() + " " + violation.code();
    }

    private static ReportDraft draft(String... codesAndFigures) {
        return new ReportDraft(figures(codesAndFigures), false, null, null, null, null, null);
    }

    private static ReportDraft explained(String... codesAndFigures) {
        return new ReportDraft(figures(codesAndFigures), false, null, "Đã kiểm tra.", null, null, null);
    }

    private static Map<String, JsonNode> figures(String... codesAndFigures) {
        Map<String, JsonNode> figures = new LinkedHashMap<>();
        for (int i = 0; i < codesAndFigures.length; i += 2) {
            figures.put(codesAndFigures[i], JSON.valueToTree(codesAndFigures[i + 1]));
        }
        return figures;
    }
}
