package vn.plancascade.deadline.process;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.plancascade.deadline.DutyCases;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.deadline.DutyStep;
import vn.plancascade.deadline.DutySteps;
import vn.plancascade.engine.UnitsInCases;

/** What the models of all duties have in common: the cases from outside, and the steps that record what befell a duty. */
@Configuration(proxyBeanMethods = false)
class DutyDelegates {

    @Bean
    DutyCases subPlanDutyCases(RuntimeService runtime, TaskService tasks, ManagementService jobs, UnitsInCases units) {
        return new EngineDutyCases(DutyKind.subPlan, runtime, tasks, jobs, units);
    }

    @Bean
    DutyCases unitReportDutyCases(
            RuntimeService runtime, TaskService tasks, ManagementService jobs, UnitsInCases units) {
        return new EngineDutyCases(DutyKind.unitReport, runtime, tasks, jobs, units);
    }

    @Bean
    DutyCases reportCycleDutyCases(
            RuntimeService runtime, TaskService tasks, ManagementService jobs, UnitsInCases units) {
        return new EngineDutyCases(DutyKind.reportCycle, runtime, tasks, jobs, units);
    }

    @Bean
    JavaDelegate recordDeadlinePassedDelegate(DutySteps duties) {
        return execution -> duties.deadlinePassed(subject(execution));
    }

    @Bean
    JavaDelegate recordWithdrawalDelegate(DutySteps duties) {
        return execution -> duties.ended(
                subject(execution),
                DutyStep.valueOf(said(execution, EngineDutyCases.STEP)),
                said(execution, EngineDutyCases.ACTOR),
                said(execution, EngineDutyCases.REASON));
    }

    @Bean
    JavaDelegate recordWaiverDelegate(DutySteps duties) {
        return execution -> duties.waived(
                subject(execution), said(execution, EngineDutyCases.ACTOR), said(execution, EngineDutyCases.REASON));
    }

    private static long subject(DelegateExecution execution) {
        return Long.parseLong(execution.getProcessBusinessKey());
    }

    private static String said(DelegateExecution execution, String variable) {
        return (String) execution.getVariable(variable);
    }
}
