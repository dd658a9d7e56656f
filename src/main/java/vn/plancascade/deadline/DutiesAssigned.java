package vn.plancascade.deadline;

import java.util.List;

/** Duties of a plan were written, of all units or of one that joined; published inside the transaction that wrote them. */
public record DutiesAssigned(long planId, List<DutyRule> rules) {}
