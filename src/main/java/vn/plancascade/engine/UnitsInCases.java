package vn.plancascade.engine;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
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

    UnitsInCases(RuntimeService runtime, TaskService tasks) {
        this.runtime = runtime;
        this.tasks = tasks;
    }

    /** How many open tasks wait for one of these groups. */
    public int waitingFor(Collection<String> groups) {
        return groups.isEmpty() ? 0 : (int) of(groups).count();
    }

    /** Has all cases wait for another unit's people. Whoever had claimed one of the tasks has it no longer. */
    public void replace(Collection<String> groups, String unit, String by) {
        for (String variable : VARIABLES) {
            runtime.createVariableInstanceQuery().variableValueEquals(variable, unit).list().stream()
                    .map(VariableInstance::getExecutionId)
                    .filter(Objects::nonNull)
                    .forEach(execution -> runtime.setVariableLocal(execution, variable, by));
        }
        if (!groups.isEmpty()) {
            of(groups).list().forEach(task -> replace(task, unit, by));
        }
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
