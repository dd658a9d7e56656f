package vn.plancascade.report.domain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.plancascade.document.Block;
import vn.plancascade.document.Block.Column;
import vn.plancascade.document.DocumentTexts;
import vn.plancascade.plan.Indicator;

/** The figures of each unit whose report is in a sum, as documents print them. */
@Component
class FiguresByUnit {

    /** Columns of figures that a page in upright format has room for beside the unit's name. */
    private static final int FIGURES_ACROSS = 6;

    private final DocumentTexts texts;
    private final ReportShares shares;
    private final FigureBlocks figures;

    FiguresByUnit(DocumentTexts texts, ReportShares shares, FigureBlocks figures) {
        this.texts = texts;
        this.shares = shares;
        this.figures = figures;
    }

    /** Tables of a few indicators each; a row for each unit whose report is in the sums. */
    List<Block> tables(ReportWork work, Map<Long, Integer> versions) {
        List<Indicator> summed = work.indicators().stream()
                .filter(indicator -> indicator.isEntered() && indicator.type() != Indicator.Type.text)
                .toList();
        List<Block> blocks = new ArrayList<>();
        for (int from = 0; from < summed.size(); from += FIGURES_ACROSS) {
            List<Indicator> across = summed.subList(from, Math.min(summed.size(), from + FIGURES_ACROSS));
            List<Column> columns =
                    new ArrayList<>(Column.of(texts.list(ReportWriter.kind(work), "columns.byUnit"), 6, 34));
            across.forEach(indicator -> columns.add(Column.figures(indicator.code(), 60 / FIGURES_ACROSS)));
            blocks.add(new Block.Table(columns, FigureBlocks.counted(rows(across, versions))));
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
            for (ReportShares.Share share : shares.figures(ids, versions, indicator.code())) {
                seen.add(share.unitCode());
                rows.computeIfAbsent(share.unitCode(), code -> new ArrayList<>(List.of(share.unitName())))
                        .add(
                                // Who so few are could be told from the unit.
                                SmallCounts.isSmall(indicator, share.total())
                                        ? SmallCounts.below(indicator)
                                        : figures.text(indicator, share.total(), false));
            }
            rows.forEach((code, row) -> {
                if (!seen.contains(code)) {
                    row.add("");
                }
            });
        }
        return List.copyOf(rows.values());
    }
}
