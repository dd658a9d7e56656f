package vn.plancascade.assignment.process;

import java.time.Clock;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import vn.plancascade.assignment.domain.TaskReminders;
import vn.plancascade.assignment.domain.TaskWatches;
import vn.plancascade.deadline.WorkingDays;

/** Opens the watch over a plan's tasks, and answers what its model asks. */
@Component("taskWatches")
public class EngineTaskWatches implements TaskWatches {

    private final RuntimeService runtime;
    private final WorkingDays workingDays;
    private final Clock clock;

    EngineTaskWatches(RuntimeService runtime, WorkingDays workingDays, Clock clock) {
        this.runtime = runtime;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    @Override
    public void open(long planId) {
        String key = Long.toString(planId);
        boolean isOpen = runtime.createProcessInstanceQuery()
                        .processDefinitionKey(AssignmentModel.PLAN_TASK_WATCH)
                        .processInstanceBusinessKey(key)
                        .count()
                > 0;
        if (!isOpen) {
            runtime.startProcessInstanceByKey(
                    AssignmentModel.PLAN_TASK_WATCH, key, Map.of(AssignmentModel.ROUND_AT, Date.from(clock.instant())));
        }
    }

    /** The first working morning after the last round; in the past if that one was missed. */
    public Date nextMorning(DelegateExecution execution) {
        return Date.from(workingDays.nextMorning(roundAt(execution).toInstant()));
    }

    private static Date roundAt(DelegateExecution execution) {
        return (Date) execution.getVariable(AssignmentModel.ROUND_AT);
    }

    @Bean
    static JavaDelegate remindOfTasksDelegate(TaskReminders reminders, Clock clock) {
        return execution -> {
            Date now = Date.from(clock.instant());
            reminders.remind(
                    Long.parseLong(execution.getProcessBusinessKey()),
                    roundAt(execution).toInstant(),
                    now.toInstant());
            execution.setVariable(AssignmentModel.ROUND_AT, now);
        };
    }

    /** Whether the watch goes on. */
    @Component("planTasks")
    public static class Question {

        private final TaskReminders reminders;

        Question(TaskReminders reminders) {
            this.reminders = reminders;
        }

        public boolean goOn(DelegateExecution execution) {
            return reminders.goesOn(Long.parseLong(execution.getProcessBusinessKey()));
        }
    }
}
