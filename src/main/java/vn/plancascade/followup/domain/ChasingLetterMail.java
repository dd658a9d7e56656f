package vn.plancascade.followup.domain;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.plancascade.deadline.PlanTermsSource;
import vn.plancascade.document.DocumentFormat;
import vn.plancascade.document.DocumentKind;
import vn.plancascade.document.Documents;
import vn.plancascade.document.Papers;
import vn.plancascade.document.StoredDocument;
import vn.plancascade.followup.ChasingLetter;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.notification.Attachment;
import vn.plancascade.notification.PersonalLetter;
import vn.plancascade.notification.PersonalMails;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.organisation.Person;
import vn.plancascade.organisation.Unit;

/** The mail that brings an issued chasing letter, with the signed copy where there is one. */
@Component
class ChasingLetterMail implements PersonalLetter {

    static final String KIND = "chasingLetter";

    /** What no unit's mailbox refuses; a list of thousands is read in the product. */
    private static final long LARGEST = 4 * 1024 * 1024;

    private final LetterTable table;
    private final Documents documents;
    private final Papers papers;
    private final PlanTermsSource plans;
    private final Organisation organisation;
    private final PersonalMails mails;
    private final MessageSource messages;

    ChasingLetterMail(
            LetterTable table,
            Documents documents,
            Papers papers,
            PlanTermsSource plans,
            Organisation organisation,
            PersonalMails mails,
            MessageSource messages) {
        this.table = table;
        this.documents = documents;
        this.papers = papers;
        this.plans = plans;
        this.organisation = organisation;
        this.mails = mails;
        this.messages = messages;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    @Transactional
    public Optional<Content> write(long mail, Person person, Locale locale) {
        ChasingLetter letter =
                table.find(Long.parseLong(mails.about(mail).orElseThrow())).orElseThrow();
        // The signed copy comes before what was written here.
        StoredDocument pdf = papers.of(DocumentKind.chasingLetter.subject(letter.id())).stream()
                .filter(document -> document.format().equals(DocumentFormat.pdf.name()))
                .findFirst()
                .orElseThrow();
        String unit = organisation.unit(letter.unit()).map(Unit::name).orElse(letter.unit());
        String number = letter.number() == null ? "" : letter.number();
        String day = VietnamTime.text(letter.date());
        String plan = plans.terms(letter.plan()).documentNumber();
        boolean attached = pdf.size() <= LARGEST;
        return Optional.of(new Content(
                text(locale, "subject", number, day, unit, plan),
                List.of(
                        text(locale, "opening", number, day, unit, plan),
                        text(locale, pdf.kind().isWritten() ? "made" : "signed"),
                        attached ? text(locale, "file", pdf.fileName(), pdf.sha256()) : text(locale, "large")),
                null,
                null,
                attached ? List.of(attachment(pdf)) : List.of()));
    }

    private Attachment attachment(StoredDocument file) {
        return new Attachment(file.fileName(), DocumentFormat.pdf.mediaType(), documents.content(file.id()));
    }

    private String text(Locale locale, String key, Object... values) {
        return messages.getMessage("mail.chasingLetter." + key, values, locale);
    }
}
