package vn.plancascade.deadline;

/** A duty moved on; published inside the transaction that moved it. */
public record ObligationChanged(Obligation obligation, String event, String actor, String detail) {}
