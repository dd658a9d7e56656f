package vn.plancascade.followup.process;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.plancascade.deadline.PlanTermsSource;
import vn.plancascade.document.Issuing;
import vn.plancascade.document.OfficialDocument;
import vn.plancascade.followup.domain.ChasingLetters;
import vn.plancascade.followup.domain.FollowUps;
import vn.plancascade.followup.domain.OverdueUnit;
import vn.plancascade.followup.domain.Watched;
import vn.plancascade.kernel.Names;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.organisation.Actor;
import vn.plancascade.worklist.DocumentForm;
import vn.plancascade.worklist.FormData;
import vn.plancascade.worklist.WorkItem;

/** The overdue units of an inspector's area; what was done about them ends the task. */
@Component
class FollowUpOverdueForm implements DocumentForm {

    /** Rows that a form can carry on a slow line; the list of duties has them all. */
    private static final int SHOWN = 500;

    private final FollowUps followUps;
    private final ChasingLetters letters;
    private final Issuing issuing;
    private final PlanTermsSource plans;
    private final FollowUpVariables variables;
    private final Clock clock;

    FollowUpOverdueForm(
            FollowUps followUps,
            ChasingLetters letters,
            Issuing issuing,
            PlanTermsSource plans,
            FollowUpVariables variables,
            Clock clock) {
        this.followUps = followUps;
        this.letters = letters;
        this.issuing = issuing;
        this.plans = plans;
        this.variables = variables;
        this.clock = clock;
    }

    @Override
    public String taskKey() {
        return FollowUpModel.FOLLOW_UP_OVERDUE;
    }

    @Override
    public ObjectNode prefill(WorkItem item, Actor actor) {
        return FormData.object()
                .put("note", "")
                .put("documentNumber", "")
                .putNull("letterDate")
                .put("letterSignatory", issuing.defaultSignatory(item.unitCode()));
    }

    @Override
    public ObjectNode shown(WorkItem item, Actor actor) {
        List<OverdueUnit> overdue = followUps.list(variables.watched(item), variables.inspector(item));
        ObjectNode shown = FormData.object()
                .put("planNumber", plans.terms(item.subject()).documentNumber())
                .put("unitCount", overdue.size());
        ArrayNode units = shown.putArray("units");
        for (OverdueUnit unit : overdue.subList(0, Math.min(SHOWN, overdue.size()))) {
            units.add(FormData.object()
                    .put("unitCode", unit.unitCode())
                    .put("unitName", unit.unitName())
                    .put("email", unit.email() == null ? "" : unit.email())
                    .put("lastDay", VietnamTime.text(unit.lastDay()))
                    .put("daysLate", unit.daysLate(clock.instant())));
        }
        return shown;
    }

    @Override
    public Class<?> content() {
        return Data.class;
    }

    /** A date that is half typed is kept. */
    @Override
    public void checkDraft(WorkItem item, ObjectNode draft) {
        FormData.checkSizes(draft);
    }

    @Override
    public Map<String, Object> complete(WorkItem item, ObjectNode data, Actor actor) {
        FormData.checkSizes(data);
        Data sent = FormData.read(data, Data.class);
        boolean written = sent.letterDate() != null || Names.clean(sent.documentNumber()) != null;
        followUps.done(
                variables.watched(item),
                variables.inspector(item),
                item.unitCode(),
                actor,
                sent.note(),
                written
                        ? new ChasingLetters.Issued(
                                sent.documentNumber(), sent.letterDate(), Names.clean(sent.letterSignatory()))
                        : null);
        return Map.of();
    }

    /**
     * @param documentNumber of the letter that was sent; number and day are blank where there was none
     */
    record Data(String note, String documentNumber, LocalDate letterDate, String letterSignatory) {}

    @Override
    public OfficialDocument document(WorkItem item, ObjectNode data, Actor actor) {
        Watched watched = variables.watched(item);
        String signatory = Names.clean(data.path("letterSignatory").asText(null));
        return letters.draft(watched, item.unitCode(), signatory, followUps.list(watched, variables.inspector(item)));
    }
}
