package vn.plancascade.report.domain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.plancascade.document.Block;
import vn.plancascade.document.Block.Column;
import vn.plancascade.document.DocumentKind;
import vn.plancascade.document.DocumentTexts;
import vn.plancascade.plan.Indicator;

/** Tables of figures as documents print them. */
@Component
class FigureBlocks {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    private final DocumentTexts texts;
    private final FigureHistory history;
    private final ReportSums sums;
    private final MessageSource messages;

    FigureBlocks(DocumentTexts texts, FigureHistory history, ReportSums sums, MessageSource messages) {
        this.texts = texts;
        this.history = history;
        this.sums = sums;
        this.messages = messages;
    }

    /**
     * A row for each indicator: what is the report's own, what it sums up, and the same a year before.
     *
     * @param words what was entered for indicators that are texts
     * @param hasParts whether reports of other units are in it
     */
    Block ofReport(
            ReportWork work,
            Map<String, BigDecimal> own,
            Map<String, BigDecimal> totals,
            Map<String, String> words,
            boolean hasParts) {
        DocumentKind kind = ReportWriter.kind(work);
        Map<String, BigDecimal> before = history.yearBefore(work);
        Map<String, BigDecimal> completeOwn = sums.complete(work, own, history.ownYearBefore(work));
        Map<String, BigDecimal> complete = sums.complete(work, totals, before);
        Map<String, BigDecimal> completeBefore = sums.complete(work, before, Map.of());
        boolean ownColumn = !work.isConsolidation();
        boolean summed = work.isConsolidation() || hasParts;
        List<Column> columns = new ArrayList<>(Column.of(texts.list(kind, "columns.figures"), 9, summed ? 37 : 47, 12));
        if (ownColumn) {
            columns.add(Column.figures(texts.of(kind, "column.own"), 14));
        }
        if (summed) {
            columns.add(Column.figures(texts.of(kind, "column.total"), 14));
        }
        columns.add(Column.figures(texts.of(kind, "column.yearBefore"), 14));
        List<List<String>> rows = new ArrayList<>();
        for (Indicator indicator : work.indicators()) {
            String code = indicator.code();
            List<String> row =
                    new ArrayList<>(List.of(code, indicator.label(), Objects.toString(indicator.unit(), "")));
            if (ownColumn) {
                row.add(words.getOrDefault(code, text(indicator, completeOwn.get(code), true)));
            }
            if (summed) {
                row.add(text(indicator, complete.get(code), false));
            }
            row.add(text(indicator, completeBefore.get(code), !summed));
            rows.add(row);
        }
        return new Block.Table(columns, rows);
    }

    /** The rows with their numbers before them. */
    static List<List<String>> counted(List<List<String>> rows) {
        List<List<String>> counted = new ArrayList<>();
        rows.forEach(row -> {
            List<String> next = new ArrayList<>(List.of(Integer.toString(counted.size() + 1)));
            next.addAll(row);
            counted.add(next);
        });
        return counted;
    }

    String text(Indicator indicator, BigDecimal value, boolean own) {
        return FigureText.of(indicator, value, own, VIETNAMESE, key -> messages.getMessage(key, null, VIETNAMESE));
    }
}
