package vn.plancascade.notification.domain;

import static vn.plancascade.kernel.VietnamTime.offset;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import vn.plancascade.notification.Stage;
import vn.plancascade.notification.Stage.Audience;

/** Stages as rows of values with their parameters, a row for each audience, and the selects that join them with people. */
final class StageRows {

    /** Duties and people, joined by the road that leads from a duty to these people. */
    private static final String TOLD = """
            select o.id,
              case when s.rung = 'WAITING' and o.holder_role = 'reviewer' then 'REVIEW_WAITS' else s.rung end as rung,
              coalesce(s.occurrence, 'round-' || cast(o.times_returned as varchar(10))) as occurrence,
              s.form, s.occurrence is null as of_round, s.morning, s.urgency, %s as above, r.login,
              r.role, r.unit_code
            from open_duty o
            join (values %s) s(rung, urgency, due_at, waiting_since, occurrence, morning, role, form)
              on s.due_at = o.due_at and (s.waiting_since is null or s.waiting_since = o.waiting_since)
              and o.started_at <= s.morning
            %s
            where o.plan_id = :plan and o.kind = :kind and o.period = :period""";

    private final Map<String, Object> params = new HashMap<>();
    private int rows;

    Map<String, Object> params() {
        return params;
    }

    /** The select that takes this road, or nothing where no stage tells such people. */
    List<String> joined(String road, Collection<Stage> stages, Predicate<Audience> chosen, boolean above) {
        List<String> values = new ArrayList<>();
        for (Stage stage : stages) {
            stage.to().stream().filter(chosen).forEach(audience -> values.add(row(stage, audience)));
        }
        return values.isEmpty() ? List.of() : List.of(TOLD.formatted(above, String.join(", ", values), road));
    }

    private String row(Stage stage, Audience audience) {
        int n = rows++;
        params.put("rung" + n, stage.rung().name());
        params.put("urgency" + n, stage.rung().urgency());
        params.put("due" + n, offset(stage.dueAt()));
        params.put("since" + n, stage.waitingSince());
        params.put("occurrence" + n, stage.occurrence());
        params.put("morning" + n, offset(stage.morning()));
        params.put("role" + n, audience.name());
        params.put("form" + n, stage.form().name());
        return """
                (cast(:rung%1$d as varchar(20)), cast(:urgency%1$d as int), cast(:due%1$d as timestamp with time zone),
                  cast(:since%1$d as date), cast(:occurrence%1$d as varchar(40)),
                  cast(:morning%1$d as timestamp with time zone), cast(:role%1$d as varchar(20)),
                  cast(:form%1$d as varchar(10)))""".formatted(n);
    }
}
