package vn.plancascade.followup.domain;

import java.util.List;

/** What follow-ups ask of the process {@code overdueFollowUp}. */
public interface FollowUpCases {

    /** Gives the inspector a task for the overdue units, unless one is open already; one that waits to be looked at again is opened. */
    void open(Watched watched, String inspector, String unitCode);

    /** Closes the inspector's task, whether it is open or waits to be looked at again. */
    void settled(Watched watched, String inspector);

    /** What the inspector's open tasks are about, the oldest first. */
    List<Watched> waitingFor(String inspector);
}
