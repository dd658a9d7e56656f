package vn.plancascade.report.domain;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.plancascade.deadline.DutyNote;
import vn.plancascade.deadline.DutyStep;
import vn.plancascade.deadline.DutyWord;
import vn.plancascade.deadline.Obligations;
import vn.plancascade.plan.SubPlanContent;
import vn.plancascade.report.domain.ReportRow.Version;
import vn.plancascade.report.domain.ReportRow.VersionKind;
import vn.plancascade.worklist.ApprovalRounds;
import vn.plancascade.worklist.FormData;

/** What forms and documents ask about a report beside its figures. */
@Service
@Transactional(readOnly = true)
public class ReportFacts {

    /** Events after which it is drafted anew. */
    private static final Set<DutyWord> RETURNING = Set.of(
            DutyStep.returned,
            DutyStep.revisionRequested,
            DutyNote.revisionAsked,
            DutyNote.correctionReturned,
            DutyNote.supplementReturned,
            DutyNote.correctionBegun);

    private final ReportStore store;
    private final Obligations obligations;
    private final ApprovalRounds rounds;

    ReportFacts(ReportStore store, Obligations obligations, ApprovalRounds rounds) {
        this.store = store;
        this.obligations = obligations;
        this.rounds = rounds;
    }

    /** The activities of the unit's sub-plan and its supplements that were issued, whose progress is told. */
    public List<ReportDraft.Progress> ownItems(ReportWork work) {
        return obligations.subPlans(work.plan().id(), work.unit().code()).stream()
                .filter(plan -> plan.issuedAt() != null)
                .flatMap(plan -> rounds.latest(plan.subject()).stream())
                .flatMap(round -> FormData.read(round.content(), SubPlanContent.class).items().stream())
                .filter(item -> item.response() == SubPlanContent.Response.adopted)
                .map(item -> new ReportDraft.Progress(item.taskNo(), item.activity(), null, null))
                .toList();
    }

    /** What the head or the superior wrote when the report came back; empty where it did not. */
    public String returnedComment(ReportWork work) {
        return obligations.history(work.duty().id()).stream()
                .filter(event -> RETURNING.contains(event.word()))
                .reduce((first, last) -> last)
                .map(event -> Objects.toString(event.detail(), ""))
                .orElse("");
    }

    /** The version that was submitted last, issued or not; 0 before the first. */
    public int newestVersion(ReportWork work) {
        return newestVersion(work.report());
    }

    int newestVersion(ReportRow report) {
        return store.version(report.id(), report.versionInWork()).isPresent()
                ? report.versionInWork()
                : report.version();
    }

    /** The number under which the newest version was issued, or null. */
    public String documentNumber(ReportWork work) {
        return numberOf(work.report(), newestVersion(work));
    }

    /** The number of the document that is being replaced; null where nothing is, or it has none. */
    public String replacedNumber(ReportWork work) {
        ReportRow report = work.report();
        boolean replaces = report.inWork() == VersionKind.replacement || report.inWork() == VersionKind.correction;
        return replaces ? numberOf(report, report.version()) : null;
    }

    private String numberOf(ReportRow report, int version) {
        return store.version(report.id(), version).map(Version::documentNumber).orElse(null);
    }
}
