package vn.plancascade.monitoring.web;

import java.util.List;

/** What lists of duties and their exports can show of each; the name in words is {@code column.<name>}. */
enum DutyColumn {
    unit("unitName"),
    unitCode("unitCode"),
    kind("kind"),
    unitKind(null),
    province("provinceCode"),
    superior(null),
    plan("plan"),
    period("period"),
    due("dueAt"),
    originalDue("originalDueAt"),
    daysLate("daysLate"),
    state("state"),
    step(null),
    daysInStep("stepSince"),
    holder(null),
    holderMail(null),
    holderPhone(null),
    returned("timesReturned"),
    extensions(null),
    documentNumber("documentNumber"),
    documentDate("documentDate"),
    lastMail(null),
    lastMailDay(null),
    lastMailState(null),
    letter(null),
    letterDay(null),
    letterState(null);

    /** What is shown to whoever has chosen nothing. */
    static final List<DutyColumn> USUAL = List.of(
            unit, kind, plan, period, due, daysLate, step, daysInStep, holder, returned, documentNumber, documentDate);

    private final String sort;

    DutyColumn(String sort) {
        this.sort = sort;
    }

    /** By what the list is sorted by this column; null where it is not. */
    public String sort() {
        return sort;
    }

    public boolean isNumber() {
        return this == daysLate || this == daysInStep || this == returned || this == extensions;
    }
}
