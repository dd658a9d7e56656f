package vn.plancascade.identity;

import org.camunda.bpm.engine.authorization.Groups;

/** The engine's groups that are not a role in one unit. */
public final class StandingGroups {

    /** Everybody who can log in: may open Tasklist, and no more than that. */
    public static final String STAFF = "staff";

    /** Holders of the administrator's role, in whatever unit. */
    public static final String ADMINISTRATORS = Groups.CAMUNDA_ADMIN;

    private StandingGroups() {}
}
