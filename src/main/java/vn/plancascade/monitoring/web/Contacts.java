package vn.plancascade.monitoring.web;

import static vn.plancascade.kernel.Conditions.equal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.plancascade.database.Remembered;
import vn.plancascade.deadline.DutyFigures.By;
import vn.plancascade.deadline.DutyFilter;
import vn.plancascade.deadline.DutyFilter.AsOrganised;
import vn.plancascade.deadline.WorkStep;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.organisation.Scope;
import vn.plancascade.organisation.Valid;

/** Of duties that are open now: when somebody was last told of them, how many have not moved since, and where the Sở's own stands. */
@Repository
class Contacts {

    private static final String DAY = "cast(max(n.created_at) at time zone '" + VietnamTime.ZONE + "' as date)";

    private final JdbcClient jdbc;
    private final Remembered remembered;
    private final Clock clock;

    Contacts(JdbcClient jdbc, Remembered remembered, Clock clock) {
        this.jdbc = jdbc;
        this.remembered = remembered;
        this.clock = clock;
    }

    /**
     * @param unanswered overdue duties of which somebody was told after they had last moved
     * @param last the day on which somebody was last told of one of the open ones; null where nobody was
     * @param own where the duty of the department of health itself stands; null where there is none, or there are several
     */
    record Contact(long unanswered, LocalDate last, WorkStep own) {

        static final Contact NONE = new Contact(0, null, null);
    }

    private record Question(DutyFilter filter, By by, Scope scope) {}

    /** By the same keys as the figures. */
    Map<String, Contact> of(DutyFilter filter, By by, Scope scope) {
        return remembered.answer(new Question(filter, by, scope), () -> read(filter, by, scope));
    }

    private Map<String, Contact> read(DutyFilter filter, By by, Scope scope) {
        Map<String, Object> params = new HashMap<>(scope.params());
        params.put("day", VietnamTime.dayOf(clock.instant()));
        params.put("now", VietnamTime.offset(clock.instant()));
        List<String> conditions = new ArrayList<>(List.of(scope.condition("o.unit_code")));
        equal(conditions, params, "o.plan_id", "plan", filter.plan());
        equal(conditions, params, "o.kind", "kind", filter.kind());
        equal(conditions, params, "o.period", "period", filter.period());
        String of = duties(filter, by, String.join(" and ", conditions));
        Map<String, Contact> contacts = new HashMap<>();
        jdbc.sql("select d.group_key, " + DAY
                        + ", count(distinct case when d.due_at <= :now and n.created_at > d.step_since"
                        + " then d.id end) from (" + of
                        + ") d left join notice n on n.obligation_id = d.id and n.rung <> 'NEW'"
                        + " group by d.group_key")
                .params(params)
                .query(row -> {
                    contacts.put(
                            row.getString(1), new Contact(row.getLong(3), row.getObject(2, LocalDate.class), null));
                });
        own(filter, by, String.join(" and ", conditions), params)
                .forEach((key, step) -> contacts.merge(
                        key,
                        new Contact(0, null, step),
                        (known, found) -> new Contact(known.unanswered(), known.last(), found.own())));
        return Collections.unmodifiableMap(contacts);
    }

    private Map<String, WorkStep> own(DutyFilter filter, By by, String conditions, Map<String, Object> params) {
        Map<String, WorkStep> steps = new HashMap<>();
        if (by == By.unitKind) {
            return steps;
        }
        String key = by == By.superior ? "o.unit_code" : key(filter, by);
        jdbc.sql("select " + key + ", min(" + WorkStep.sql("o")
                        + "), count(*) from obligation o join unit u on u.code = o.unit_code"
                        + " where u.kind = 'DOH' and " + conditions + " group by 1")
                .params(params)
                .query(row -> {
                    if (row.getLong(3) == 1) {
                        steps.put(row.getString(1), WorkStep.valueOf(row.getString(2)));
                    }
                });
        return steps;
    }

    private static String duties(DutyFilter filter, By by, String conditions) {
        return "select o.id, o.due_at, o.step_since, " + key(filter, by) + " as group_key from open_duty d"
                + " join obligation o on o.id = d.id join unit u on u.code = o.unit_code"
                + " left join unit_relation r on r.unit_code = u.code and " + Valid.reportsTo("r") + " where "
                + conditions;
    }

    private static String key(DutyFilter filter, By by) {
        boolean today = filter.organisation() == AsOrganised.today;
        return switch (by) {
            case unitKind -> today ? "u.kind" : "o.given_kind";
            case superior -> today ? "coalesce(r.superior_code, '')" : "coalesce(o.given_superior, '')";
            default -> today ? "coalesce(u.province_code, '')" : "coalesce(o.given_province, '')";
        };
    }
}
