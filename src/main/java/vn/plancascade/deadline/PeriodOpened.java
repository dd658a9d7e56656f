package vn.plancascade.deadline;

/** Units begin to report on a period of a plan; published inside the transaction that opens it. */
public record PeriodOpened(long planId, String period) {}
