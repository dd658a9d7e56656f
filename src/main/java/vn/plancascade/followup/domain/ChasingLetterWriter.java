package vn.plancascade.followup.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.deadline.PeriodText;
import vn.plancascade.deadline.PlanTerms;
import vn.plancascade.deadline.PlanTermsSource;
import vn.plancascade.document.Block;
import vn.plancascade.document.DocumentKind;
import vn.plancascade.document.DocumentTexts;
import vn.plancascade.document.Letterheads;
import vn.plancascade.document.OfficialDocument;
import vn.plancascade.document.OfficialDocument.Annex;
import vn.plancascade.document.OutgoingRegister;
import vn.plancascade.kernel.Names;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.organisation.Unit;

/** Writes the letter to the units of an inspector's list, which is annexed. */
@Component
class ChasingLetterWriter {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
    private static final DocumentKind KIND = DocumentKind.chasingLetter;

    private final DocumentTexts texts;
    private final PlanTermsSource plans;
    private final Letterheads letterheads;
    private final ChasedUnits chased;
    private final MessageSource messages;

    ChasingLetterWriter(
            DocumentTexts texts,
            PlanTermsSource plans,
            Letterheads letterheads,
            ChasedUnits chased,
            MessageSource messages) {
        this.texts = texts;
        this.plans = plans;
        this.letterheads = letterheads;
        this.chased = chased;
        this.messages = messages;
    }

    /** @param day the one on which the units are as late as the letter says */
    OfficialDocument write(
            Watched watched,
            Unit unit,
            ChasingLetters.Issued letter,
            LocalDate day,
            List<OverdueUnit> units,
            boolean draft) {
        PlanTerms plan = plans.terms(watched.planId());
        return new OfficialDocument(
                KIND,
                letterheads.superiorOf(unit),
                unit.name(),
                letter.number(),
                Letterheads.symbolIfNumbered(unit, OutgoingRegister.LETTERS),
                unit.place(),
                draft ? null : letter.date(),
                null,
                of(watched, "subject", "trichYeu", Names.lowered(plan.subject())),
                List.of(
                        units.size() == 1
                                ? texts.of(
                                        KIND, "addressee", "donVi", units.get(0).unitName())
                                : texts.of(KIND, "addressees")),
                body(watched, unit, plan, day, units),
                letterheads.signing(unit.code(), letter.signatory(), day),
                letterheads.person(letter.signatory()),
                List.of(texts.of(KIND, "recipients.addressees"), texts.of(KIND, "recipients.archive")),
                List.of(new Annex(texts.of(KIND, "annex"), of(watched, "annex"), List.of(chased.table(units, day)))),
                draft);
    }

    private List<Block> body(Watched watched, Unit unit, PlanTerms plan, LocalDate day, List<OverdueUnit> units) {
        return List.of(
                Block.text(of(
                        watched,
                        "opening",
                        "soKeHoach",
                        plan.documentNumber(),
                        "ngayKeHoach",
                        VietnamTime.text(plan.documentDate()),
                        "thoiHan",
                        chased.deadlines(plan, units))),
                Block.text(of(
                        watched,
                        "overdue",
                        "ngay",
                        VietnamTime.text(day.minusDays(1)),
                        "soDonVi",
                        units.size(),
                        "donVi",
                        unit.name())),
                Block.text(of(watched, "request")),
                Block.text(texts.of(KIND, "reasons")),
                Block.text(texts.of(KIND, "closing")));
    }

    /** The sentence about what is owed: the sub-plan, or the report of the period. */
    private String of(Watched watched, String key, Object... values) {
        if (watched.kind() != DutyKind.unitReport) {
            return texts.of(KIND, key + "." + DutyKind.subPlan, values);
        }
        List<Object> all = new ArrayList<>(List.of(values));
        all.addAll(List.of("ky", PeriodText.of(watched.period(), messages, VIETNAMESE)));
        return texts.of(KIND, key + "." + DutyKind.unitReport, all.toArray());
    }
}
