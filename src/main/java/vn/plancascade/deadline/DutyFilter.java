package vn.plancascade.deadline;

import java.time.LocalDate;

/**
 * Which duties are counted, and how they stood when; null means any.
 *
 * @param asOf the day at whose end the duties are looked at; null for now
 * @param organisation by which province, kind and superior of a unit its duty counts
 * @param year only of plans of this year
 * @param province only of units of this province, by the same organisation
 * @param unit only of this unit
 * @param begun only those on which units could begin by then: a report of a period to come is expected from nobody yet
 */
public record DutyFilter(
        Long plan,
        Integer year,
        DutyKind kind,
        String period,
        String province,
        String unit,
        LocalDate asOf,
        AsOrganised organisation,
        boolean begun) {

    public DutyFilter {
        organisation = organisation == null ? AsOrganised.given : organisation;
    }

    public DutyFilter(Long plan, DutyKind kind, String period, LocalDate asOf, AsOrganised organisation) {
        this(plan, kind, period, asOf, organisation, false);
    }

    public DutyFilter(
            Long plan, DutyKind kind, String period, LocalDate asOf, AsOrganised organisation, boolean begun) {
        this(plan, null, kind, period, null, null, asOf, organisation, begun);
    }

    /** The duties of one plan, kind and period as they stand now. */
    public static DutyFilter now(Long plan, DutyKind kind, String period) {
        return new DutyFilter(plan, kind, period, null, AsOrganised.given);
    }

    /** The same, of duties of one kind only. */
    public DutyFilter of(DutyKind one) {
        return new DutyFilter(plan, year, one, period, province, unit, asOf, organisation, begun);
    }

    /** What a unit was when the duty was given to it, or what it is today. */
    public enum AsOrganised {
        given,
        today
    }
}
