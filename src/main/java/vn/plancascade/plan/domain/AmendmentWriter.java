package vn.plancascade.plan.domain;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.plancascade.document.DocumentKind;
import vn.plancascade.document.DocumentTexts;
import vn.plancascade.document.Letterheads;
import vn.plancascade.document.OfficialDocument;
import vn.plancascade.kernel.Names;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.organisation.Unit;
import vn.plancascade.plan.Amendment;
import vn.plancascade.plan.AmendmentContent;
import vn.plancascade.plan.PlanContent;

/** Writes an amendment as a document. */
@Component
class AmendmentWriter {

    private static final DocumentKind KIND = DocumentKind.planAmendment;

    private final DocumentTexts texts;
    private final Letterheads letterheads;
    private final AmendmentClauses clauses;

    AmendmentWriter(DocumentTexts texts, Letterheads letterheads, AmendmentClauses clauses) {
        this.texts = texts;
        this.letterheads = letterheads;
        this.clauses = clauses;
    }

    /** @param day the one on which whoever signs it is looked for */
    OfficialDocument write(
            Unit ministry,
            Amendment amendment,
            PlanContent before,
            AmendmentContent content,
            String signatory,
            LocalDate day,
            boolean draft) {
        return new OfficialDocument(
                KIND,
                letterheads.superiorOf(ministry),
                ministry.name(),
                draft ? null : amendment.documentNumber(),
                Letterheads.symbol(ministry, SubPlans.SERIES),
                ministry.place(),
                draft ? null : amendment.documentDate(),
                text("type"),
                text("subject", "keHoach", plan(ministry, before), "trichYeu", Names.lowered(before.subject())),
                List.of(),
                clauses.write(ministry.name(), plan(ministry, before), before, content),
                letterheads.signing(ministry.code(), signatory, day),
                letterheads.person(signatory),
                PlanContent.lines(content.plan().recipients()),
                List.of(),
                draft);
    }

    private String plan(Unit ministry, PlanContent plan) {
        return text(
                "plan",
                "soKeHoach",
                plan.documentNumber(),
                "ngayKeHoach",
                VietnamTime.text(plan.documentDate()),
                "coQuanKeHoach",
                ministry.name());
    }

    private String text(String key, Object... values) {
        return texts.of(KIND, key, values);
    }
}
