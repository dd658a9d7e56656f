package vn.plancascade.deadline;

import java.util.List;

/** A plan's duties were written; published inside the transaction that wrote them. */
public record DutiesAssigned(long planId, List<DutyRule> rules) {}
