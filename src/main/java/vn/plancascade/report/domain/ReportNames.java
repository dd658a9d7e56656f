package vn.plancascade.report.domain;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import vn.plancascade.report.domain.ReportRow.Version;

/** What other documents and mails call the issued versions of reports by. */
@Component
class ReportNames {

    private final ReportStore store;
    private final ReportWriter writer;

    ReportNames(ReportStore store, ReportWriter writer) {
        this.store = store;
        this.writer = writer;
    }

    record Name(String number, LocalDate date, String issuingBody, String subject) {}

    Name of(ReportWork work, int edition) {
        Version version = store.version(work.report().id(), edition).orElseThrow();
        return new Name(
                version.documentNumber(),
                version.documentDate(),
                writer.issuer(work).name(),
                writer.subject(work, version.kind(), version.supplementNo()));
    }
}
