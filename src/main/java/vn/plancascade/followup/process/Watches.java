package vn.plancascade.followup.process;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.plancascade.deadline.DutiesAssigned;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.deadline.DutyRule;
import vn.plancascade.deadline.PeriodOpened;
import vn.plancascade.deadline.WorkingDays;
import vn.plancascade.deadline.WorkingDaysChanged;
import vn.plancascade.followup.domain.DeadlineWatch;
import vn.plancascade.followup.domain.Watched;

/** Opens the watch of a plan's sub-plans together with its duties, and answers what the model asks. */
@Component("watches")
public class Watches {

    private final RuntimeService runtime;
    private final ManagementService jobs;
    private final DeadlineWatch watch;
    private final WorkingDays workingDays;
    private final Clock clock;

    Watches(RuntimeService runtime, ManagementService jobs, DeadlineWatch watch, WorkingDays workingDays, Clock clock) {
        this.runtime = runtime;
        this.jobs = jobs;
        this.watch = watch;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    /** One watch for the plan's sub-plans, which a unit that joins later finds still there or begins again; a period's reports are watched by their own cycle. */
    @EventListener
    void open(DutiesAssigned assigned) {
        assigned.rules().stream()
                .filter(rule -> rule.kind() == DutyKind.subPlan)
                .map(DutyRule::period)
                .distinct()
                .forEach(period -> open(assigned.planId(), DutyKind.subPlan, period));
    }

    /** A period's reports are watched from the day on which they begin, and the ministry's own beside them. */
    @EventListener
    void open(PeriodOpened opened) {
        open(opened.planId(), DutyKind.unitReport, opened.period());
        open(opened.planId(), DutyKind.reportCycle, opened.period());
    }

    private void open(long planId, DutyKind kind, String period) {
        if (isOpen(planId, kind, period)) {
            return;
        }
        runtime.startProcessInstanceByKey(
                FollowUpModel.DEADLINE_WATCH,
                Long.toString(planId),
                Map.of(
                        FollowUpModel.DUTY_KIND, kind.name(),
                        FollowUpModel.PERIOD, period,
                        FollowUpModel.ROUND_AT, Date.from(clock.instant())));
    }

    private boolean isOpen(long planId, DutyKind kind, String period) {
        return runtime.createProcessInstanceQuery()
                        .processDefinitionKey(FollowUpModel.DEADLINE_WATCH)
                        .processInstanceBusinessKey(Long.toString(planId))
                        .variableValueEquals(FollowUpModel.DUTY_KIND, kind.name())
                        .variableValueEquals(FollowUpModel.PERIOD, period)
                        .count()
                > 0;
    }

    /** A morning that waits may no longer be the next working one, or there may be an earlier one now. */
    @EventListener
    void reschedule(WorkingDaysChanged changed) {
        jobs.createJobQuery()
                .activityId(FollowUpModel.NEXT_MORNING)
                .list()
                .forEach(timer -> jobs.setJobDuedate(timer.getId(), nextMorning((Date)
                        runtime.getVariable(timer.getProcessInstanceId(), FollowUpModel.ROUND_AT))));
    }

    /** The first working morning after the last round; in the past if that one was missed. */
    public Date nextMorning(DelegateExecution execution) {
        return nextMorning((Date) execution.getVariable(FollowUpModel.ROUND_AT));
    }

    private Date nextMorning(Date lastRound) {
        return Date.from(workingDays.nextMorning(lastRound.toInstant()));
    }

    public boolean goesOn(DelegateExecution execution) {
        return watch.goesOn(watched(execution));
    }

    static Instant moment(DelegateExecution execution, String variable) {
        return ((Date) execution.getVariable(variable)).toInstant();
    }

    static Watched watched(DelegateExecution execution) {
        return new Watched(
                Long.parseLong(execution.getProcessBusinessKey()),
                DutyKind.valueOf((String) execution.getVariable(FollowUpModel.DUTY_KIND)),
                (String) execution.getVariable(FollowUpModel.PERIOD));
    }
}
