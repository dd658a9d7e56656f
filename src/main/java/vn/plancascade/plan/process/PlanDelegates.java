package vn.plancascade.plan.process;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.plancascade.deadline.Obligations;
import vn.plancascade.plan.domain.Cascade;
import vn.plancascade.plan.domain.OutsidePlans;
import vn.plancascade.plan.domain.PlanClosings;
import vn.plancascade.plan.domain.PlanObligations;
import vn.plancascade.plan.domain.SubPlans;
import vn.plancascade.plan.domain.Tiers;

/** The service tasks of the models, by the names that the models call them; each is one call. */
@Configuration(proxyBeanMethods = false)
class PlanDelegates {

    @Bean
    JavaDelegate createObligationsDelegate(PlanObligations obligations, Cascade cascade) {
        return execution -> {
            obligations.create(subject(execution));
            cascade.openBeside(subject(execution));
        };
    }

    @Bean
    JavaDelegate startSubPlansDelegate(Cascade cascade, ManagementService jobs) {
        return execution -> execution.setVariable(
                PlanModel.UNITS_WAITING, cascade.openNext(subject(execution), hasFailedBefore(execution, jobs)));
    }

    @Bean
    JavaDelegate checkSettledDelegate(Obligations obligations, Tiers tiers, PlanClosings closings) {
        return execution -> {
            closings.await(subject(execution));
            tiers.endOverlongWaiting(subject(execution));
            execution.setVariable(PlanModel.ALL_SETTLED, !obligations.anyUnsettled(subject(execution)));
        };
    }

    @Bean
    JavaDelegate withdrawSubPlansDelegate(PlanObligations obligations) {
        return execution -> execution.setVariable(PlanModel.CASES_LEFT, obligations.withdrawNext(subject(execution)));
    }

    @Bean
    JavaDelegate closePlanDelegate(PlanClosings closings) {
        return execution -> closings.close(subject(execution));
    }

    @Bean
    JavaDelegate closeDutiesDelegate(PlanClosings closings) {
        return execution -> execution.setVariable(PlanModel.CASES_LEFT, closings.closeNext(subject(execution)));
    }

    @Bean
    JavaDelegate issueSubPlanDelegate(SubPlans subPlans) {
        return execution -> subPlans.issueWithApproval(subject(execution));
    }

    @Bean
    JavaDelegate recordIssuedOutsideDelegate(OutsidePlans outside) {
        return execution -> outside.issue(subject(execution));
    }

    private static long subject(DelegateExecution execution) {
        return Long.parseLong(execution.getProcessBusinessKey());
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
