package vn.plancascade.followup.domain;

import vn.plancascade.deadline.DutyKind;

/** What one watch looks at: a plan's duties of one kind and period. */
public record Watched(long planId, DutyKind kind, String period) {}
