package vn.plancascade.followup.domain;

/** What follow-ups ask of the process {@code overdueFollowUp}. */
public interface FollowUpCases {

    /** Gives the inspector a task for the overdue units, unless one is open already. */
    void open(Watched watched, String inspector, String unitCode);

    /** Closes the inspector's task, if one is open. */
    void settled(Watched watched, String inspector);
}
