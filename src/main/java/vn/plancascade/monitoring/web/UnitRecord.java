package vn.plancascade.monitoring.web;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.deadline.ObligationState;
import vn.plancascade.deadline.WorkStep;
import vn.plancascade.organisation.Role;
import vn.plancascade.organisation.UnitHistory;
import vn.plancascade.organisation.UnitKind;

/**
 * What a unit has owed over the years and how it kept to it, where it stands in both trees, and who works there.
 *
 * @param predecessors closed units in whose place it came
 * @param successors units that came in its place, if it is closed
 * @param duties all of them, plan by plan
 * @param mails how many mails about its duties went out, wait or failed, by their state
 */
record UnitRecord(
        String code,
        String name,
        UnitKind kind,
        String provinceCode,
        LocalDate validFrom,
        LocalDate validTo,
        Kept kept,
        List<Above> above,
        List<UnitHistory.Named> predecessors,
        List<UnitHistory.Named> successors,
        List<InRole> people,
        List<DutyOfUnit> duties,
        List<MailsOfUnit> mails) {

    /**
     * @param expected duties that are not waived, not required, withdrawn or waiting
     * @param actual those of them with a document
     * @param actualOnTime by the deadline as extended
     * @param rateOnTime in percent with one decimal; null where nothing is expected
     */
    record Kept(
            long expected,
            long actual,
            long actualOnTime,
            long actualOnTimeOriginal,
            long overdue,
            Double rateOnTime) {}

    /**
     * A unit above.
     *
     * @param relation {@code PARENT} or {@code REPORTS_TO}
     * @param validTo the first day on which it no longer holds; null while it does
     */
    record Above(String relation, String code, String name, LocalDate validFrom, LocalDate validTo) {}

    /** @param substitute held in the place of somebody who is away */
    record InRole(Role role, String title, String login, String name, String email, boolean substitute) {}

    record DutyOfUnit(
            long id,
            int year,
            long planId,
            String planNumber,
            String planSubject,
            DutyKind kind,
            String period,
            ObligationState state,
            WorkStep step,
            OffsetDateTime dueAt,
            String documentNumber,
            LocalDate documentDate,
            long daysLate,
            boolean overdue,
            int timesReturned,
            int extensions) {}

    record MailsOfUnit(String state, long mails) {}
}
