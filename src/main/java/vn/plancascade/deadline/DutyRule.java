package vn.plancascade.deadline;

import java.time.Instant;
import java.util.List;
import vn.plancascade.organisation.UnitKind;

/**
 * What every unit of one kind owes for one period; the cascade turns a list of these into obligations.
 *
 * @param form {@code full} or {@code short}
 * @param dueAt for the first tier of units, and for all where there are no other moments
 * @param lowerTiers due moments of the second tier, the third and so on; the last is that of all below it
 * @param initial {@link ObligationState#planned} or {@link ObligationState#notRequired}
 * @param reason why it is not required, or null
 */
public record DutyRule(
        UnitKind unitKind,
        DutyKind kind,
        String period,
        String form,
        Instant opensAt,
        Instant dueAt,
        List<Instant> lowerTiers,
        ObligationState initial,
        String reason) {

    public DutyRule {
        lowerTiers = List.copyOf(lowerTiers);
    }

    /** The same, due at another moment. */
    public DutyRule dueAt(Instant moment) {
        return new DutyRule(unitKind, kind, period, form, opensAt, moment, lowerTiers, initial, reason);
    }

    /** The same, asked of nobody; a reason that it has stays. */
    public DutyRule notRequired(DutyReason why) {
        return initial == ObligationState.notRequired
                ? this
                : new DutyRule(
                        unitKind,
                        kind,
                        period,
                        form,
                        opensAt,
                        dueAt,
                        List.of(),
                        ObligationState.notRequired,
                        why.name());
    }
}
