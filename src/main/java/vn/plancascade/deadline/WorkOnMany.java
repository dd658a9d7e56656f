package vn.plancascade.deadline;

/**
 * Work on many duties that many people are told of: a morning's reminders, the launch of a plan. Mails are made of what it tells
 * when it is over; the rooms that do such work answer.
 */
public interface WorkOnMany {

    /** Whether some has begun that is not over yet, on whichever instance. */
    boolean underWay();
}
