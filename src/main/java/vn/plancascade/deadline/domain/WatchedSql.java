package vn.plancascade.deadline.domain;

import static vn.plancascade.kernel.VietnamTime.offset;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.plancascade.deadline.DutyFilter.AsOrganised;
import vn.plancascade.deadline.ObligationQuery;
import vn.plancascade.deadline.Watched;
import vn.plancascade.deadline.WorkStep;
import vn.plancascade.kernel.Conditions;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.organisation.Valid;

/** {@link Watched} as conditions on a row {@code o} of {@code obligation} with its unit {@code u}. */
final class WatchedSql {

    /** The day after the last permitted one. */
    private static final String DUE_DAY = "cast(o.due_at at time zone '" + VietnamTime.ZONE + "' as date)";

    private static final String DELIVERED_LATE = "o.document_date is not null and o.document_date >= " + DUE_DAY;

    /** {@link vn.plancascade.deadline.Obligation#daysLate} in SQL, with {@code :day} for today. */
    static final String DAYS_LATE = "case when o.due_at is null or (o.document_date is null and not "
            + DutySql.UNSETTLED + ") then 0 else greatest(0, "
            + daysLate("coalesce(o.document_date, cast(:day as date))") + ") end";

    /** The duties that are late, by how they are: open ones, of which the first due is the latest, and delivered ones. */
    static final List<Late> LATE = List.of(
            new Late("o.document_date is null and " + DUE_DAY + " <= :day and " + DutySql.UNSETTLED, DUE_DAY),
            new Late(DELIVERED_LATE, daysLate("o.document_date") + " desc"));

    /** @param order the latest first, as an index has them */
    record Late(String condition, String order) {}

    private WatchedSql() {}

    /** Neither database subtracts days as the other does. */
    private static String daysLate(String reached) {
        return "1 + cast((extract(epoch from " + reached + ") - extract(epoch from " + DUE_DAY + ")) / 86400 as int)";
    }

    static String late() {
        return LATE.stream().map(late -> "(" + late.condition() + ")").collect(Collectors.joining(" or ", "(", ")"));
    }

    static void add(List<String> conditions, Map<String, Object> params, ObligationQuery query, Instant now) {
        Watched watched = query.watched();
        LocalDate today = VietnamTime.dayOf(now);
        params.put("day", today);
        params.put("now", offset(now));
        boolean given = watched.organisation() == AsOrganised.given;
        Conditions.equal(
                conditions, params, given ? "o.given_province" : "u.province_code", "province", query.province());
        Conditions.equal(
                conditions,
                params,
                given ? "o.given_kind" : "u.kind",
                "unitKind",
                watched.unitKind() == null ? null : watched.unitKind().name());
        if (watched.superior() != null) {
            conditions.add(
                    given
                            ? "o.given_superior = :superior"
                            : "o.unit_code in (select r.unit_code from unit_relation r where r.superior_code = :superior and "
                                    + Valid.reportsTo("r") + ")");
            params.put("superior", watched.superior());
        }
        if (!watched.step().isEmpty()) {
            conditions.add(WorkStep.sql("o") + " in (:steps)");
            params.put("steps", watched.step().stream().map(Enum::name).toList());
        }
        bound(conditions, params, DAYS_LATE + " >= :daysLateFrom", "daysLateFrom", watched.daysLateFrom());
        bound(conditions, params, DAYS_LATE + " <= :daysLateTo", "daysLateTo", watched.daysLateTo());
        inStep(conditions, params, watched, today);
        yesOrNo(conditions, DELIVERED_LATE, watched.late());
        yesOrNo(conditions, "o.due_at <> o.original_due_at", watched.extended());
        yesOrNo(conditions, "o.times_returned > 0", watched.returned());
        yesOrNo(conditions, Valid.ended("u"), watched.closedUnit());
    }

    private static void inStep(List<String> conditions, Map<String, Object> params, Watched watched, LocalDate today) {
        if (watched.daysInStepFrom() != null) {
            conditions.add("o.step_since < :stepBefore and " + DutySql.UNSETTLED);
            params.put("stepBefore", offset(VietnamTime.startOf(today.minusDays(watched.daysInStepFrom() - 1L))));
        }
        if (watched.daysInStepTo() != null) {
            conditions.add("o.step_since >= :stepAfter and " + DutySql.UNSETTLED);
            params.put("stepAfter", offset(VietnamTime.startOf(today.minusDays(watched.daysInStepTo()))));
        }
    }

    private static void bound(
            List<String> conditions, Map<String, Object> params, String condition, String name, Integer value) {
        if (value != null) {
            conditions.add(condition);
            params.put(name, value);
        }
    }

    /** What is unknown, such as the lateness of a duty without a deadline, is not so. */
    private static void yesOrNo(List<String> conditions, String condition, Boolean wanted) {
        if (wanted != null) {
            conditions.add("coalesce(" + condition + ", false) = " + wanted);
        }
    }
}
