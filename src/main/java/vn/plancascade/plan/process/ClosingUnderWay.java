package vn.plancascade.plan.process;

import org.springframework.stereotype.Component;
import vn.plancascade.deadline.WorkOnMany;
import vn.plancascade.engine.DueJobs;

/** While a plan closes there is a job for the next batch: people are told of all that was theirs in one mail. */
@Component
class ClosingUnderWay implements WorkOnMany {

    private final DueJobs jobs;

    ClosingUnderWay(DueJobs jobs) {
        this.jobs = jobs;
    }

    @Override
    public boolean underWay() {
        return jobs.anyAt(PlanModel.CLOSE_DUTIES);
    }
}
