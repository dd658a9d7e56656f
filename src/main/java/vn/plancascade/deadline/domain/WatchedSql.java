package vn.plancascade.deadline.domain;

import static vn.plancascade.kernel.VietnamTime.offset;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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

    /** {@link vn.plancascade.deadline.Obligation#daysLate} in SQL, with {@code :day} for today. Neither database subtracts days as the other does. */
    static final String DAYS_LATE =
            "case when o.due_at is null or (o.document_date is null and not " + DutySql.UNSETTLED
                    + ") then 0 else greatest(0, 1 + cast((extract(epoch from coalesce(o.document_date, cast(:day as date)))"
                    + " - extract(epoch from " + DUE_DAY + ")) / 86400 as int)) end";

    /** That {@link #DAYS_LATE} is more than nothing, said in a way that costs less. */
    static final String LATE = "(o.document_date is null and o.due_at < :tomorrow and " + DutySql.UNSETTLED
            + " or o.document_date is not null and o.document_date >= " + DUE_DAY + ")";

    private WatchedSql() {}

    static void add(List<String> conditions, Map<String, Object> params, ObligationQuery query, Instant now) {
        Watched watched = query.watched();
        LocalDate today = VietnamTime.dayOf(now);
        params.put("day", today);
        params.put("tomorrow", offset(VietnamTime.startOf(today.plusDays(1))));
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
        yesOrNo(conditions, "o.document_date is not null and o.document_date >= " + DUE_DAY, watched.late());
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
