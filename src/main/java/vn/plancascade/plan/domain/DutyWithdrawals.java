package vn.plancascade.plan.domain;

import org.springframework.stereotype.Component;
import vn.plancascade.deadline.CasesByKind;
import vn.plancascade.deadline.DutySteps;
import vn.plancascade.deadline.Obligation;
import vn.plancascade.kernel.Conflict;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.kernel.Names;
import vn.plancascade.kernel.NotAllowed;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.Role;
import vn.plancascade.plan.NationalPlan;
import vn.plancascade.worklist.FormData;

/** Takes single duties back; a leader of the body that issued the plan says so, with a reason. */
@Component
class DutyWithdrawals {

    private final DutySteps steps;
    private final CasesByKind cases;

    DutyWithdrawals(DutySteps steps, CasesByKind cases) {
        this.steps = steps;
        this.cases = cases;
    }

    static boolean isLeader(Actor actor, NationalPlan plan) {
        return actor.holds(Role.ministryLeader, plan.unitCode());
    }

    static void refuseUnlessLeader(Actor actor, NationalPlan plan) {
        if (!isLeader(actor, plan)) {
            throw new NotAllowed("plan.notLeader");
        }
    }

    /** The reason as it is kept. */
    static String checked(String reason) {
        String why = Names.clean(reason);
        if (why == null) {
            throw new InvalidInput("reason", "required");
        }
        if (why.length() > FormData.MAX_COMMENT) {
            throw new InvalidInput("reason", "tooLong", FormData.MAX_COMMENT);
        }
        return why;
    }

    /** @throws Conflict if it is settled */
    void withdraw(Obligation duty, Actor actor, String reason) {
        actor.refuseOwn(duty.unitCode());
        if (duty.settled()) {
            throw new Conflict("obligation.moved");
        }
        if (duty.processInstanceId() == null) {
            steps.withdrawn(duty.id(), actor.login(), reason);
        } else {
            cases.of(duty).withdraw(duty, actor.login(), reason);
        }
    }
}
