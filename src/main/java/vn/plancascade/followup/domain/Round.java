package vn.plancascade.followup.domain;

import java.time.Instant;

/**
 * One round of a watch: every working morning after the round before, up to now.
 *
 * @param before when the round before was made, or the watch opened
 */
public record Round(Watched watched, Instant before, Instant now) {}
