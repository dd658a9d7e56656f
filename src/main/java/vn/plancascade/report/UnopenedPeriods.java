package vn.plancascade.report;

import java.util.List;
import vn.plancascade.organisation.Actor;

/** Periods of plans in force whose reports are planned and which nothing will open: a plan of an earlier version, or a fault. */
public interface UnopenedPeriods {

    /** Empty unless making up for them failed. */
    List<UnopenedPeriod> list();

    /**
     * Gives each what opens it; what cannot be made up for stays in the list, with its reason in the log.
     *
     * @throws vn.plancascade.kernel.NotAllowed unless the actor is an administrator
     */
    void makeUp(Actor actor);

    /** A period by its code, and its plan by its id and number. */
    record UnopenedPeriod(long plan, String documentNumber, String period) {}
}
