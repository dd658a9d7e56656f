package vn.plancascade.account.domain;

import java.time.Instant;

/**
 * A right to set a password once.
 *
 * @param login whose, or null for the first administrator's
 */
public record Grant(long id, Purpose purpose, String login, Instant expiresAt) {}
