package vn.plancascade.followup.process;

import org.camunda.bpm.engine.ManagementService;
import org.springframework.stereotype.Component;
import vn.plancascade.deadline.WorkOnMany;

/** A watch whose morning has come has a job that is due until its round is committed, whichever instance runs it. */
@Component
class WatchesUnderWay implements WorkOnMany {

    private final ManagementService jobs;

    WatchesUnderWay(ManagementService jobs) {
        this.jobs = jobs;
    }

    @Override
    public boolean underWay() {
        return jobs.createJobQuery()
                        .processDefinitionKey(FollowUpModel.DEADLINE_WATCH)
                        .executable()
                        .active()
                        .count()
                > 0;
    }
}
