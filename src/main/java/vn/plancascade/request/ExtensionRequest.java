package vn.plancascade.request;

import java.time.Instant;
import java.time.LocalDate;
import vn.plancascade.deadline.DutyKind;

/**
 * A unit's request for more time.
 *
 * @param until the deadline that the unit asks for, as its plan words deadlines
 * @param askedBy login
 * @param deciderUnit code of the unit whose people decide
 * @param beyondLimit whether it goes beyond what an inspector may grant, or there is none, so that a leader of the ministry decides
 * @param grantedUntil the deadline that was granted, or null
 * @param decidedBy login, or null
 * @param comment what the unit was told with the decision, or null
 */
public record ExtensionRequest(
        long id,
        long obligation,
        long plan,
        DutyKind kind,
        String period,
        String unit,
        String unitName,
        LocalDate until,
        String reason,
        String askedBy,
        Instant askedAt,
        String deciderUnit,
        boolean beyondLimit,
        RequestState state,
        LocalDate grantedUntil,
        String decidedBy,
        Instant decidedAt,
        String comment) {}
