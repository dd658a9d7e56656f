package vn.plancascade.plan.domain;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.deadline.Obligation;
import vn.plancascade.deadline.Obligations;
import vn.plancascade.kernel.Conflict;
import vn.plancascade.organisation.UnitKind;
import vn.plancascade.plan.Amendment;
import vn.plancascade.plan.NationalPlan;
import vn.plancascade.plan.PlanContent;
import vn.plancascade.plan.PlanContent.Duty;
import vn.plancascade.plan.PlanContent.Task;
import vn.plancascade.plan.SubPlanContent;

/** Which of a plan's tasks a sub-plan answers, and which its supplements do. */
@Component
class AmendedTasks {

    private final AmendmentRepository amendments;
    private final Obligations obligations;

    AmendedTasks(AmendmentRepository amendments, Obligations obligations) {
        this.amendments = amendments;
        this.obligations = obligations;
    }

    /**
     * @param asked what the duty asks for
     * @param dropped the numbers of tasks that the plan does not have any more
     * @param by the amendment that a supplement follows; null for a sub-plan
     */
    record Asked(List<Task> asked, Set<String> dropped, Amendment by) {

        /** A sub-plan without answers to tasks that the plan has dropped. */
        SubPlanContent stillAsked(SubPlanContent sent) {
            return new SubPlanContent(
                    sent.title(),
                    sent.items().stream()
                            .filter(item -> !dropped.contains(item.taskNo()))
                            .toList(),
                    sent.note(),
                    sent.addedTasks(),
                    sent.datesConfirmed());
        }
    }

    /** What has been issued answers the plan as it was then. */
    Asked of(Obligation duty, NationalPlan plan, UnitKind kind) {
        List<Amendment> all = amendments.issued(plan.id());
        if (all.isEmpty()) {
            return new Asked(plan.content().tasksFor(kind), Set.of(), null);
        }
        PlanContent then = duty.issuedAt() == null ? plan.content() : at(duty.issuedAt(), all, plan.content());
        Set<String> dropped = new HashSet<>();
        all.forEach(one -> one.before().tasks().forEach(task -> dropped.add(task.no())));
        then.tasks().forEach(task -> dropped.remove(task.no()));
        if (duty.supplement()) {
            Amendment by = all.stream()
                    .filter(one -> one.period().equals(duty.period()))
                    .findFirst()
                    .orElseThrow();
            Set<String> added = numbers(by, kind);
            return new Asked(
                    then.tasksFor(kind).stream()
                            .filter(task -> added.contains(task.no()))
                            .toList(),
                    dropped,
                    by);
        }
        Set<String> apart = new HashSet<>();
        all.stream()
                .filter(one -> !numbers(one, kind).isEmpty())
                .filter(one -> obligations
                        .find(plan.id(), DutyKind.subPlan, one.period(), duty.unitCode())
                        .isPresent())
                .forEach(one -> apart.addAll(numbers(one, kind)));
        return new Asked(
                then.tasksFor(kind).stream()
                        .filter(task -> !apart.contains(task.no()))
                        .toList(),
                dropped,
                null);
    }

    private static PlanContent at(Instant moment, List<Amendment> all, PlanContent now) {
        return all.stream()
                .filter(one -> one.issuedAt().isAfter(moment))
                .findFirst()
                .map(Amendment::before)
                .orElse(now);
    }

    private static Set<String> numbers(Amendment amendment, UnitKind kind) {
        return delta(amendment).added(kind).stream().map(Task::no).collect(Collectors.toSet());
    }

    static AmendmentDelta delta(Amendment amendment) {
        return new AmendmentDelta(amendment.before(), amendment.content().plan());
    }

    /** @throws Conflict if the plan would lose a task that an approved supplement answers */
    void refuseDroppingApproved(NationalPlan plan, PlanContent after) {
        AmendmentDelta now = new AmendmentDelta(plan.content(), after);
        for (Amendment earlier : amendments.issued(plan.id())) {
            AmendmentDelta then = delta(earlier);
            for (Duty duty : then.supplementing()) {
                Set<String> dropped = now.dropped(duty.kind());
                then.added(duty.kind()).stream()
                        .map(Task::no)
                        .filter(dropped::contains)
                        .findFirst()
                        .filter(no -> obligations.anyApproved(
                                plan.id(), DutyKind.subPlan, earlier.period(), List.of(duty.kind())))
                        .ifPresent(no -> {
                            throw new Conflict("amendment.supplementApproved", no);
                        });
            }
        }
    }
}
