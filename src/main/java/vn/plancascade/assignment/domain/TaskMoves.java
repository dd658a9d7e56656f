package vn.plancascade.assignment.domain;

import static vn.plancascade.kernel.VietnamTime.offset;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.plancascade.assignment.TaskState;
import vn.plancascade.kernel.Conflict;
import vn.plancascade.plan.TaskAssignment;

/** Writes what changes of a plan's tasks. */
@Repository
class TaskMoves {

    private final JdbcClient jdbc;
    private final TaskTable table;

    TaskMoves(JdbcClient jdbc, TaskTable table) {
        this.jdbc = jdbc;
        this.table = table;
    }

    /** A task that nobody has had is given to units; nothing where somebody has it. */
    void addIfMissing(long planId, TaskAssignment given) {
        int added = jdbc.sql("""
                        insert into plan_task (plan_id, task_no, unit_code, due_day, state, percent)
                        values (:plan, :no, :unit, :due, 'notBegun', 0) on conflict do nothing""")
                .param("plan", planId)
                .param("no", given.taskNo())
                .param("unit", given.unit())
                .param("due", given.due())
                .update();
        if (added == 1) {
            belongings(table.find(planId, given.taskNo()).orElseThrow().id(), given, Map.of());
        }
    }

    /** The same with a task that others had; what was told of it stays, and so do milestones that were reached. */
    void give(TaskRow row, TaskAssignment given) {
        jdbc.sql("update plan_task set unit_code = :unit, due_day = :due where id = :id")
                .param("unit", given.unit())
                .param("due", given.due())
                .param("id", row.id())
                .update();
        Map<String, LocalDate> reached = new HashMap<>();
        row.milestones().stream()
                .filter(milestone -> milestone.doneOn() != null)
                .forEach(milestone -> reached.put(milestone.title(), milestone.doneOn()));
        for (String table : List.of("plan_task_unit", "plan_task_milestone")) {
            jdbc.sql("delete from " + table + " where plan_task_id = :id")
                    .param("id", row.id())
                    .update();
        }
        belongings(row.id(), given, reached);
    }

    private void belongings(long id, TaskAssignment given, Map<String, LocalDate> reached) {
        given.coordinating()
                .forEach(unit -> jdbc.sql("insert into plan_task_unit (plan_task_id, unit_code) values (:id, :unit)")
                        .param("id", id)
                        .param("unit", unit)
                        .update());
        for (int i = 0; i < given.milestones().size(); i++) {
            TaskAssignment.Milestone milestone = given.milestones().get(i);
            jdbc.sql("""
                            insert into plan_task_milestone (plan_task_id, position, title, due_day, done_on)
                            values (:id, :position, :title, :due, :done)""")
                    .param("id", id)
                    .param("position", i + 1)
                    .param("title", milestone.title())
                    .param("due", milestone.due())
                    .param("done", reached.get(milestone.title()))
                    .update();
        }
    }

    /** @throws Conflict if somebody has told something since the row was read */
    void tell(TaskRow row, TaskState state, int percent, String note, String login, Instant now) {
        int changed = jdbc.sql("""
                        update plan_task set state = :state, percent = :percent, note = :note, version = version + 1,
                          updated_by = :login, updated_at = :now
                        where id = :id and version = :version""")
                .param("state", state.name())
                .param("percent", percent)
                .param("note", note)
                .param("login", login)
                .param("now", offset(now))
                .param("id", row.id())
                .param("version", row.version())
                .update();
        if (changed == 0) {
            throw new Conflict("planTask.toldSince");
        }
        jdbc.sql("""
                        insert into plan_task_told (plan_task_id, version, state, percent, note, told_by, told_at)
                        select id, version, state, percent, note, updated_by, updated_at from plan_task where id = :id""").param("id", row.id()).update();
    }

    void reached(long id, int position, LocalDate day) {
        jdbc.sql("update plan_task_milestone set done_on = :day where plan_task_id = :id and position = :position")
                .param("day", day)
                .param("id", id)
                .param("position", position)
                .update();
    }
}
