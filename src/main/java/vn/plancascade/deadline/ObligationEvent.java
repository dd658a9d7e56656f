package vn.plancascade.deadline;

import java.time.Instant;

/** One line of a duty's history; the actor is a login, or null where the system acted. */
public record ObligationEvent(Instant at, String actor, String event, String detail) {}
