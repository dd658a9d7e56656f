package vn.plancascade.plan.domain;

import vn.plancascade.deadline.Obligation;

/** What the cascade and the units' plans ask of the sub-plan's process. */
public interface SubPlanCases {

    /** Opens the case of one obligation in the caller's transaction; returns its process instance. */
    String open(long obligationId, String unitCode);

    /**
     * Puts a document that was signed outside before the unit's head.
     *
     * @param confirmed whether the head sent it and so has confirmed it already
     */
    void recordedOutside(Obligation duty, boolean confirmed);
}
