package vn.plancascade.followup;

import vn.plancascade.deadline.DutyKind;

/** Tells inspectors each working morning how what they watch stands; the room that draws up figures answers. */
public interface MorningDigest {

    /** Queues a mail, in the caller's transaction, to each inspector in whose area something of this is overdue. */
    void send(long planId, DutyKind kind, String period);

    /** The same to leaders of the ministry, about all of it, on the first working morning of a week. */
    void sendWeekly(long planId, DutyKind kind, String period);
}
