package vn.plancascade.report.process;

import static vn.plancascade.report.process.ReportCase.subject;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.plancascade.report.domain.Amendments;
import vn.plancascade.report.domain.Cycles;
import vn.plancascade.report.domain.ReportIssuing;

/** The service tasks of the models, by the names that the models call them; each is one call. */
@Configuration(proxyBeanMethods = false)
class ReportDelegates {

    @Bean
    JavaDelegate openReportsDelegate(Cycles cycles) {
        return execution -> cycles.open(subject(execution));
    }

    @Bean
    JavaDelegate startUnitReportsDelegate(Cycles cycles, ManagementService jobs) {
        return execution -> execution.setVariable(
                ReportModel.UNITS_WAITING, cycles.openNext(subject(execution), hasFailedBefore(execution, jobs)));
    }

    @Bean
    JavaDelegate issueUnitReportDelegate(ReportIssuing issuing) {
        return execution -> issuing.issueWithApproval(subject(execution));
    }

    @Bean
    JavaDelegate beginSupplementDelegate(Amendments amendments) {
        return execution -> amendments.supplementConsolidated(subject(execution));
    }

    /** The engine keeps with the job why its last run failed; a crash leaves nothing there, and the batch runs again. */
    private static boolean hasFailedBefore(DelegateExecution execution, ManagementService jobs) {
        return jobs.createJobQuery()
                        .processInstanceId(execution.getProcessInstanceId())
                        .activityId(execution.getCurrentActivityId())
                        .withException()
                        .count()
                > 0;
    }
}
