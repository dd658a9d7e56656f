package vn.plancascade.report.process;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.report.domain.ReportDraft;
import vn.plancascade.report.domain.ReportFacts;
import vn.plancascade.report.domain.ReportWork;
import vn.plancascade.report.domain.ReportWorks;
import vn.plancascade.worklist.EvidencePlaces;

/** Evidence stands at the figures of a report, the parts of its narrative and the activities whose progress it tells. */
@Component
class ReportEvidence implements EvidencePlaces {

    private final ReportWorks works;
    private final ReportFacts facts;
    private final ReportTexts texts;

    ReportEvidence(ReportWorks works, ReportFacts facts, ReportTexts texts) {
        this.works = works;
        this.facts = facts;
        this.texts = texts;
    }

    @Override
    public Set<DutyKind> kinds() {
        return Set.of(DutyKind.unitReport, DutyKind.reportCycle);
    }

    @Override
    public List<Place> of(long dutyId, Locale locale) {
        ReportWork work = works.of(dutyId);
        Stream<Place> figures = work.indicators().stream()
                .map(indicator -> new Place(indicator.code(), indicator.code() + " " + indicator.label(), false));
        Stream<Place> parts = ReportDraft.Narrative.PARTS.stream()
                .map(part -> new Place(part, texts.of("report.narrative." + part, locale), false));
        Stream<Place> activities = work.isConsolidation()
                ? Stream.empty()
                : facts.ownItems(work).stream()
                        .map(own -> new Place(own.taskNo(), own.taskNo() + " " + own.activity(), false));
        return Stream.of(figures, parts, activities).flatMap(each -> each).toList();
    }
}
