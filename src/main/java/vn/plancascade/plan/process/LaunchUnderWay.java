package vn.plancascade.plan.process;

import org.camunda.bpm.engine.ManagementService;
import org.springframework.stereotype.Component;
import vn.plancascade.deadline.WorkOnMany;

/** While units' cases are opened there is a job for the next batch, whichever instance runs it. */
@Component
class LaunchUnderWay implements WorkOnMany {

    private final ManagementService jobs;

    LaunchUnderWay(ManagementService jobs) {
        this.jobs = jobs;
    }

    @Override
    public boolean underWay() {
        return jobs.createJobQuery()
                        .activityId(PlanModel.START_SUB_PLANS)
                        .executable()
                        .active()
                        .count()
                > 0;
    }
}
