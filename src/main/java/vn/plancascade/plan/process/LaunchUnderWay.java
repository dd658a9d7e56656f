package vn.plancascade.plan.process;

import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.springframework.stereotype.Component;
import vn.plancascade.deadline.WorkOnMany;

/** While duties are written and units' cases opened there is a job for the next step, whichever instance runs it. */
@Component
class LaunchUnderWay implements WorkOnMany {

    private final ManagementService jobs;

    LaunchUnderWay(ManagementService jobs) {
        this.jobs = jobs;
    }

    @Override
    public boolean underWay() {
        return Stream.of(PlanModel.CREATE_OBLIGATIONS, PlanModel.START_SUB_PLANS)
                .anyMatch(step -> jobs.createJobQuery()
                                .activityId(step)
                                .executable()
                                .active()
                                .count()
                        > 0);
    }
}
