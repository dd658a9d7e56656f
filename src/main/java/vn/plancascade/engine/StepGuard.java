package vn.plancascade.engine;

import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Keeps user tasks from being completed past the product: a task ends only inside {@link #stepping}, where its data has
 * been checked and its record is written in the same transaction. Whoever finds another way to the engine is refused.
 */
public final class StepGuard extends AbstractBpmnParseListener implements TaskListener {

    private static final ThreadLocal<Boolean> STEPPING = ThreadLocal.withInitial(() -> false);

    /** Runs the step; only in here may a user task be completed. */
    public static void stepping(Runnable step) {
        STEPPING.set(true);
        try {
            step.run();
        } finally {
            STEPPING.remove();
        }
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        ((UserTaskActivityBehavior) activity.getActivityBehavior())
                .getTaskDefinition()
                .addTaskListener(EVENTNAME_COMPLETE, this);
    }

    @Override
    public void notify(DelegateTask task) {
        if (!STEPPING.get()) {
            throw new AuthorizationException("A user task is completed through the task list only");
        }
    }
}
