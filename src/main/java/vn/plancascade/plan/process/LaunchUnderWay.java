package vn.plancascade.plan.process;

import org.springframework.stereotype.Component;
import vn.plancascade.deadline.WorkOnMany;
import vn.plancascade.engine.DueJobs;

/** While duties are written and units' cases opened there is a job for the next step. */
@Component
class LaunchUnderWay implements WorkOnMany {

    private final DueJobs jobs;

    LaunchUnderWay(DueJobs jobs) {
        this.jobs = jobs;
    }

    @Override
    public boolean underWay() {
        return jobs.anyAt(
                PlanModel.CREATE_OBLIGATIONS,
                PlanModel.START_SUB_PLANS,
                AmendmentModel.CREATE_SUPPLEMENTS,
                AmendmentModel.START_SUPPLEMENTS);
    }
}
