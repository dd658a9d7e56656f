package vn.plancascade.report.domain;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.plancascade.kernel.NotFound;
import vn.plancascade.kernel.Page;
import vn.plancascade.kernel.PageRequest;
import vn.plancascade.organisation.Actor;
import vn.plancascade.plan.Indicator;
import vn.plancascade.report.domain.ReportShares.Share;
import vn.plancascade.worklist.FormData;

/** What a report is put together from: whose figures, and what the units below wrote. */
@Service
@Transactional(readOnly = true)
public class ReportSources {

    private final ReportReader reader;
    private final ReportWorks works;
    private final ReportParts parts;
    private final ReportShares shares;

    ReportSources(ReportReader reader, ReportWorks works, ReportParts parts, ReportShares shares) {
        this.reader = reader;
        this.works = works;
        this.parts = parts;
        this.shares = shares;
    }

    /**
     * A unit whose figures are in a sum.
     *
     * @param total null where it is hidden or there is none
     * @param hidden whether it is kept from this reader
     */
    public record Part(
            long id,
            String unitCode,
            String unitName,
            int version,
            String documentNumber,
            BigDecimal total,
            boolean hidden) {

        private static Part of(Share share, boolean hidden) {
            return new Part(
                    share.id(),
                    share.unitCode(),
                    share.unitName(),
                    share.version(),
                    share.documentNumber(),
                    hidden ? null : share.total(),
                    hidden);
        }
    }

    /** The reports whose totals make up a report's sum of one indicator, as it is shown. */
    public Page<Part> parts(Actor actor, long id, String code, PageRequest page) {
        ShownReport shown = reader.get(actor, id);
        ReportWork work = works.of(id);
        Indicator indicator = work.indicators().stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new NotFound("indicator.unknown", String.valueOf(code)));
        Map<Long, Integer> frozen = shown.version() == 0 ? Map.of() : parts.of(id, shown.version());
        Map<Long, Integer> versions = frozen.isEmpty() ? parts.accepted(id) : frozen;
        Page<Long> asked = page(versions.keySet().stream().sorted().toList(), page);
        boolean near =
                work.isConsolidation() || actor.units().contains(shown.duty().unitCode());
        List<Share> figures =
                asked.items().isEmpty() ? List.of() : shares.figures(asked.items(), versions, indicator.code());
        return new Page<>(
                figures.stream()
                        .map(share -> Part.of(share, !near && SmallCounts.isSmall(indicator, share.total())))
                        .toList(),
                asked.page(),
                asked.size(),
                asked.total());
    }

    /** What a unit below wrote in one part of its narrative. */
    public record Paragraph(long id, String unitCode, String unitName, String text) {}

    /** The paragraphs of the accepted reports below, to choose from, by unit. */
    public Page<Paragraph> paragraphs(Actor actor, long id, String part, PageRequest page) {
        reader.visible(actor, id);
        return page(
                shares.narratives(id).stream()
                        .map(told -> new Paragraph(
                                told.id(),
                                told.unitCode(),
                                told.unitName(),
                                FormData.read(told.narrative(), ReportDraft.Narrative.class)
                                        .part(part)))
                        .filter(told -> told.text() != null)
                        .toList(),
                page);
    }

    private static <T> Page<T> page(List<T> all, PageRequest page) {
        int from = (int) Math.min(page.offset(), all.size());
        int to = (int) Math.min(page.offset() + page.size(), all.size());
        return new Page<>(all.subList(from, to), page.page(), page.size(), all.size());
    }
}
