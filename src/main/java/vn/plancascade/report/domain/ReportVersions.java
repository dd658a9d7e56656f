package vn.plancascade.report.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.plancascade.organisation.Actor;
import vn.plancascade.worklist.FormData;

/** The versions of a report, for those who may see it. */
@Service
@Transactional(readOnly = true)
public class ReportVersions {

    private final ReportReader reader;
    private final ReportStore store;

    ReportVersions(ReportReader reader, ReportStore store) {
        this.reader = reader;
        this.store = store;
    }

    /** A version, for the list of them. */
    public record ShownVersion(
            int version,
            String kind,
            Integer supplementNo,
            String replaces,
            String documentNumber,
            LocalDate documentDate,
            Instant issuedAt,
            Instant acceptedAt,
            int expected,
            int accepted,
            ReportDraft.Narrative narrative,
            String comment) {}

    public List<ShownVersion> of(Actor actor, long id) {
        reader.visible(actor, id);
        return store.versions(id).stream()
                .map(version -> new ShownVersion(
                        version.version(),
                        version.kind().name(),
                        version.supplementNo(),
                        version.replaces(),
                        version.documentNumber(),
                        version.documentDate(),
                        version.issuedAt(),
                        version.acceptedAt(),
                        version.expected(),
                        version.accepted(),
                        FormData.read(version.narrative(), ReportDraft.Narrative.class),
                        version.comment()))
                .toList();
    }
}
