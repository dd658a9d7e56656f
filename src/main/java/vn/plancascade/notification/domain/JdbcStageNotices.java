package vn.plancascade.notification.domain;

import static vn.plancascade.kernel.VietnamTime.offset;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.notification.Stage;
import vn.plancascade.notification.Stage.Audience;
import vn.plancascade.notification.StageNotices;
import vn.plancascade.organisation.Organisation;

/** Joins the stages, a few rows of values, with the open duties and the people. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class JdbcStageNotices implements StageNotices {

    private static final String INSERT = """
            insert into notice (obligation_id, rung, occurrence, recipient, channel, state, created_at)
            select distinct o.id, s.rung, coalesce(s.occurrence, 'round-' || cast(o.times_returned as varchar(10))),
              p.login, s.form, case s.form when 'task' then 'sent' else 'waiting' end,
              cast(:now as timestamp with time zone)
            from open_duty o
            join (values %s) s(rung, due_at, waiting_since, occurrence, morning, audience, form)
              on s.due_at = o.due_at and (s.waiting_since is null or s.waiting_since = o.waiting_since)
              and o.started_at <= s.morning
            """;

    private static final String HELD_TODAY = "r.valid_from <= :today and (r.valid_to is null or r.valid_to > :today)";

    private static final String OWN_PEOPLE = """
            join role_assignment r on r.unit_code = o.unit_code
              and r.role = case s.audience when 'holder' then o.holder_role else s.audience end and\s""" + HELD_TODAY;

    private static final String PEOPLE_ABOVE = """
            join unit u on u.code = o.unit_code
            left join unit_relation t on t.unit_code = o.unit_code and t.relation = 'REPORTS_TO'
              and t.valid_from <= :today and (t.valid_to is null or t.valid_to > :today)
            left join unit superior on superior.code = t.superior_code
            join role_assignment r on %s and (
              (s.audience = 'superior' and r.role in ('head', 'focalContact') and r.unit_code =
                case when superior.code is null or superior.kind in ('MOH', 'COMMITTEE', 'MINISTRY')
                  or u.kind in ('DOH', 'OTHER_MIN') then :focalUnit else superior.code end)
              or (s.audience = 'inspector' and r.role = 'inspector' and (r.unit_code = :focalUnit
                or exists (select 1 from unit_below b
                  where b.unit_code = o.unit_code and b.superior_code = r.unit_code))))
            """.formatted(HELD_TODAY);

    private static final String WHERE = """

            join person p on p.login = r.login and p.enabled
            where o.plan_id = :plan and o.kind = :kind and o.period = :period
            on conflict do nothing""";

    private final JdbcClient jdbc;
    private final Organisation organisation;
    private final Clock clock;

    JdbcStageNotices(JdbcClient jdbc, Organisation organisation, Clock clock) {
        this.jdbc = jdbc;
        this.organisation = organisation;
        this.clock = clock;
    }

    @Override
    public int tellUnits(long planId, DutyKind kind, String period, Collection<Stage> stages) {
        return tell(OWN_PEOPLE, to -> !to.isAbove(), planId, kind, period, null, stages);
    }

    @Override
    public int tellAbove(long planId, DutyKind kind, String period, String focalUnit, Collection<Stage> stages) {
        if (stages.stream().flatMap(stage -> stage.to().stream()).noneMatch(Audience::isAbove)) {
            return 0;
        }
        organisation.refreshTree();
        return tell(PEOPLE_ABOVE, Audience::isAbove, planId, kind, period, focalUnit, stages);
    }

    private int tell(
            String people,
            Predicate<Audience> audience,
            long planId,
            DutyKind kind,
            String period,
            String focalUnit,
            Collection<Stage> stages) {
        Map<String, Object> params = new HashMap<>();
        String values = values(stages, audience, params);
        if (values.isEmpty()) {
            return 0;
        }
        params.put("plan", planId);
        params.put("kind", kind.name());
        params.put("period", period);
        params.put("focalUnit", focalUnit);
        params.put("now", offset(clock.instant()));
        params.put("today", VietnamTime.dayOf(clock.instant()));
        return jdbc.sql(INSERT.formatted(values) + people + WHERE)
                .params(params)
                .update();
    }

    /** A row for each stage and audience. */
    private static String values(Collection<Stage> stages, Predicate<Audience> chosen, Map<String, Object> params) {
        List<String> rows = new ArrayList<>();
        for (Stage stage : stages) {
            for (Audience audience : stage.to()) {
                if (chosen.test(audience)) {
                    int n = rows.size();
                    rows.add("""
                            (cast(:rung%1$d as varchar(20)), cast(:due%1$d as timestamp with time zone),
                              cast(:since%1$d as date), cast(:occurrence%1$d as varchar(40)),
                              cast(:morning%1$d as timestamp with time zone), cast(:to%1$d as varchar(20)),
                              cast(:form%1$d as varchar(10)))""".formatted(n));
                    params.put("rung" + n, stage.rung().name());
                    params.put("due" + n, offset(stage.dueAt()));
                    params.put("since" + n, stage.waitingSince());
                    params.put("occurrence" + n, stage.occurrence());
                    params.put("morning" + n, offset(stage.morning()));
                    params.put("to" + n, audience.name());
                    params.put("form" + n, stage.form().name());
                }
            }
        }
        return String.join(", ", rows);
    }
}
