package vn.plancascade.assignment.domain;

import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.plancascade.deadline.PlanTermsSource;
import vn.plancascade.kernel.Conflict;
import vn.plancascade.kernel.NotAllowed;
import vn.plancascade.kernel.NotFound;
import vn.plancascade.organisation.Actor;
import vn.plancascade.plan.NationalPlan;
import vn.plancascade.plan.NationalPlans;
import vn.plancascade.plan.PlanContent.Task;
import vn.plancascade.plan.PlanState;

/** Finds the task that somebody speaks of, and asks whether they may. */
@Component
class TaskAccess {

    private final NationalPlans plans;
    private final PlanTermsSource terms;
    private final TaskTable table;

    TaskAccess(NationalPlans plans, PlanTermsSource terms, TaskTable table) {
        this.plans = plans;
        this.terms = terms;
        this.table = table;
    }

    NationalPlan plan(Actor actor, long planId) {
        return plans.get(actor, planId);
    }

    static Task task(NationalPlan plan, String no) {
        return plan.content().task(no).orElseThrow(() -> new NotFound("planTask.unknown", no));
    }

    TaskRights rights(Actor actor, long planId) {
        return TaskRights.of(actor, terms.terms(planId).focalUnit());
    }

    /** The task as it is kept, for those who may read what is told of it. */
    Optional<TaskRow> readable(Actor actor, long planId, String no) {
        task(plans.get(actor, planId), no);
        return table.find(planId, no).filter(row -> rights(actor, planId).mayRead(row));
    }

    /** A task of a plan in force that the actor may write about. */
    TaskRow own(Actor actor, long planId, String no) {
        NationalPlan plan = plans.get(actor, planId);
        task(plan, no);
        TaskRow row = table.find(planId, no).orElse(null);
        TaskRights rights = rights(actor, planId);
        if (row == null ? !rights.own().contains(rights.focalUnit()) : !rights.mayTell(row)) {
            throw new NotAllowed("planTask.notYours");
        }
        inForce(plan);
        if (row == null) {
            throw new Conflict("planTask.nobodys");
        }
        return row;
    }

    static void inForce(NationalPlan plan) {
        if (plan.state() != PlanState.issued) {
            throw new Conflict("plan.notInForce");
        }
    }
}
