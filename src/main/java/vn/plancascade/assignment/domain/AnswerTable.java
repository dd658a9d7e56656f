package vn.plancascade.assignment.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.plancascade.assignment.Answer;
import vn.plancascade.assignment.PlanTasks.AnsweringUnit;
import vn.plancascade.assignment.TaskState;
import vn.plancascade.database.Remembered;
import vn.plancascade.deadline.ObligationState;
import vn.plancascade.deadline.PeriodText;
import vn.plancascade.kernel.Page;
import vn.plancascade.kernel.PageRequest;
import vn.plancascade.organisation.Scope;
import vn.plancascade.organisation.UnitKind;
import vn.plancascade.plan.PlanContent.Task;
import vn.plancascade.plan.SubPlanContent.Response;

/** What the units' own plans and reports say of a plan's tasks; counted for a whole plan by two statements. */
@Repository
class AnswerTable {

    private static final String OWED = "not " + ObligationState.letOff("o");

    /** A unit that owes a supplement beside its plan is one unit. */
    private static final String OWED_BY_KIND = """
            select given_kind, count(*) from (select distinct o.given_kind, o.unit_code from obligation o
              where o.plan_id = :plan and o.kind = 'subPlan' and o.given_kind is not null and %s and %%s) owed
            group by given_kind""".formatted(OWED);

    private static final String BY_ANSWER = """
            select a.task_no, a.response, a.state, count(*) from task_answer a
            join obligation o on o.id = a.duty_id
            where a.plan_id = :plan and %s and %%s group by a.task_no, a.response, a.state""".formatted(OWED);

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batch;
    private final Remembered remembered;

