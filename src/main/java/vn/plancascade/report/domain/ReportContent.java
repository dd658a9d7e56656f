package vn.plancascade.report.domain;

import java.util.List;
import vn.plancascade.report.domain.ReportRow.Version;
import vn.plancascade.report.domain.ReportRow.VersionKind;
import vn.plancascade.worklist.FormData;

/**
 * What a report says beside its figures.
 *
 * @param supplementNo null for all but issued or submitted supplements
 * @param edition 0 while there is none
 */
record ReportContent(
        ReportDraft.Narrative narrative,
        boolean nothingToReport,
        String comment,
        List<ReportDraft.Progress> progress,
        VersionKind kind,
        Integer supplementNo,
        String replaces,
        int edition) {

    static ReportContent of(Version version) {
        return new ReportContent(
                FormData.read(version.narrative(), ReportDraft.Narrative.class),
                version.nothingToReport(),
                version.comment(),
                version.progress() == null
                        ? List.of()
                        : FormData.read(version.progress(), Submissions.Items.class)
                                .items(),
                version.kind(),
                version.supplementNo(),
                version.replaces(),
                version.version());
    }

    static ReportContent of(ReportDraft draft, VersionKind kind) {
        return new ReportContent(
                draft.narrative(),
                draft.nothingToReport(),
                draft.comment(),
                draft.progress(),
                kind,
                null,
                draft.replaces(),
                0);
    }
}
