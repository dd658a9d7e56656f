package vn.plancascade.report.domain;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.plancascade.deadline.Obligations;
import vn.plancascade.deadline.PeriodText;
import vn.plancascade.document.Block;
import vn.plancascade.document.DocumentKind;
import vn.plancascade.document.DocumentTexts;
import vn.plancascade.document.Issuing;
import vn.plancascade.document.Letterheads;
import vn.plancascade.document.OfficialDocument;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.organisation.Unit;
import vn.plancascade.plan.PlanContent;
import vn.plancascade.report.domain.ReportRow.Version;
import vn.plancascade.report.domain.ReportRow.VersionKind;

/** Writes reports as documents: who writes to whom, in which sentences. Figures are in the annexes. */
@Component
class ReportWriter {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    private final DocumentTexts texts;
    private final ReportAnnexes annexes;
    private final ReportSums sums;
    private final Obligations obligations;
    private final Issuing issuing;
    private final Letterheads letterheads;
    private final Organisation organisation;
    private final MessageSource messages;
    private final Clock clock;

    ReportWriter(
            DocumentTexts texts,
            ReportAnnexes annexes,
            ReportSums sums,
            Obligations obligations,
            Issuing issuing,
            Letterheads letterheads,
            Organisation organisation,
            MessageSource messages,
            Clock clock) {
        this.texts = texts;
        this.annexes = annexes;
        this.sums = sums;
        this.obligations = obligations;
        this.issuing = issuing;
        this.letterheads = letterheads;
        this.organisation = organisation;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * @param version null while nothing has been submitted
     * @param own the unit's own figures
     */
    OfficialDocument write(ReportWork work, ReportContent content, Version version, Map<String, BigDecimal> own) {
        boolean draft = version == null || version.issuedAt() == null;
        Unit issuer = issuer(work);
        ReportSums.Coverage coverage =
                sums.coverage(work.report().id(), content.edition() == 0 ? null : content.edition());
        LocalDate date = draft ? null : version.documentDate();
        String signatory = draft ? expectedSignatory(work, issuer) : version.signatory();
        return new OfficialDocument(
                kind(work),
                letterheads.superiorOf(issuer),
                issuer.name(),
                draft ? null : version.documentNumber(),
                Letterheads.symbolIfNumbered(issuer, ReportIssuing.SERIES),
                issuer.place(),
                date,
                text(work, "type"),
                subject(work, content.kind(), content.supplementNo()),
                addressees(work),
                body(work, content, issuer, coverage),
                signing(work, issuer, signatory, date),
                letterheads.person(signatory),
                recipients(work),
                annexes.of(work, content, own, coverage.missing()),
                draft);
    }

    static DocumentKind kind(ReportWork work) {
        return work.isConsolidation() ? DocumentKind.consolidatedReport : DocumentKind.unitReport;
    }

    Unit issuer(ReportWork work) {
        return work.isConsolidation()
                ? organisation.unit(work.plan().unitCode()).orElseThrow()
                : work.unit();
    }

    private String expectedSignatory(ReportWork work, Unit issuer) {
        if (!work.isConsolidation()) {
            return issuing.defaultSignatory(issuer.code());
        }
        return work.round() == null ? null : work.round().decidedBy();
    }

    String subject(ReportWork work, VersionKind kind, Integer supplementNo) {
        if (kind != VersionKind.supplement) {
            return subject(work);
        }
        return supplementNo == null
                ? text(work, "subject.supplement", "trichYeu", subject(work))
                : text(work, "subject.supplementNo", "trichYeu", subject(work), "lan", supplementNo);
    }

    /** What the period's reports are about. */
    String subject(ReportWork work) {
        PlanContent plan = work.plan().content();
        return text(
                work, "subject", "keHoach", Objects.toString(plan.shortSubject(), plan.subject()), "ky", period(work));
    }

    /** As it stands on the document's day, or would today; where whoever signed has gone, as it was kept. */
    private List<String> signing(ReportWork work, Unit issuer, String signatory, LocalDate date) {
        LocalDate day = date == null ? VietnamTime.dayOf(clock.instant()) : date;
        List<String> block = letterheads.signing(issuer.code(), signatory, day);
        return block.isEmpty() && date != null
                ? obligations
                        .signature(work.duty().id())
                        .map(Obligations.Signature::block)
                        .orElse(List.of())
                : block;
    }

    private List<String> addressees(ReportWork work) {
        String superior = work.report().superiorCode();
        return work.isConsolidation() || superior == null ? List.of() : List.of(letterheads.nameOf(superior));
    }

    private List<String> recipients(ReportWork work) {
        List<String> recipients = new ArrayList<>();
        if (work.isConsolidation()) {
            PlanContent.lines(work.plan().content().reportedTo())
                    .forEach(body -> recipients.add(text(work, "recipients.reportedTo", "noiNhan", body)));
            recipients.add(text(
                    work,
                    "recipients.leaders",
                    "donVi",
                    letterheads.nameOf(work.plan().unitCode())));
        } else {
            recipients.add(text(work, "recipients.addressees"));
        }
        recipients.add(text(work, "recipients.archive", "donVi", work.unit().name()));
        return recipients;
    }

    private List<Block> body(ReportWork work, ReportContent content, Unit issuer, ReportSums.Coverage coverage) {
        List<Block> body = new ArrayList<>();
        body.add(Block.text(opening(work, issuer)));
        if (content.replaces() != null && !content.replaces().isBlank()) {
            body.add(Block.text(text(work, "replaces", "soBaoCao", content.replaces())));
        }
        if (content.nothingToReport()) {
            body.add(Block.text(text(work, "nothingToReport")));
        }
        ReportDraft.Narrative.PARTS.forEach(part -> {
            body.add(Block.heading(heading(work, part)));
            List<String> lines = PlanContent.lines(content.narrative().part(part));
            (lines.isEmpty() ? List.of(text(work, "nothing")) : lines).forEach(line -> body.add(Block.text(line)));
            if (part.equals("results")) {
                body.add(Block.text(
                        content.comment() == null
                                ? text(work, "figures")
                                : text(work, "figures.explained", "thuyetMinh", content.comment())));
            }
        });
        if (coverage.expected() > 0) {
            body.add(Block.text(text(
                    work,
                    coverage.missing().isEmpty() ? "coverage" : "coverage.missing",
                    "daCo",
                    coverage.accepted(),
                    "tongSo",
                    coverage.expected())));
        }
        body.add(Block.text(text(work, "closing", "donVi", issuer.name())));
        return body;
    }

    private String opening(ReportWork work, Unit issuer) {
        PlanContent plan = work.plan().content();
        boolean days = work.cutOff() != null && work.period().dataFrom() != null;
        return text(
                work,
                days ? "opening.days" : "opening",
                "soKeHoach",
                plan.documentNumber(),
                "ngayKeHoach",
                VietnamTime.text(plan.documentDate()),
                "coQuanKeHoach",
                letterheads.nameOf(work.plan().unitCode()),
                "donVi",
                issuer.name(),
                "ky",
                period(work),
                "tuNgay",
                days ? VietnamTime.text(work.period().dataFrom()) : null,
                "denNgay",
                days ? VietnamTime.text(work.cutOff()) : null);
    }

    /** What stands above a part of the narrative. */
    String heading(ReportWork work, String part) {
        return text(work, "heading." + part);
    }

    private String text(ReportWork work, String key, Object... values) {
        return texts.of(kind(work), key, values);
    }

    private String period(ReportWork work) {
        return PeriodText.of(work.period().period(), messages, VIETNAMESE);
    }
}
