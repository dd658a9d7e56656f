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
    private final ChasedList list;
    private final MessageSource messages;

    ChasingLetterWriter(
            DocumentTexts texts,
            PlanTermsSource plans,
            Letterheads letterheads,
            ChasedUnits chased,
            ChasedList list,
            MessageSource messages) {
        this.texts = texts;
        this.plans = plans;
        this.letterheads = letterheads;
        this.chased = chased;
        this.list = list;
        this.messages = messages;
    }

    /**
     * What is written into a letter by hand.
     *
     * @param toUnit the department of health that it goes to, or null where it goes to the units themselves
     * @param section the part of a symbol that names who drafted it, or null
     * @param addition a paragraph of its own, or null
     * @param contact whom to ask, or null
     */
    record Wording(Unit toUnit, String section, String addition, String contact) {

        static final Wording NONE = new Wording(null, null, null, null);
    }

    /** @param day the one on which the units are as late as the letter says */
    OfficialDocument write(
            Watched watched,
            Unit unit,
            ChasingLetters.Issued letter,
            Wording wording,
            LocalDate day,
            List<OverdueUnit> units,
            boolean draft) {
        PlanTerms plan = plans.terms(watched.planId());
        boolean named = ChasedList.areNamed(units);
        return new OfficialDocument(
                KIND,
                letterheads.superiorOf(unit),
                unit.name(),
                letter.number(),
                symbol(unit, wording),
                unit.place(),
                draft ? null : letter.date(),
                null,
                of(watched, "subject", "trichYeu", Names.lowered(plan.subject())),
                wording.toUnit() == null
                        ? chased.addressees(units)
                        : List.of(chased.addressee(
                                wording.toUnit().kind(), wording.toUnit().name())),
                body(watched, unit, plan, wording, day, units),
                letterheads.signing(unit.code(), letter.signatory(), day),
                letterheads.person(letter.signatory()),
                recipients(wording),
                List.of(new Annex(
                        texts.of(KIND, "annex"),
                        of(watched, named ? "annex" : "annexMany"),
                        List.of(list.of(units, day)))),
                draft);
    }

    private static String symbol(Unit unit, Wording wording) {
        String symbol = Letterheads.symbolIfNumbered(unit, OutgoingRegister.LETTERS);
        return symbol == null || wording.section() == null ? symbol : symbol + "-" + wording.section();
    }

    private List<String> recipients(Wording wording) {
        return wording.toUnit() == null
                ? List.of(texts.of(KIND, "recipients.addressees"), texts.of(KIND, "recipients.archive"))
                : List.of(
                        texts.of(KIND, "recipients.addressees"),
                        texts.of(KIND, "recipients.chased"),
                        texts.of(KIND, "recipients.archive"));
    }

    private List<Block> body(
            Watched watched, Unit unit, PlanTerms plan, Wording wording, LocalDate day, List<OverdueUnit> units) {
        List<Block> body = new ArrayList<>(List.of(
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
                        ChasedList.areNamed(units) ? "overdue" : "overdueMany",
                        "ngay",
                        VietnamTime.text(day.minusDays(1)),
                        "soDonVi",
                        units.size(),
                        "donVi",
                        unit.name())),
                Block.text(of(watched, "request")),
                Block.text(texts.of(KIND, "reasons"))));
        if (wording.addition() != null) {
            body.add(Block.text(wording.addition()));
        }
        if (wording.contact() != null) {
            body.add(Block.text(texts.of(KIND, "contact", "lienHe", wording.contact())));
        }
        body.add(Block.text(texts.of(KIND, "closing")));
        return body;
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
