package vn.plancascade.plan.domain;

import java.time.Instant;
import vn.plancascade.deadline.Obligation;

/** What the cascade and the units' plans ask of the sub-plan's process. */
public interface SubPlanCases {

    /** Opens the case of one obligation, which is due then, in the caller's transaction; returns its process instance. */
    String open(long obligationId, String unitCode, Instant dueAt);

    /** Whether the case's model has the reviewer's step: a case goes on as it was begun. */
    boolean hasReview(String processInstanceId);

    /**
     * Puts a document that was signed outside before the unit's head.
     *
     * @param confirmed whether the head sent it and so has confirmed it already
     */
    void recordedOutside(Obligation duty, boolean confirmed);
}
