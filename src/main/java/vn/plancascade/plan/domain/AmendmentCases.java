package vn.plancascade.plan.domain;

import vn.plancascade.plan.Amendment;

/** What an amendment asks of its process. */
public interface AmendmentCases {

    /** Opens the case of an amendment; returns its process instance. */
    String open(long amendmentId, long planId, String unitCode);

    /** Ends the case of one that is given up, or whose plan has ended. */
    void end(Amendment amendment);
}
