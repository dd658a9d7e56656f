package vn.plancascade.engine;

import java.time.Instant;

/** The clock was moved by hand, as only the demo can; published when everything that came due has run. */
public record ClockMoved(Instant now) {}
