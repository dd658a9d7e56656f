package vn.plancascade.notification.domain;

/**
 * Where a database lives: what a copy of it, or the same one put back from a backup, does not share. The mark is kept in the
 * database; what it is compared with is not.
 */
interface Installation {

    /** Whether the mark, as the database kept it, is that of this installation. */
    boolean isOwn(String mark);

    /**
     * The mark to be kept from now on. The one before is still known until {@link #kept} has been called, so that a crash in
     * between is taken for nothing else.
     */
    String renewed();

    /** The mark is in the database for good. */
    void kept(String mark);

    /** Whether another database may stand in this one's place without the application being stopped. */
    boolean mayChangeWhileRunning();
}
