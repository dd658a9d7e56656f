package vn.plancascade.report.domain;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.document.DocumentKind;
import vn.plancascade.document.Letterheads;
import vn.plancascade.document.OfficialDocument;
import vn.plancascade.document.PaperSource;
import vn.plancascade.organisation.Actor;
import vn.plancascade.report.domain.ReportRow.Version;
import vn.plancascade.report.domain.ReportRow.VersionKind;

/** The documents of units' reports and of the ministry's own, an edition for each version. They are Vietnamese. */
@Service
public class ReportPapers implements PaperSource {

    private static final String OF_UNIT = DutyKind.unitReport + ":";
    private static final String OF_MINISTRY = DutyKind.reportCycle + ":";

    private final ReportStore store;
    private final FigureStore figures;
    private final ReportFacts facts;
    private final ReportWorks works;
    private final ReportWriter writer;
    private final ReportSecrecy secrecy;

    ReportPapers(
            ReportStore store,
            FigureStore figures,
            ReportFacts facts,
            ReportWorks works,
            ReportWriter writer,
            ReportSecrecy secrecy) {
        this.store = store;
        this.figures = figures;
        this.facts = facts;
        this.works = works;
        this.writer = writer;
        this.secrecy = secrecy;
    }

    @Override
    public boolean writes(String subject) {
        return subject.startsWith(OF_UNIT) || subject.startsWith(OF_MINISTRY);
    }

    @Override
    public List<Edition> issued(String subject) {
        long id = PaperSource.id(subject);
        ReportRow report = store.find(id).orElse(null);
        if (report == null || report.version() == 0) {
            return List.of();
        }
        List<Edition> editions = new ArrayList<>();
        for (Version version : store.versions(id)) {
            if (version.issuedAt() != null && !version.outside()) {
                String number = version.documentNumber() == null
                        ? id + "-" + version.version()
                        : Letterheads.fileName(version.documentNumber(), id);
                editions.add(
                        0,
                        new Edition(
                                version.version(),
                                report.isConsolidation() ? DocumentKind.consolidatedReport : DocumentKind.unitReport,
                                report.unitCode(),
                                "bao-cao-" + report.period() + "-" + number));
            }
        }
        return editions;
    }

    @Override
    public OfficialDocument write(String subject, int edition) {
        ReportWork work = works.of(PaperSource.id(subject));
        Version version = store.version(work.report().id(), edition).orElseThrow();
        return writer.write(
                work,
                ReportContent.of(version),
                version,
                figures.own(work.report().id(), edition));
    }

    /** What was submitted and waits to be approved or issued. */
    public OfficialDocument submitted(ReportWork work) {
        return write(work.duty().subject(), facts.newestVersion(work));
    }

    /** What is being drafted, with the figures as far as they can be read. */
    public OfficialDocument draft(ReportWork work, ReportDraft draft) {
        VersionKind kind = work.report().inWork() == null
                ? VersionKind.first
                : work.report().inWork();
        return writer.write(work, ReportContent.of(draft, kind), null, FigureRules.readable(work.indicators(), draft));
    }

    @Override
    public int inHand(String subject) {
        ReportRow report = store.find(PaperSource.id(subject)).orElse(null);
        if (report == null) {
            return 1;
        }
        boolean approved = report.inWork() != null
                && store.version(report.id(), report.versionInWork())
                        .filter(version -> version.approvedAt() != null)
                        .isPresent();
        return approved ? report.versionInWork() : Math.max(1, report.version());
    }

    @Override
    public boolean mayRead(Actor actor, String subject, int edition) {
        return secrecy.mayRead(actor, PaperSource.id(subject), edition);
    }
}
