package vn.plancascade.report.domain;

import java.util.List;
import java.util.Map;
import vn.plancascade.kernel.Violation;

/** Says where a report seems to tell of single people: their numbers are refused, their names are to be confirmed. */
final class PersonRules {

    private final ReportDraft draft;
    private final List<Violation> wrong;
    private final List<Violation> toExplain;

    /** What is found is added to what is wrong, or to what has to be explained. */
    PersonRules(ReportDraft draft, List<Violation> wrong, List<Violation> toExplain) {
        this.draft = draft;
        this.wrong = wrong;
        this.toExplain = toExplain;
    }

    /** @param words what was entered for indicators that are texts */
    void check(Map<String, String> words) {
        ReportDraft.Narrative.PARTS.forEach(
                part -> text("narrative." + part, draft.narrative().part(part)));
        words.forEach((code, text) -> text(FigureReading.field(code), text));
        for (int i = 0; i < draft.progress().size(); i++) {
            text("progress[" + i + "].note", draft.progress().get(i).note());
            String state = draft.progress().get(i).state();
            if (state != null && !ReportDraft.Progress.STATES.contains(state)) {
                wrong.add(new Violation("progress[" + i + "].state", "choice.unknown"));
            }
        }
        text("comment", draft.comment());
    }

    private void text(String field, String text) {
        if (Identities.holdsNumber(text)) {
            wrong.add(new Violation(field, "report.identityNumber"));
        } else if (Identities.seemsToNamePerson(text) && !draft.confirmed()) {
            // What is in the comment cannot be confirmed by it.
            (field.equals("comment") ? wrong : toExplain).add(new Violation(field, "report.identityName"));
        }
    }
}
