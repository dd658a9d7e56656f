package vn.plancascade.worklist.process;

import static vn.plancascade.kernel.VietnamTime.offset;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.plancascade.kernel.Conflict;
import vn.plancascade.organisation.Actor;
import vn.plancascade.worklist.TaskLooks;
import vn.plancascade.worklist.WorkItem;
import vn.plancascade.worklist.Worklist;

@Repository
class JdbcTaskLooks implements TaskLooks {

    private final JdbcClient jdbc;
    private final Worklist worklist;
    private final TaskReader tasks;
    private final TaskActs acts;
    private final Clock clock;

    JdbcTaskLooks(JdbcClient jdbc, Worklist worklist, TaskReader tasks, TaskActs acts, Clock clock) {
        this.jdbc = jdbc;
        this.worklist = worklist;
        this.tasks = tasks;
        this.acts = acts;
        this.clock = clock;
    }

    /** Only who may do it opens it; whoever takes the task back meanwhile waits for this, or this finds it gone. */
    @Override
    @Transactional
    public void opened(Actor actor, String taskId) {
        WorkItem item = worklist.get(actor, taskId);
        if (!actor.isInAny(item.groups())) {
            return;
        }
        if (!tasks.lock(taskId)) {
            throw new Conflict("task.done");
        }
        jdbc.sql("""
                        insert into task_opened (task_id, login, opened_at)
                        select :task, :login, cast(:now as timestamp with time zone) from (values (1)) one (n)
                        where not exists (select 1 from task_opened o where o.task_id = :task and o.login = :login)""")
                .param("task", taskId)
                .param("login", actor.login())
                .param("now", offset(clock.instant()))
                .update();
        acts.seen(item);
    }

    @Override
    public Set<String> openedBy(String login, Collection<String> taskIds) {
        return taskIds.isEmpty()
                ? Set.of()
                : jdbc.sql("select task_id from task_opened where login = :login and task_id in (:tasks)")
                        .param("login", login)
                        .param("tasks", taskIds)
                        .query(String.class)
                        .set();
    }

    /** Those of these tasks that somebody else has opened, saved something at or claimed. */
    Set<String> openedByOthers(String login, Collection<String> taskIds) {
        return taskIds.isEmpty()
                ? Set.of()
                : jdbc.sql("""
                        select task_id from task_opened where task_id in (:tasks) and login <> :login
                        union select task_id from task_draft where task_id in (:tasks) and saved_by <> :login
                        union select ID_ from ACT_RU_TASK where ID_ in (:tasks) and ASSIGNEE_ <> :login""")
                        .param("tasks", taskIds)
                        .param("login", login)
                        .query(String.class)
                        .set();
    }

    @Override
    public Map<String, List<String>> othersAt(String login, Collection<String> taskIds) {
        Map<String, List<String>> others = new HashMap<>();
        if (!taskIds.isEmpty()) {
            jdbc.sql("""
                            select task_id, saved_by from task_draft where task_id in (:tasks) and saved_by <> :login
                            union select ID_, ASSIGNEE_ from ACT_RU_TASK where ID_ in (:tasks) and ASSIGNEE_ <> :login
                            order by 1, 2""").param("tasks", taskIds).param("login", login).query(row -> {
                others.computeIfAbsent(row.getString(1), task -> new ArrayList<>())
                        .add(row.getString(2));
            });
        }
        return others;
    }
}
