package vn.plancascade.notification;

/** Filters of the list of notices; null means any. */
public record NoticeQuery(Long obligation, String recipient, String state, Rung rung) {}
