package vn.plancascade.notification;

/** Where a mail stands; its notices stand where it stands. */
public enum MailState {
    waiting,
    sent,
    /** Given up: it goes out only if an administrator says so. */
    dead,
    /** Never sent: when it could have been, nothing in it was true any more. */
    dropped
}
