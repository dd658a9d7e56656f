package vn.plancascade.report.domain;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.plancascade.document.DocumentFormat;
import vn.plancascade.document.DocumentKind;
import vn.plancascade.document.Documents;
import vn.plancascade.document.Papers;
import vn.plancascade.document.StoredDocument;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.notification.Attachment;
import vn.plancascade.notification.PersonalLetter;
import vn.plancascade.organisation.Person;

/** The mail that brings an issued report, with its PDF and its Word file. */
@Component
class ReportLetter implements PersonalLetter {

    private final JdbcClient jdbc;
    private final Documents documents;
    private final Papers papers;
    private final ReportWorks works;
    private final ReportNames names;
    private final MessageSource messages;

    ReportLetter(
            JdbcClient jdbc,
            Documents documents,
            Papers papers,
            ReportWorks works,
            ReportNames names,
            MessageSource messages) {
        this.jdbc = jdbc;
        this.documents = documents;
        this.papers = papers;
        this.works = works;
        this.names = names;
        this.messages = messages;
    }

    @Override
    public String kind() {
        return Sendings.KIND;
    }

    @Override
    @Transactional
    public Optional<Content> write(long mail, Person person, Locale locale) {
        return jdbc.sql("select * from report_sending where mail_id = :mail")
                .param("mail", mail)
                .query((row, n) -> new Queued(
                        row.getLong("report_id"),
                        row.getInt("version"),
                        row.getObject("signed_document_id", Long.class)))
                .optional()
                .map(sending -> content(mail, sending, locale));
    }

    private record Queued(long report, int version, Long signed) {}

    private Content content(long mail, Queued sending, Locale locale) {
        ReportWork work = works.of(sending.report());
        List<StoredDocument> edition = papers.of(work.report().subject()).stream()
                .filter(document -> document.edition() == sending.version())
                .toList();
        StoredDocument pdf = edition.stream()
                .filter(document -> Objects.equals(document.id(), sending.signed()))
                .findFirst()
                .or(() -> edition.stream()
                        .filter(document -> document.kind() != DocumentKind.signedCopy
                                && document.format().equals(DocumentFormat.pdf.name()))
                        .findFirst())
                .orElseThrow();
        StoredDocument docx = edition.stream()
                .filter(document -> document.format().equals(DocumentFormat.docx.name()))
                .findFirst()
                .orElse(null);
        jdbc.sql("update report_sending set pdf_document_id = :pdf, docx_document_id = :docx where mail_id = :mail")
                .param("pdf", pdf.id())
                .param("docx", docx == null ? null : docx.id())
                .param("mail", mail)
                .update();
        ReportNames.Name report = names.of(work, sending.version());
        String number = report.number() == null ? "" : report.number();
        String day = VietnamTime.text(report.date());
        List<StoredDocument> files =
                Stream.of(pdf, docx).filter(Objects::nonNull).toList();
        List<String> opening = Stream.concat(
                        Stream.of(
                                text(
                                        locale,
                                        "mail.sending.opening",
                                        number,
                                        day,
                                        report.issuingBody(),
                                        report.subject()),
                                text(locale, pdf.kind().isWritten() ? "mail.sending.made" : "mail.sending.signed")),
                        files.stream().map(file -> text(locale, "mail.sending.file", file.fileName(), file.sha256())))
                .toList();
        return new Content(
                text(locale, "mail.sending.subject", number, day, report.issuingBody(), report.subject()),
                opening,
                null,
                null,
                files.stream().map(this::attachment).toList());
    }

    private Attachment attachment(StoredDocument file) {
        return new Attachment(
                file.fileName(), DocumentFormat.valueOf(file.format()).mediaType(), documents.content(file.id()));
    }

    private String text(Locale locale, String key, Object... args) {
        return messages.getMessage(key, args, locale);
    }
}
