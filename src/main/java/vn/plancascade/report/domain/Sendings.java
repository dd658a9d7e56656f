package vn.plancascade.report.domain;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.plancascade.document.DocumentKind;
import vn.plancascade.document.DocumentView;
import vn.plancascade.document.Documents;
import vn.plancascade.document.StoredDocument;
import vn.plancascade.kernel.Rows;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.notification.PersonalMails;
import vn.plancascade.plan.PlanContent;

/**
 * Issued reports go out once to each address that the plan names, as PDF and Word. What is queued in the transaction of
 * issuing is written, and its files noted, in the transaction that sends it.
 */
@Service
public class Sendings {

    /** Of the mails that bring a report. */
    static final String KIND = "reportSending";

    private final JdbcClient jdbc;
    private final PersonalMails mails;
    private final Documents documents;

    Sendings(JdbcClient jdbc, PersonalMails mails, Documents documents) {
        this.jdbc = jdbc;
        this.mails = mails;
        this.documents = documents;
    }

    /** Queues a version that has just been issued; a signed copy that comes later is not sent. */
    @Transactional(propagation = Propagation.MANDATORY)
    void issued(ReportRow report, int version, PlanContent plan) {
        List<String> addresses =
                PlanContent.addresses(report.isConsolidation() ? plan.consolidatedRecipients() : plan.reportMailbox());
        if (addresses.isEmpty()) {
            return;
        }
        Long signed = documents.of(report.subject()).stream()
                .filter(document -> document.kind() == DocumentKind.signedCopy && document.edition() == version)
                .map(StoredDocument::id)
                .findFirst()
                .orElse(null);
        for (String address : addresses) {
            jdbc.sql("""
                            insert into report_sending (report_id, version, address, mail_id, signed_document_id)
                            values (:report, :version, :address, :mail, :signed)""")
                    .param("report", report.id())
                    .param("version", version)
                    .param("address", address)
                    .param("mail", mails.sendTo(address, KIND))
                    .param("signed", signed)
                    .update();
        }
    }

    /**
     * One mail of an issued version.
     *
     * @param state waiting, sent or dead
     * @param attempts how often the server was asked to take it
     * @param documents what went with it; empty until it was first written
     */
    public record Sending(
            int version,
            String address,
            String state,
            int attempts,
            OffsetDateTime sentAt,
            List<DocumentView> documents) {}

    /** What went where, the newest version first; for whoever may see the report. */
    @Transactional(readOnly = true)
    public List<Sending> of(long report) {
        return jdbc.sql("""
                        select s.*, m.state, m.attempts, m.sent_at from report_sending s join mail m on m.id = s.mail_id
                        where s.report_id = :report order by s.version desc, s.id""")
                .param("report", report)
                .query((row, n) -> new Sending(
                        row.getInt("version"),
                        row.getString("address"),
                        row.getString("state"),
                        row.getInt("attempts"),
                        VietnamTime.offset(Rows.instant(row, "sent_at")),
                        Stream.of(
                                        row.getObject("pdf_document_id", Long.class),
                                        row.getObject("docx_document_id", Long.class))
                                .filter(Objects::nonNull)
                                .flatMap(id -> documents.find(id).stream())
                                .map(DocumentView::of)
                                .toList()))
                .list();
    }
}
