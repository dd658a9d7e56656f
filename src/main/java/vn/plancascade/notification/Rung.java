package vn.plancascade.notification;

import java.util.Set;
import vn.plancascade.organisation.Role;

/** Occasions on which somebody is told of a duty, and the roles of the unit that are told. */
public enum Rung {
    NEW(Role.focalContact, Role.drafter, Role.head, Role.clerk),
    SUBMITTED(Role.head),
    RETURNED(Role.drafter),
    APPROVED(Role.clerk, Role.drafter);

    private final Set<Role> roles;

    Rung(Role... roles) {
        this.roles = Set.of(roles);
    }

    public Set<Role> roles() {
        return roles;
    }
}
