package vn.plancascade.report.domain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.plancascade.deadline.PeriodText;
import vn.plancascade.document.Block;
import vn.plancascade.document.Block.Column;
import vn.plancascade.document.DocumentKind;
import vn.plancascade.document.DocumentTexts;
import vn.plancascade.document.OfficialDocument.Annex;
import vn.plancascade.organisation.Organisation;

/** What is annexed to a report: its figures, those of the units in it, how its activities stand, and who is missing. */
@Component
class ReportAnnexes {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
    private static final List<String> NUMERALS = List.of("I", "II", "III", "IV");

    private final DocumentTexts texts;
    private final FigureBlocks blocks;
    private final FiguresByUnit byUnit;
    private final FigureStore figures;
    private final ReportParts parts;
    private final ReportSums sums;
    private final Organisation organisation;
    private final MessageSource messages;

    ReportAnnexes(
            DocumentTexts texts,
            FigureBlocks blocks,
            FiguresByUnit byUnit,
            FigureStore figures,
            ReportParts parts,
            ReportSums sums,
            Organisation organisation,
            MessageSource messages) {
        this.texts = texts;
        this.blocks = blocks;
        this.byUnit = byUnit;
        this.figures = figures;
        this.parts = parts;
        this.sums = sums;
        this.organisation = organisation;
        this.messages = messages;
    }

    /** @param missing codes of the units whose reports are not in it */
    List<Annex> of(ReportWork work, ReportContent content, Map<String, BigDecimal> own, List<String> missing) {
        DocumentKind kind = ReportWriter.kind(work);
        long id = work.report().id();
        int edition = content.edition();
        Map<Long, Integer> versions = edition == 0 ? parts.accepted(id) : parts.of(id, edition);
        Map<String, BigDecimal> totals = edition == 0 ? sums.totalsNow(id, own) : figures.totals(id, edition);
        List<Map.Entry<String, List<Block>>> annexes = new ArrayList<>();
        String period = PeriodText.of(work.period().period(), messages, VIETNAMESE);
        annexes.add(Map.entry(
                texts.of(kind, "annex.figures", "ky", period),
                List.of(blocks.ofReport(work, own, totals, figures.words(id, edition), !versions.isEmpty()))));
        if (!versions.isEmpty()) {
            annexes.add(Map.entry(texts.of(kind, "annex.byUnit"), byUnit.tables(work, versions)));
        }
        List<ReportDraft.Progress> progress = content.progress().stream()
                .filter(item -> item.activity() != null || item.state() != null || item.note() != null)
                .toList();
        if (!progress.isEmpty()) {
            annexes.add(Map.entry(texts.of(kind, "annex.progress"), List.of(progress(kind, progress))));
        }
        if (!missing.isEmpty()) {
            annexes.add(Map.entry(texts.of(kind, "annex.missing"), List.of(missing(kind, missing))));
        }
        return numbered(kind, annexes);
    }

    private List<Annex> numbered(DocumentKind kind, List<Map.Entry<String, List<Block>>> annexes) {
        List<Annex> numbered = new ArrayList<>();
        annexes.forEach(annex -> numbered.add(new Annex(
                annexes.size() == 1
                        ? texts.of(kind, "annex")
                        : texts.of(kind, "annex.numbered", "so", NUMERALS.get(numbered.size())),
                annex.getKey(),
                annex.getValue())));
        return numbered;
    }

    private Block progress(DocumentKind kind, List<ReportDraft.Progress> items) {
        return new Block.Table(
                Column.of(texts.list(kind, "columns.progress"), 12, 44, 18, 26),
                items.stream()
                        .map(item -> List.of(
                                Objects.toString(item.taskNo(), ""),
                                Objects.toString(item.activity(), ""),
                                item.stateInWords(state -> texts.of(kind, "progress." + state)),
                                Objects.toString(item.note(), "")))
                        .toList());
    }

    private Block missing(DocumentKind kind, List<String> codes) {
        Map<String, String> names = new TreeMap<>(organisation.unitNames(codes));
        return new Block.Table(
                Column.of(texts.list(kind, "columns.missing"), 8, 22, 70),
                FigureBlocks.counted(codes.stream()
                        .map(code -> List.of(code, names.getOrDefault(code, code)))
                        .toList()));
    }
}
