package vn.plancascade.notification;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Mails that tell of no duty. */
public interface PersonalMails {

    /**
     * Queues a mail to each person, in the caller's transaction; one of the same kind that has not gone out yet is taken
     * back.
     *
     * @param kind of a {@link PersonalLetter}
     * @return the mails' ids by login
     */
    default Map<String, Long> send(Collection<String> logins, String kind) {
        return send(logins, kind, null);
    }

    /** The same, where a kind is sent about several things: only one about the same is taken back. */
    Map<String, Long> send(Collection<String> logins, String kind, String about);

    /** What the mail is about; empty where that was not said. */
    Optional<String> about(long mail);

    /**
     * Queues a mail to an address that is nobody's here, in the caller's transaction.
     *
     * @return the mail's id
     */
    default long sendTo(String address, String kind) {
        return sendTo(address, kind, null);
    }

    /** The same, where a kind is sent about several things. */
    long sendTo(String address, String kind, String about);
}