    AnswerTable(JdbcClient jdbc, NamedParameterJdbcTemplate batch, Remembered remembered) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.remembered = remembered;
    }

    /** Keeps how an issued plan answers; one that is issued once more answers anew. */
    void answered(long duty, long planId, Map<String, Response> byTask) {
        jdbc.sql("delete from task_answer where duty_id = :duty and task_no in (:tasks)")
                .param("duty", duty)
                .param("tasks", byTask.keySet())
                .update();
        write(
                "insert into task_answer (duty_id, task_no, plan_id, response) values (:duty, :task, :plan, :response)",
                byTask,
                (task, response) -> new MapSqlParameterSource("duty", duty)
                        .addValue("task", task)
                        .addValue("plan", planId)
                        .addValue("response", response.name()));
    }

    /** Keeps what a report says, unless a report of later facts has said something. */
    void told(long duty, long report, LocalDate upTo, Map<String, TaskState> byTask) {
        write(
                """
                update task_answer set state = :state, told_up_to = :upTo, report_id = :report
                where duty_id = :duty and task_no = :task and (told_up_to is null or told_up_to <= :upTo)""",
                byTask,
                (task, state) -> new MapSqlParameterSource("duty", duty)
                        .addValue("task", task)
                        .addValue("state", state.name())
                        .addValue("upTo", upTo)
                        .addValue("report", report));
    }

    /** All of a document's tasks at once: it is issued while somebody waits. */
    private <T> void write(String sql, Map<String, T> byTask, BiFunction<String, T, SqlParameterSource> row) {
        batch.batchUpdate(
                sql,
                byTask.entrySet().stream()
                        .map(entry -> row.apply(entry.getKey(), entry.getValue()))
                        .toArray(SqlParameterSource[]::new));
    }

    private record OfKind(UnitKind kind, long units) {
        static OfKind read(ResultSet row, int n) throws SQLException {
            return new OfKind(UnitKind.valueOf(row.getString(1)), row.getLong(2));
        }
    }

    private record Told(String task, Response response, String state, long units) {
        static Told read(ResultSet row, int n) throws SQLException {
            return new Told(row.getString(1), Response.valueOf(row.getString(2)), row.getString(3), row.getLong(4));
        }
    }

    /** By the number of each task. */
    Map<String, Map<Answer, Long>> counts(long planId, List<Task> tasks, Scope scope) {
        Map<String, Object> params = new HashMap<>(scope.params());
        params.put("plan", planId);
        Map<UnitKind, Long> owed = new EnumMap<>(UnitKind.class);
        remembered
                .rows(OWED_BY_KIND.formatted(scope.condition("o.unit_code")), params, OfKind::read)
                .forEach(of -> owed.put(of.kind(), of.units()));
        Map<String, Map<Answer, Long>> counts = new HashMap<>();
        tasks.forEach(task -> {
            Map<Answer, Long> none = new EnumMap<>(Answer.class);
            for (Answer answer : Answer.values()) {
                none.put(answer, 0L);
            }
            none.put(
                    Answer.unanswered,
                    task.kinds().stream()
                            .mapToLong(kind -> owed.getOrDefault(kind, 0L))
                            .sum());
            counts.put(task.no(), none);
        });
        remembered
                .rows(BY_ANSWER.formatted(scope.condition("o.unit_code")), params, Told::read)
                .forEach(told -> {
                    Map<Answer, Long> task = counts.get(told.task());
                    if (task != null) {
                        add(task, told.response(), told.state(), told.units());
                    }
                });
        return counts;
    }

    private static void add(Map<Answer, Long> task, Response response, String state, long units) {
        Answer answer = answer(response, state);
        task.merge(answer, units, Long::sum);
        if (response == Response.adopted) {
            task.merge(Answer.adopted, units, Long::sum);
        }
        task.merge(Answer.unanswered, -units, (all, some) -> Math.max(0, all + some));
    }

    private static Answer answer(Response response, String state) {
        if (response == Response.notApplicable) {
            return Answer.notApplicable;
        }
        return state == null ? Answer.notTold : Answer.valueOf(state);
    }

    /** The units behind a number of {@link #counts}. */
    Page<AnsweringUnit> units(long planId, Task task, Answer answer, Scope scope, PageRequest page) {
        Map<String, Object> params = new HashMap<>(scope.params());
        params.put("plan", planId);
        params.put("task", task.no());
        params.put(
                "kinds",
                task.kinds().isEmpty()
                        ? List.of("")
                        : task.kinds().stream().map(UnitKind::name).toList());
        String from = """
                 from obligation o join unit u on u.code = o.unit_code
                left join task_answer a on a.duty_id = o.id and a.task_no = :task
                left join (select distinct d.unit_code from task_answer s join obligation d on d.id = s.duty_id
                  where s.plan_id = :plan and s.task_no = :task) said on said.unit_code = o.unit_code
                where o.plan_id = :plan and o.kind = 'subPlan' and %s and %s and %s""".formatted(OWED, saying(answer, params), scope.condition("o.unit_code"));
        long total = jdbc.sql("select count(*)" + from)
                .params(params)
                .query(Long.class)
                .single();
        List<AnsweringUnit> units = jdbc.sql("select o.id, o.unit_code, u.name, a.response, a.state, a.report_id" + from
                        + " order by o.unit_code limit :size offset :offset")
                .params(params)
                .param("size", page.size())
                .param("offset", page.offset())
                .query((row, n) -> new AnsweringUnit(
                        row.getString("unit_code"),
                        row.getString("name"),
                        row.getLong("id"),
                        row.getObject("report_id", Long.class),
                        row.getString("response") == null
                                ? Answer.unanswered
                                : answer(Response.valueOf(row.getString("response")), row.getString("state"))))
                .list();
        return new Page<>(units, page.page(), page.size(), total);
    }

    private static String saying(Answer answer, Map<String, Object> params) {
        return switch (answer) {
            // A unit that was given supplements is one unit still, and may have answered in any of its plans.
            case unanswered ->
                "said.unit_code is null and " + PeriodText.notSupplement("o") + " and o.given_kind in (:kinds)";
            case adopted, notApplicable -> {
                params.put("response", answer.name());
                yield "a.response = :response";
            }
            case notTold -> "a.response = 'adopted' and a.state is null";
            case done, underWay, notBegun -> {
                params.put("state", answer.name());
                yield "a.state = :state";
            }
        };
    }
}
