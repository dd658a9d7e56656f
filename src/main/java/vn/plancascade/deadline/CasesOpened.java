package vn.plancascade.deadline;

import java.util.List;

/** A batch of duties whose cases were opened; published inside the transaction that opened them. */
public record CasesOpened(List<Long> obligations) {}
