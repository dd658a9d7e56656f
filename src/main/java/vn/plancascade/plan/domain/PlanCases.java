package vn.plancascade.plan.domain;

import java.time.Instant;
import vn.plancascade.plan.NationalPlan;

/** What the plan asks of its process. */
public interface PlanCases {

    /** Opens the case of a plan; returns its process instance. */
    String open(long planId, String unitCode);

    /** Ends the case of a plan that was never submitted. */
    void discard(String processInstanceId);

    /** Whether the plan is neither withdrawn nor at its end. */
    boolean isUnderWay(String processInstanceId);

    void withdraw(NationalPlan plan);

    /** Has a case wait until the plan's year ends at this moment: it is opened, or the one that waits already waits for that. */
    void awaitYearEnd(long planId, Instant end);

    /** Whether the end of the plan's year is waited for. */
    boolean awaitsYearEnd(long planId);

    /** Begins another lane that opens cases of units that have none yet, in the background. */
    void openBeside(long planId);

    /** Tells the case that nothing is owed any more; harmless if it is not waiting for that. */
    void allSettled(long planId);

    /** Makes it visible to the administrator that cases of this plan could not be started. */
    void reportFailedStarts(long planId, String message);

    void failedStartsMended(long planId);
}
