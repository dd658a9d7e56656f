package vn.plancascade.notification;

import java.time.LocalDate;

/**
 * Filters of the list of notices; null means any.
 *
 * @param unit code of the duty's unit
 * @param from the first day on which they were written
 */
public record NoticeQuery(Long obligation, String recipient, MailState state, Rung rung, String unit, LocalDate from) {}
