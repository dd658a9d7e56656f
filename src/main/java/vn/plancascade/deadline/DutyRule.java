package vn.plancascade.deadline;

import java.time.Instant;
import vn.plancascade.organisation.UnitKind;

/**
 * What every unit of one kind owes for one period; the cascade turns a list of these into obligations.
 *
 * @param form {@code full} or {@code short}
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
        ObligationState initial,
        String reason) {}
