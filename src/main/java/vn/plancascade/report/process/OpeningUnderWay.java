package vn.plancascade.report.process;

import org.springframework.stereotype.Component;
import vn.plancascade.deadline.WorkOnMany;
import vn.plancascade.engine.DueJobs;

/** While a period's reports are opened there is a job for the next batch. */
@Component
class OpeningUnderWay implements WorkOnMany {

    private final DueJobs jobs;

    OpeningUnderWay(DueJobs jobs) {
        this.jobs = jobs;
    }

    @Override
    public boolean underWay() {
        return jobs.anyAt(ReportModel.START_UNIT_REPORTS);
    }
}
