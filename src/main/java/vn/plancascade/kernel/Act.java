package vn.plancascade.kernel;

import java.util.Collection;
import java.util.List;

/**
 * Something that a person did; published inside the transaction that does it, so that it is on record if and only if it was done.
 *
 * @param actor login
 * @param plan the plan that it concerns, or null
 * @param obligation the duty that it concerns, or null
 * @param units the codes of the units that it concerns; none where it concerns the product as a whole
 * @param subject whom or what else it concerns: a login, the key of a task, the name of a file; null for nothing
 * @param detail the reason that was given, or what was changed to what; null for nothing
 */
public record Act(
        ActWord word,
        String actor,
        Long plan,
        Long obligation,
        Collection<String> units,
        String subject,
        String detail) {

    public static Act of(ActWord word, String actor) {
        return new Act(word, actor, null, null, List.of(), null, null);
    }

    public Act ofPlan(long id) {
        return new Act(word, actor, id, obligation, units, subject, detail);
    }

    public Act ofDuty(long id) {
        return new Act(word, actor, plan, id, units, subject, detail);
    }

    public Act inUnits(Collection<String> codes) {
        return new Act(word, actor, plan, obligation, List.copyOf(codes), subject, detail);
    }

    public Act inUnit(String code) {
        return inUnits(code == null ? List.of() : List.of(code));
    }

    public Act about(Object whomOrWhat) {
        return new Act(word, actor, plan, obligation, units, whomOrWhat == null ? null : whomOrWhat.toString(), detail);
    }

    public Act saying(String what) {
        return new Act(word, actor, plan, obligation, units, subject, what);
    }
}
