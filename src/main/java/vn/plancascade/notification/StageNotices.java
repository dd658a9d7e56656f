package vn.plancascade.notification;

import java.util.Collection;
import vn.plancascade.deadline.DutyKind;

/**
 * Writes what stages tell, each method with one statement however many units there are. Called in the transaction of the
 * watch's step; what has been told once is not told again, and of several stages that would tell one person of one duty, the
 * newest does.
 */
public interface StageNotices {

    /** Tells the units' own people; returns how many notices were new. */
    int tellUnits(Stages come);

    /**
     * Tells the people above the units. No automatic mail goes to a ministry or a people's committee: where a unit reports
     * to one, or is a department of health or another ministry's, the focal unit is told instead.
     */
    int tellAbove(Stages come);

    /** All stages that have come, for whomever, for a plan's duties of one kind and period. */
    record Stages(long planId, DutyKind kind, String period, String focalUnit, Collection<Stage> stages) {}
}
