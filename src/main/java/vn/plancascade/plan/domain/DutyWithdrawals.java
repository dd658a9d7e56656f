package vn.plancascade.plan.domain;

import org.springframework.stereotype.Component;
import vn.plancascade.deadline.CasesByKind;
import vn.plancascade.deadline.Obligation;
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

    private final CasesByKind cases;

    DutyWithdrawals(CasesByKind cases) {
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

    /** @throws vn.plancascade.kernel.Conflict if it is settled */
    void withdraw(Obligation duty, Actor actor, String reason) {
        actor.refuseOwn(duty.unitCode());
        cases.withdraw(duty, actor.login(), reason);
    }
}
