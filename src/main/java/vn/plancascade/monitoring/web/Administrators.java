package vn.plancascade.monitoring.web;

import vn.plancascade.kernel.NotAllowed;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.Role;

/** What only administrators see and do. */
final class Administrators {

    private Administrators() {}

    /** @throws NotAllowed if the actor is none */
    static void require(Actor actor) {
        if (!actor.holds(Role.administrator)) {
            throw new NotAllowed("administratorOnly");
        }
    }
}
