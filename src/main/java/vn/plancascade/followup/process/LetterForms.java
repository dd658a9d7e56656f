package vn.plancascade.followup.process;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.deadline.PeriodText;
import vn.plancascade.deadline.PlanTermsSource;
import vn.plancascade.document.OfficialDocument;
import vn.plancascade.followup.ChasingLetter;
import vn.plancascade.followup.domain.LetterSteps;
import vn.plancascade.followup.domain.OverdueUnit;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.worklist.FormData;
import vn.plancascade.worklist.WorkItem;

/** What the forms of a chasing letter's tasks have in common: which letter it is, and whom it chases. */
@Component
class LetterForms {

    /** Rows that a form can carry on a slow line; the document has them all. */
    private static final int SHOWN = 500;

    private final LetterSteps letters;
    private final RuntimeService runtime;
    private final PlanTermsSource plans;
    private final Organisation organisation;
    private final MessageSource messages;
    private final Clock clock;

    LetterForms(
            LetterSteps letters,
            RuntimeService runtime,
            PlanTermsSource plans,
            Organisation organisation,
            MessageSource messages,
            Clock clock) {
        this.letters = letters;
        this.runtime = runtime;
        this.plans = plans;
        this.organisation = organisation;
        this.messages = messages;
        this.clock = clock;
    }

    ChasingLetter letter(WorkItem item) {
        return letters.get((Long) runtime.getVariable(item.processInstanceId(), ChasingLetterModel.LETTER_ID));
    }

    OfficialDocument document(ChasingLetter letter, String signatory) {
        return letters.draft(letter, signatory);
    }

    /** What the forms show of the letter. */
    ObjectNode shown(ChasingLetter letter) {
        List<OverdueUnit> chased = letters.units(letter.id());
        ObjectNode shown = FormData.object()
                .put("planNumber", plans.terms(letter.plan()).documentNumber())
                .put("about", about(letter))
                .put(
                        "toName",
                        letter.toUnit() == null
                                ? messages.getMessage("letter.toUnits", null, LocaleContextHolder.getLocale())
                                : organisation
                                        .unit(letter.toUnit())
                                        .orElseThrow()
                                        .name())
                .put("unitCount", chased.size());
        ArrayNode units = shown.putArray("units");
        chased.subList(0, Math.min(SHOWN, chased.size()))
                .forEach(unit -> units.add(FormData.object()
                        .put("unitCode", unit.unitCode())
                        .put("unitName", unit.unitName())
                        .put("email", unit.email() == null ? "" : unit.email())
                        .put("lastDay", VietnamTime.text(unit.lastDay()))
                        .put("daysLate", unit.daysLate(clock.instant()))));
        return shown;
    }

    private String about(ChasingLetter letter) {
        var locale = LocaleContextHolder.getLocale();
        String kind = messages.getMessage("dutyKind." + letter.kind(), null, locale);
        return letter.kind() == DutyKind.subPlan
                ? kind + " " + letter.period()
                : kind + ", " + PeriodText.of(letter.period(), messages, locale);
    }
}
