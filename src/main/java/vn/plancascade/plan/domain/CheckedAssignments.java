package vn.plancascade.plan.domain;

import org.springframework.stereotype.Component;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.plan.AssignmentChecks;
import vn.plancascade.plan.NationalPlan;
import vn.plancascade.plan.TaskAssignment;

@Component
class CheckedAssignments implements AssignmentChecks {

    private final Organisation organisation;

    CheckedAssignments(Organisation organisation) {
        this.organisation = organisation;
    }

    @Override
    public void check(NationalPlan plan, TaskAssignment assignment) {
        AssignmentRules.check(assignment, plan.content().year(), organisation);
    }
}
