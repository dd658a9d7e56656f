package vn.plancascade.deadline;

import java.util.Map;

/** How far a plan's duties of one kind have come. Started: a case was opened for it. Settled: without those that were not accomplished. */
public record Progress(long total, long started, long settled, long overdue, Map<ObligationState, Long> byState) {}
