package vn.plancascade.report.domain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
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

    /** Columns of figures that a page in upright format has room for beside the unit's name. */
    private static final int FIGURES_ACROSS = 6;

    private final DocumentTexts texts;
    private final FigureHistory history;
    private final ReportParts parts;
    private final ReportSums sums;
    private final MessageSource messages;

    FigureBlocks(
            DocumentTexts texts, FigureHistory history, ReportParts parts, ReportSums sums, MessageSource messages) {
        this.texts = texts;
        this.history = history;
        this.parts = parts;
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

    /** Tables of a few indicators each; a row for each unit whose report is in the sums. */
    List<Block> byUnit(ReportWork work, Map<Long, Integer> versions) {
        List<Indicator> summed = work.indicators().stream()
                .filter(indicator -> indicator.isEntered() && indicator.type() != Indicator.Type.text)
                .toList();
        List<Block> blocks = new ArrayList<>();
        for (int from = 0; from < summed.size(); from += FIGURES_ACROSS) {
            List<Indicator> across = summed.subList(from, Math.min(summed.size(), from + FIGURES_ACROSS));
            List<Column> columns =
                    new ArrayList<>(Column.of(texts.list(ReportWriter.kind(work), "columns.byUnit"), 6, 34));
            across.forEach(indicator -> columns.add(Column.figures(indicator.code(), 60 / FIGURES_ACROSS)));
            blocks.add(new Block.Table(columns, counted(rows(across, versions))));
            blocks.add(Block.text(across.stream()
                            .map(indicator -> indicator.code() + ": " + indicator.label())
                            .collect(Collectors.joining("; "))
                    + "."));
        }
        return blocks;
    }

    private List<List<String>> rows(List<Indicator> across, Map<Long, Integer> versions) {
        List<Long> ids = versions.keySet().stream().sorted().toList();
        Map<String, List<String>> rows = new TreeMap<>();
        for (Indicator indicator : across) {
            Set<String> seen = new HashSet<>();
            for (ReportParts.Share share : parts.shares(ids, versions, indicator.code())) {
                seen.add(share.unitCode());
                rows.computeIfAbsent(share.unitCode(), code -> new ArrayList<>(List.of(share.unitName())))
                        .add(
                                // Who so few are could be told from the unit.
                                SmallCounts.isSmall(indicator, share.total())
                                        ? SmallCounts.below(indicator)
                                        : text(indicator, share.total(), false));
            }
            rows.forEach((code, row) -> {
                if (!seen.contains(code)) {
                    row.add("");
                }
            });
        }
        return List.copyOf(rows.values());
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
