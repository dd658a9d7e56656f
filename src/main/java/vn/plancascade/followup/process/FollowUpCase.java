package vn.plancascade.followup.process;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import java.util.Locale;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import vn.plancascade.deadline.PlanTermsSource;
import vn.plancascade.deadline.WorkingDays;
import vn.plancascade.followup.domain.DeadlineWatch;
import vn.plancascade.followup.domain.FollowUpLetter;
import vn.plancascade.followup.domain.FollowUps;
import vn.plancascade.followup.domain.Watched;
import vn.plancascade.kernel.VietnamTime;

/** What the model {@link FollowUpModel#OVERDUE_FOLLOW_UP} asks and calls. */
@Component("followUpCase")
public class FollowUpCase {

    private final FollowUps followUps;
    private final DeadlineWatch watch;
    private final PlanTermsSource plans;
    private final WorkingDays workingDays;
    private final Clock clock;

    FollowUpCase(
            FollowUps followUps, DeadlineWatch watch, PlanTermsSource plans, WorkingDays workingDays, Clock clock) {
        this.followUps = followUps;
        this.watch = watch;
        this.plans = plans;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    /** Whether anything of the inspector's list is overdue still, as long as the plan's duties are watched. */
    public boolean comesAgain(DelegateExecution execution) {
        Watched watched = Watches.watched(execution);
        return watch.goesOn(watched)
                && !followUps.list(watched, inspector(execution)).isEmpty();
    }

    /** The morning on which what was dealt with is looked at again. */
    public Date nextLook(DelegateExecution execution) {
        return Date.from(WorkingDays.morningOf(workingDays.plus(today(), days(execution))));
    }

    /** Whether the task, open since then, is to be reminded of this morning: every so many working days. */
    boolean isToBeReminded(DelegateExecution execution, LocalDate since) {
        int waited = workingDays.between(since, today());
        return workingDays.isWorkingDay(today()) && waited > 0 && waited % days(execution) == 0;
    }

    private int days(DelegateExecution execution) {
        return plans.terms(Watches.watched(execution).planId()).followUpDays();
    }

    private LocalDate today() {
        return VietnamTime.dayOf(clock.instant());
    }

    private static String inspector(DelegateExecution execution) {
        return (String) execution.getVariable(FollowUpModel.INSPECTOR);
    }

    @Bean
    static JavaDelegate remindInspectorDelegate(FollowUpCase followUp, FollowUpLetter letter) {
        return execution -> {
            Date opened = execution
                    .getProcessEngineServices()
                    .getTaskService()
                    .createTaskQuery()
                    .processInstanceId(execution.getProcessInstanceId())
                    .taskDefinitionKey(FollowUpModel.FOLLOW_UP_OVERDUE)
                    .singleResult()
                    .getCreateTime();
            if (followUp.isToBeReminded(execution, VietnamTime.dayOf(opened.toInstant()))) {
                letter.send(inspector(execution));
            }
        };
    }

    /** Camunda's own lists show the name alone: it says which plan and period it is. */
    @Bean
    static TaskListener followUpNameListener(FollowUpLetter letter) {
        return task -> task.setName(task.getName() + ": "
                + letter.named(Watches.watched(task.getExecution()), Locale.forLanguageTag("vi")));
    }
}
