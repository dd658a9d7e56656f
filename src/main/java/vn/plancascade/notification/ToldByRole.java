package vn.plancascade.notification;

import vn.plancascade.organisation.Role;

/** For steps that people beside the holders of the work are to hear of. */
public interface ToldByRole {

    /**
     * Tells everybody who holds the role in the unit today of a duty, in the caller's transaction.
     *
     * @param rung which comes once for each line of the duty's history
     * @param detail what is told besides, or null
     */
    void tell(Rung rung, long obligation, Role role, String unit, String detail);
}
