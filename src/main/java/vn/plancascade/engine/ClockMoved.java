package vn.plancascade.engine;

import java.time.Instant;

/** The movable clock has been moved: what was worked out from the time of day is to be worked out again. */
public record ClockMoved(Instant now) {}
