package vn.plancascade.engine;

import java.util.Collection;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The units whose people cases wait for: as a value of a variable, from which candidate groups are made, and as the second
 * half of the groups of open tasks, {@code role:unit}.
 */
@Component
public class UnitsInCases {

    /** The variables that hold a unit's code. */
    private static final List<String> VARIABLES = List.of("unitCode", "superiorCode");

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final JdbcClient jdbc;

    UnitsInCases(RuntimeService runtime, TaskService tasks, JdbcClient jdbc) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.jdbc = jdbc;
    }

    /** How many open tasks wait for one of these groups. */
    public int waitingFor(Collection<String> groups) {
        return groups.isEmpty() ? 0 : (int) of(groups).count();
    }

    /**
     * Has all cases wait for another unit's people. Whoever had claimed one of the tasks has it no longer. By sets on the engine's
     * own tables: through its interface each case would be read and written by itself. Nothing of it is in the engine's history at
     * our level, and the revision goes up, so that a step that is taken at the same moment is refused as it is otherwise.
     */
    public void replace(Collection<String> groups, String unit, String by) {
        jdbc.sql("update ACT_RU_VARIABLE set TEXT_ = :by, REV_ = REV_ + 1 where NAME_ in (:names) and TEXT_ = :unit")
                .param("names", VARIABLES)
                .param("unit", unit)
                .param("by", by)
                .update();
        if (groups.isEmpty()) {
            return;
        }
        tasks.createTaskQuery()
                .taskCandidateGroupIn(List.copyOf(groups))
                .includeAssignedTasks()
                .taskAssigned()
                .list()
                .forEach(task -> tasks.setAssignee(task.getId(), null));
        jdbc.sql("""
                        update ACT_RU_IDENTITYLINK
                        set GROUP_ID_ = substring(GROUP_ID_ from 1 for position(':' in GROUP_ID_)) || :by
                        where TYPE_ = 'candidate' and TASK_ID_ is not null and GROUP_ID_ in (:groups)""").param("groups", groups).param("by", by).update();
    }

    /** The same in one case. */
    public void replaceIn(String processInstance, String unit, String by) {
        for (String variable : VARIABLES) {
            if (unit.equals(runtime.getVariable(processInstance, variable))) {
                runtime.setVariable(processInstance, variable, by);
            }
        }
        tasks.createTaskQuery().processInstanceId(processInstance).list().forEach(task -> replace(task, unit, by));
    }

    private TaskQuery of(Collection<String> groups) {
        return tasks.createTaskQuery().taskCandidateGroupIn(List.copyOf(groups)).includeAssignedTasks();
    }

    private void replace(Task task, String unit, String by) {
        boolean changed = false;
        for (IdentityLink link : tasks.getIdentityLinksForTask(task.getId())) {
            String group = link.getGroupId();
            if (IdentityLinkType.CANDIDATE.equals(link.getType()) && group != null && group.endsWith(":" + unit)) {
                tasks.deleteCandidateGroup(task.getId(), group);
                tasks.addCandidateGroup(task.getId(), group.substring(0, group.indexOf(':') + 1) + by);
                changed = true;
            }
        }
        if (changed && task.getAssignee() != null) {
            tasks.setAssignee(task.getId(), null);
        }
    }
}
