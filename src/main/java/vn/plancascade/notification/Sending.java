package vn.plancascade.notification;

import java.time.Instant;
import vn.plancascade.organisation.Actor;

/**
 * Whether this installation sends mails. A database that finds itself elsewhere than where it last ran was restored or copied: it
 * sends nothing until an administrator says that it is the one that speaks.
 */
public interface Sending {

    /** @throws vn.plancascade.kernel.NotAllowed if the actor is no administrator */
    State state(Actor actor);

    /**
     * Mails go out from now on, those that waited too.
     *
     * @throws vn.plancascade.kernel.NotAllowed if the actor is no administrator
     */
    State resume(Actor actor);

    /** @param stoppedAt since when nothing is sent; null while mails are sent */
    record State(boolean on, Instant stoppedAt) {}
}
