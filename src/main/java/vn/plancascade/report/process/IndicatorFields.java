package vn.plancascade.report.process;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import vn.plancascade.plan.Indicator;
import vn.plancascade.plan.Indicator.Type;
import vn.plancascade.report.domain.FigureHistory;
import vn.plancascade.report.domain.FigureStandings;
import vn.plancascade.report.domain.ReportDraft;
import vn.plancascade.report.domain.ReportSums;
import vn.plancascade.report.domain.ReportWork;
import vn.plancascade.worklist.FigureSheet;

/** The plan's indicators in the form of a report: as fields of their own, and as one table with those of other periods. */
@Component
class IndicatorFields {

    /** Where the form's fields for the plan's indicators go. */
    private static final String FIGURES = "group_figures";

    private static final String FIELD = "figures.";

    private final FigureHistory history;
    private final FigureStandings standings;
    private final ReportSums sums;
    private final ReportTexts texts;

    IndicatorFields(FigureHistory history, FigureStandings standings, ReportSums sums, ReportTexts texts) {
        this.history = history;
        this.standings = standings;
        this.sums = sums;
        this.texts = texts;
    }

    FigureSheet sheet(ReportWork work, ReportDraft draft, Locale locale) {
        FigureStandings.Standing standing = standings.of(work, draft);
        Map<String, BigDecimal> before = sums.complete(work, history.ownPeriodBefore(work), Map.of());
        Map<String, BigDecimal> yearBefore = sums.complete(work, history.ownYearBefore(work), Map.of());
        List<FigureSheet.Line> lines = work.indicators().stream()
                .map(indicator -> new FigureSheet.Line(
                        indicator.code(),
                        FIELD + indicator.code(),
                        indicator.label(),
                        Objects.toString(indicator.unit(), ""),
                        texts.value(indicator, before.get(indicator.code()), true, locale),
                        texts.value(indicator, yearBefore.get(indicator.code()), true, locale),
                        indicator.isEntered()
                                ? null
                                : texts.value(indicator, standing.figures().get(indicator.code()), true, locale)))
                .toList();
        return new FigureSheet(lines, standing.wrong(), standing.toExplain(), standing.blank());
    }

    /** A field for each indicator that the unit enters. */
    void into(ObjectNode form, ReportWork work, Locale locale) {
        Map<String, BigDecimal> before = history.ownYearBefore(work);
        for (var component : form.withArray("components")) {
            if (FIGURES.equals(component.path("id").asText())) {
                ArrayNode fields = ((ObjectNode) component).putArray("components");
                for (Indicator indicator : work.indicators()) {
                    if (indicator.isEntered()) {
                        String last = texts.value(indicator, before.get(indicator.code()), true, locale);
                        field(
                                fields,
                                indicator,
                                last.isEmpty() ? "" : texts.of("report.yearBefore", locale, last),
                                locale);
                    }
                }
            }
        }
    }

    private void field(ArrayNode fields, Indicator indicator, String description, Locale locale) {
        int row = fields.size() / 2;
        ObjectNode field = fields.addObject()
                .put("id", "field_" + indicator.code())
                .put("key", FIELD + indicator.code())
                .put("label", indicator.code() + ". " + indicator.label())
                .put("description", description);
        switch (indicator.type()) {
            case yesNo -> {
                field.put("type", "radio");
                ArrayNode values = field.putArray("values");
                values.addObject().put("label", texts.of("report.yes", locale)).put("value", "true");
                values.addObject().put("label", texts.of("report.no", locale)).put("value", "false");
            }
            case text -> field.put("type", "textarea");
            case number, percentage -> {
                field.put("type", "number").put("decimalDigits", indicator.decimals());
                field.putObject("validate").put("min", 0);
                field.putObject("appearance").put("suffixAdorner", indicator.unit());
            }
        }
        field.putObject("layout").put("row", "row_figures_" + row).put("columns", 8);
        if (indicator.type() == Type.text) {
            ((ObjectNode) field.get("layout")).put("columns", 16);
        }
    }
}
