package vn.plancascade.notification;

/** Knows whether the morning's reminders are being written; the room that writes them answers. */
public interface MorningRounds {

    /** Whether a round has come that is not over yet, on whichever instance. */
    boolean underWay();
}
