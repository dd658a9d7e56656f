package vn.plancascade.notification;

import java.util.Collection;
import java.util.Map;

/** Mails that tell of no duty. */
public interface PersonalMails {

    /**
     * Queues a mail to each person, in the caller's transaction; one of the same kind that has not gone out yet is taken
     * back.
     *
     * @param kind of a {@link PersonalLetter}
     * @return the mails' ids by login
     */
    Map<String, Long> send(Collection<String> logins, String kind);

    /**
     * Queues a mail to an address that is nobody's here, in the caller's transaction.
     *
     * @return the mail's id
     */
    long sendTo(String address, String kind);
}
