package vn.plancascade.assignment.domain;

import static vn.plancascade.kernel.Rows.instant;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.plancascade.assignment.PlanTasks.Told;
import vn.plancascade.assignment.TaskState;

/** Rows of {@code plan_task} and what belongs to them; however many are read, three statements. */
@Repository
class TaskTable {

    private final JdbcClient jdbc;

    TaskTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<TaskRow> ofPlan(long planId) {
        return read("plan_id = :plan", Map.of("plan", planId));
    }

    Optional<TaskRow> find(long planId, String no) {
        return read("plan_id = :plan and task_no = :no", Map.of("plan", planId, "no", no)).stream()
                .findFirst();
    }

    /** Those that are not done, of whatever plan, which these units lead or coordinate. */
    List<TaskRow> openOf(Collection<String> units) {
        return units.isEmpty() ? List.of() : read("""
                        state <> 'done' and (unit_code in (:units)
                          or id in (select u.plan_task_id from plan_task_unit u where u.unit_code in (:units)))""", Map.of("units", units));
    }

    private List<TaskRow> read(String condition, Map<String, ?> params) {
        String ids = "select t.id from plan_task t where " + condition;
        Map<Long, List<String>> units = new HashMap<>();
        jdbc.sql("select plan_task_id, unit_code from plan_task_unit where plan_task_id in (" + ids
                        + ") order by unit_code")
                .params(params)
                .query(row -> {
                    units.computeIfAbsent(row.getLong(1), id -> new ArrayList<>())
                            .add(row.getString(2));
                });
        Map<Long, List<TaskRow.Milestone>> milestones = new HashMap<>();
        jdbc.sql("select * from plan_task_milestone where plan_task_id in (" + ids + ") order by position")
                .params(params)
                .query(row -> {
                    milestones
                            .computeIfAbsent(row.getLong("plan_task_id"), id -> new ArrayList<>())
                            .add(new TaskRow.Milestone(
                                    row.getInt("position"),
                                    row.getString("title"),
                                    row.getObject("due_day", LocalDate.class),
                                    row.getObject("done_on", LocalDate.class)));
                });
        return jdbc.sql("select * from plan_task where " + condition + " order by due_day nulls last, id")
                .params(params)
                .query((row, n) -> new TaskRow(
                        row.getLong("id"),
                        row.getLong("plan_id"),
                        row.getString("task_no"),
                        row.getString("unit_code"),
                        units.getOrDefault(row.getLong("id"), List.of()),
                        row.getObject("due_day", LocalDate.class),
                        TaskState.valueOf(row.getString("state")),
                        row.getInt("percent"),
                        row.getString("note"),
                        row.getInt("version"),
                        row.getString("updated_by"),
                        instant(row, "updated_at"),
                        milestones.getOrDefault(row.getLong("id"), List.of())))
                .list();
    }

    List<Told> told(long id) {
        return jdbc.sql("select * from plan_task_told where plan_task_id = :id order by version desc")
                .param("id", id)
                .query((row, n) -> new Told(
                        TaskState.valueOf(row.getString("state")),
                        row.getInt("percent"),
                        row.getString("note"),
                        row.getString("told_by"),
                        instant(row, "told_at")))
                .list();
    }
}
