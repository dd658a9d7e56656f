package vn.plancascade.notification.domain;

import static vn.plancascade.kernel.VietnamTime.offset;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
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

/**
 * Joins the stages, a few rows of values, with the open duties and the people. Each road from a duty to people is a select of
 * its own with joins by equality alone: put together by "or", they made H2 try every role with every duty.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class JdbcStageNotices implements StageNotices {

    private static final String INSERT = """
            insert into notice (obligation_id, rung, occurrence, recipient, channel, state, created_at)
            select distinct t.id, t.rung, t.occurrence, p.login, t.form, case t.form when 'task' then 'sent' else 'waiting' end,
              cast(:now as timestamp with time zone)
            from (%s) t join person p on p.login = t.login and p.enabled
            on conflict do nothing""";

    /** Duties and people, joined by the road that leads from a duty to these people. */
    private static final String TOLD = """
            select o.id, s.rung, coalesce(s.occurrence, 'round-' || cast(o.times_returned as varchar(10))) as occurrence,
              s.form, r.login
            from open_duty o
            join (values %s) s(rung, due_at, waiting_since, occurrence, morning, role, form)
              on s.due_at = o.due_at and (s.waiting_since is null or s.waiting_since = o.waiting_since)
              and o.started_at <= s.morning
            %s and r.valid_from <= :today and (r.valid_to is null or r.valid_to > :today)
            where o.plan_id = :plan and o.kind = :kind and o.period = :period""";

    private static final String OWN_PEOPLE = """
            join role_assignment r on r.unit_code = case s.role when 'holder' then o.holder_unit else o.unit_code end
              and r.role = case s.role when 'holder' then o.holder_role else s.role end""";

    private static final String SUPERIOR = """
            join unit u on u.code = o.unit_code
            left join unit_relation t on t.unit_code = o.unit_code and t.relation = 'REPORTS_TO'
              and t.valid_from <= :today and (t.valid_to is null or t.valid_to > :today)
            left join unit a on a.code = t.superior_code
            join unit above on above.kind not in ('MOH', 'COMMITTEE', 'MINISTRY') and above.code =
              case when a.code is null or a.kind in ('MOH', 'COMMITTEE', 'MINISTRY') or u.kind in ('DOH', 'OTHER_MIN')
                then :focalUnit else a.code end
            join role_assignment r on r.unit_code = above.code and r.role in ('head', 'focalContact')""";

    private static final String AREA_INSPECTORS = """
            join unit_below b on b.unit_code = o.unit_code
            join role_assignment r on r.unit_code = b.superior_code and r.role = s.role""";

    private static final String PLAN_INSPECTORS = """
            join role_assignment r on r.unit_code = :focalUnit and r.role = s.role""";

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
        Values values = new Values();
        return tell(planId, kind, period, null, values, values.joined(OWN_PEOPLE, stages, to -> !to.isAbove()));
    }

    @Override
    public int tellAbove(long planId, DutyKind kind, String period, String focalUnit, Collection<Stage> stages) {
        Values values = new Values();
        Stream<String> roads = Stream.of(
                        values.joined(SUPERIOR, stages, to -> to == Audience.superior),
                        values.joined(AREA_INSPECTORS, stages, to -> to == Audience.inspector),
                        values.joined(PLAN_INSPECTORS, stages, to -> to == Audience.inspector))
                .flatMap(List::stream);
        organisation.refreshTree();
        return tell(planId, kind, period, focalUnit, values, roads.toList());
    }

    private int tell(long planId, DutyKind kind, String period, String focalUnit, Values values, List<String> roads) {
        if (roads.isEmpty()) {
            return 0;
        }
        return jdbc.sql(INSERT.formatted(String.join(" union all ", roads)))
                .params(values.params)
                .param("plan", planId)
                .param("kind", kind.name())
                .param("period", period)
                .param("focalUnit", focalUnit)
                .param("now", offset(clock.instant()))
                .param("today", VietnamTime.dayOf(clock.instant()))
                .update();
    }

    /** The stages as rows of values with their parameters, a row for each audience. */
    private static final class Values {

        private final Map<String, Object> params = new HashMap<>();
        private int rows;

        /** The select that takes this road, or nothing where no stage tells such people. */
        List<String> joined(String road, Collection<Stage> stages, Predicate<Audience> chosen) {
            List<String> values = new ArrayList<>();
            for (Stage stage : stages) {
                stage.to().stream().filter(chosen).forEach(audience -> values.add(row(stage, audience)));
            }
            return values.isEmpty() ? List.of() : List.of(TOLD.formatted(String.join(", ", values), road));
        }

        private String row(Stage stage, Audience audience) {
            int n = rows++;
            params.put("rung" + n, stage.rung().name());
            params.put("due" + n, offset(stage.dueAt()));
            params.put("since" + n, stage.waitingSince());
            params.put("occurrence" + n, stage.occurrence());
            params.put("morning" + n, offset(stage.morning()));
            params.put("role" + n, audience.name());
            params.put("form" + n, stage.form().name());
            return """
                    (cast(:rung%1$d as varchar(20)), cast(:due%1$d as timestamp with time zone), cast(:since%1$d as date),
                      cast(:occurrence%1$d as varchar(40)), cast(:morning%1$d as timestamp with time zone),
                      cast(:role%1$d as varchar(20)), cast(:form%1$d as varchar(10)))""".formatted(n);
        }
    }
}
