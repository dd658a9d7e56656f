package vn.plancascade.deadline;

import java.time.LocalDate;

/** A day became one of rest or of work; published inside the transaction that changed it. */
public record WorkingDaysChanged(LocalDate day) {}
