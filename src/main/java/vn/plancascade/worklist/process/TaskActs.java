package vn.plancascade.worklist.process;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import vn.plancascade.deadline.DutySteps;
import vn.plancascade.kernel.Act;
import vn.plancascade.kernel.ActWord;
import vn.plancascade.organisation.Actor;
import vn.plancascade.worklist.WorkItem;

/** Tells who takes work for themselves and gives it back. What a task is completed with is told by the room that it belongs to. */
@Component
class TaskActs {

    private final ApplicationEventPublisher events;
    private final DutySteps duties;

    TaskActs(ApplicationEventPublisher events, DutySteps duties) {
        this.events = events;
        this.duties = duties;
    }

    /** Somebody who may do the task has looked at it, or begun. */
    void seen(WorkItem item) {
        if (!item.isAboutPlan()) {
            duties.seen(item.subject());
        }
    }

    void claimed(Actor actor, WorkItem item) {
        seen(item);
        events.publishEvent(act(ActWord.taskClaimed, actor, item));
    }

    /** Nothing where nobody had it. */
    void released(Actor actor, WorkItem item) {
        if (item.assignee() != null) {
            events.publishEvent(act(ActWord.taskReleased, actor, item));
        }
    }

    private static Act act(ActWord word, Actor actor, WorkItem item) {
        Act act = Act.of(word, actor.login()).inUnit(item.unitCode()).about(item.key());
        return item.isAboutPlan() ? act.ofPlan(item.subject()) : act.ofDuty(item.subject());
    }
}
