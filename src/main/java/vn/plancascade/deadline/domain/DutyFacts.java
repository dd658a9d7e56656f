package vn.plancascade.deadline.domain;

import static vn.plancascade.kernel.VietnamTime.offset;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.plancascade.deadline.DutyFilter;
import vn.plancascade.deadline.DutyFilter.AsOrganised;
import vn.plancascade.deadline.DutyNote;
import vn.plancascade.deadline.DutyStep;
import vn.plancascade.deadline.ObligationState;
import vn.plancascade.deadline.PlansOfYears;
import vn.plancascade.kernel.Conditions;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.organisation.Scope;
import vn.plancascade.organisation.Valid;

/**
 * Duties as rows that figures are counted from, the same columns whether they are as they stand or as they stood at a moment of
 * the past. What stood then is told by the history: the last step before the moment, and the extensions around it; the history
 * leads, since H2 would add it up again for each duty that it is joined to.
 *
 * @param sql a select, to be put into the {@code from} of another
 */
record DutyFacts(String sql, Map<String, Object> params) {

    private static final String NOW = """
            o.state, o.step_since, o.due_at, o.original_due_at, o.document_date, o.times_returned,
              o.process_instance_id is not null as started
            from obligation o""";

    private static final String THEN = """
            coalesce(case s.event %s end, case when o.state = 'notRequired' then o.state
                when o.original_due_at is null or h.released_at is not null then 'waitingForSuperior' else 'planned' end) as state,
              s.at as step_since,
              case when h.released_at > :asOf then null else coalesce(m.due_to, w.due_from, o.due_at) end as due_at,
              case when h.released_at > :asOf then null else o.original_due_at end as original_due_at,
              case when h.issued > 0 then o.document_date end as document_date,
              coalesce(h.returned, 0) as times_returned,
              o.process_instance_id is not null
                and (o.kind = 'reportCycle' or coalesce(o.started_at, o.given_at) <= :asOf) as started
            from (
              select p.id as obligation_id,
                max(case when e.at <= :asOf and e.event in (%s) then e.id end) as step_id,
                max(case when e.at <= :asOf and e.event = '%s' then e.id end) as moved_id,
                min(case when e.at > :asOf and e.event = '%s' then e.id end) as moves_id,
                sum(case when e.at <= :asOf and e.event in ('%s', '%s') then 1 else 0 end) as returned,
                sum(case when e.at <= :asOf and e.event in ('%s', '%s') then 1 else 0 end) as issued,
                min(case when e.event = '%s' then e.at end) as released_at
              from obligation p left join obligation_event e on e.obligation_id = p.id where %%s
              group by p.id) h
            left join obligation o on o.id = h.obligation_id
            left join obligation_event s on s.id = h.step_id
            left join obligation_event m on m.id = h.moved_id
            left join obligation_event w on w.id = h.moves_id""".formatted(
            Arrays.stream(DutyStep.values())
                    .map(step -> "when '" + step + "' then '" + step.to() + "'")
                    .collect(Collectors.joining(" ")),
            Arrays.stream(DutyStep.values()).map(step -> "'" + step + "'").collect(Collectors.joining(", ")),
            DutyNote.extended,
            DutyNote.extended,
            DutyStep.returned,
            DutyStep.revisionRequested,
            DutyStep.issued,
            DutyStep.issuedOutside,
            DutyStep.released);

    private static final String GIVEN =
            "o.given_kind as unit_kind, o.given_province as province, o.given_superior as superior";

    private static final String TODAY = "u.kind as unit_kind, u.province_code as province, r.superior_code as superior";

    private static final String UNIT_TODAY =
            " join unit u on u.code = o.unit_code left join unit_relation r on r.unit_code = u.code and "
                    + Valid.reportsTo("r");

    /** {@link vn.plancascade.deadline.Measures#expected} on a row {@code f}: neither let off nor waiting, nor waiting when it closed. */
    static final String EXPECTED = "(f.due_at is not null and f.state not in ('" + ObligationState.waived + "', '"
            + ObligationState.notRequired + "', '" + ObligationState.withdrawn + "', '"
            + ObligationState.waitingForSuperior + "'))";

    /** Owed still, past its deadline, without a document. */
    static final String OVERDUE = DutySql.OVERDUE.replace("o.", "f.");

    /** @param moment the last that counts */
    static DutyFacts of(DutyFilter filter, Scope scope, PlansOfYears years, Instant moment) {
        Map<String, Object> params = new HashMap<>(scope.params());
        params.put("now", offset(moment));
        params.put("day", VietnamTime.dayOf(moment));
        boolean past = filter.asOf() != null;
        boolean today = filter.organisation() == AsOrganised.today;
        String province = today ? "u.province_code" : "o.given_province";
        params.put("province", filter.province());
        if (past) {
            params.put("asOf", offset(moment));
        }
        String sql = "select o.id, o.plan_id, o.kind, o.period, o.unit_code, "
                + (today ? TODAY : GIVEN) + ", "
                + (past ? THEN.formatted(chosen(filter, "p", years, new HashMap<>())) : NOW)
                + (today ? UNIT_TODAY : "")
                + " where " + chosen(filter, "o", years, params)
                + (filter.province() == null ? "" : " and " + province + " = :province") + " and "
                + scope.condition("o.unit_code")
                + (past ? " and coalesce(o.given_at, o.opens_at) <= :asOf" : "");
        return new DutyFacts(sql, params);
    }

    private static String chosen(DutyFilter filter, String row, PlansOfYears years, Map<String, Object> params) {
        List<String> conditions = new ArrayList<>(List.of("1 = 1"));
        Conditions.equal(conditions, params, row + ".plan_id", "plan", filter.plan());
        Conditions.equal(
                conditions,
                params,
                row + ".kind",
                "kind",
                filter.kind() == null ? null : filter.kind().name());
        Conditions.equal(conditions, params, row + ".period", "period", filter.period());
        Conditions.equal(conditions, params, row + ".unit_code", "unit", filter.unit());
        years.add(conditions, params, row + ".plan_id", filter.year(), false);
        if (filter.begun()) {
            conditions.add(row + ".opens_at <= :now");
        }
        return String.join(" and ", conditions);
    }
}
