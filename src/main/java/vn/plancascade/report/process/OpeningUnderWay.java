package vn.plancascade.report.process;

import org.camunda.bpm.engine.ManagementService;
import org.springframework.stereotype.Component;
import vn.plancascade.deadline.WorkOnMany;

/** While a period's reports are opened there is a job for the next batch, whichever instance runs it. */
@Component
class OpeningUnderWay implements WorkOnMany {

    private final ManagementService jobs;

    OpeningUnderWay(ManagementService jobs) {
        this.jobs = jobs;
    }

    @Override
    public boolean underWay() {
        return jobs.createJobQuery()
                        .activityId(ReportModel.START_UNIT_REPORTS)
                        .executable()
                        .active()
                        .count()
                > 0;
    }
}
