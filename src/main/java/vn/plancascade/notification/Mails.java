package vn.plancascade.notification;

import vn.plancascade.kernel.Page;
import vn.plancascade.kernel.PageRequest;
import vn.plancascade.organisation.Actor;

/** What was sent, what waits and what could not be delivered; for administrators only. */
public interface Mails {

    /**
     * Newest first.
     *
     * @throws vn.plancascade.kernel.NotAllowed if the actor is no administrator
     */
    Page<Mail> search(Actor actor, MailQuery query, PageRequest page);

    /**
     * Tries a mail again now, at the address that the person has now.
     *
     * @throws vn.plancascade.kernel.NotFound if there is no such mail
     * @throws vn.plancascade.kernel.Conflict if it has been sent
     * @throws vn.plancascade.kernel.NotAllowed if the actor is no administrator
     */
    Mail retry(Actor actor, long id);

    /** The same for all that were given up; returns how many. */
    int retryAll(Actor actor);

    /**
     * What waits to be sent, now.
     *
     * @throws vn.plancascade.kernel.NotAllowed if the actor is no administrator
     */
    MailBacklog backlog(Actor actor);
}
