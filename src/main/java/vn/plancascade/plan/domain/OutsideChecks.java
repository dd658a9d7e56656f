package vn.plancascade.plan.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.deadline.Obligation;
import vn.plancascade.deadline.PlanTermsSource;
import vn.plancascade.document.OutgoingRegister;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.kernel.Letters;
import vn.plancascade.kernel.Names;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.kernel.Violation;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.plan.OutsidePlan;
import vn.plancascade.plan.PlanContent.Task;
import vn.plancascade.plan.SubPlanContent.Item;
import vn.plancascade.plan.SubPlanContent.Response;

/** What must hold for the record of a document that was signed outside. */
@Component
class OutsideChecks {

    private static final int NAME_LENGTH = 200;

    private final PlanTermsSource plans;
    private final OutgoingRegister register;
    private final Organisation organisation;
    private final Clock clock;

    OutsideChecks(PlanTermsSource plans, OutgoingRegister register, Organisation organisation, Clock clock) {
        this.plans = plans;
        this.register = register;
        this.organisation = organisation;
        this.clock = clock;
    }

    /**
     * What was sent, in order.
     *
     * @param tasks that a sub-plan has to answer; none for a report
     * @throws InvalidInput naming every field that is wrong
     */
    OutsidePlan checked(OutsidePlan sent, Obligation duty, String series, List<Task> tasks) {
        List<Violation> found = new ArrayList<>();
        checkDate(sent.documentDate(), duty, found);
        String signatory = Names.clean(sent.signatory());
        if (signatory == null) {
            found.add(new Violation("signatory", "required"));
        } else if (signatory.length() > NAME_LENGTH) {
            found.add(new Violation("signatory", "tooLong", NAME_LENGTH));
        } else if (signatory.chars().anyMatch(Character::isISOControl)) {
            found.add(new Violation("signatory", "controlCharacter"));
        } else {
            Letters.refusal("signatory", signatory).ifPresent(found::add);
        }
        List<Item> coverage =
                duty.kind() == DutyKind.subPlan ? checkedCoverage(sent.coverage(), tasks, found) : List.of();
        InvalidInput.throwIfAny(found);
        String number = register.checkedOutside(
                organisation.unit(duty.unitCode()).orElseThrow(), series, sent.documentDate(), sent.documentNumber());
        return new OutsidePlan(number, sent.documentDate(), signatory, coverage, null);
    }

    private void checkDate(LocalDate date, Obligation duty, List<Violation> found) {
        LocalDate above = plans.terms(duty.planId()).documentDate();
        if (date == null) {
            found.add(new Violation("documentDate", "required"));
        } else if (date.isAfter(VietnamTime.dayOf(clock.instant()))) {
            found.add(new Violation("documentDate", "document.dateInFuture"));
        } else if (above != null && date.isBefore(above)) {
            found.add(new Violation("documentDate", "outside.dateBeforePlan", VietnamTime.text(above)));
        }
    }

    /** Every mandatory task is answered; what it says of them is in the paper. */
    private static List<Item> checkedCoverage(List<Item> sent, List<Task> tasks, List<Violation> found) {
        Map<String, Item> byTask = new HashMap<>();
        for (Item item : sent) {
            Optional<Task> task = tasks.stream()
                    .filter(each -> each.no().equals(item.taskNo()))
                    .findFirst();
            if (task.isEmpty()) {
                found.add(new Violation("coverage", "subPlan.taskUnknown", String.valueOf(item.taskNo())));
            } else if (item.response() == Response.notApplicable && item.reason() == null) {
                found.add(new Violation("coverage", "subPlan.reasonMissing", item.taskNo()));
            } else if (item.response() != null) {
                byTask.put(item.taskNo(), item);
            }
        }
        List<String> uncovered = tasks.stream()
                .filter(task -> task.mandatory() && !byTask.containsKey(task.no()))
                .map(Task::no)
                .toList();
        if (!uncovered.isEmpty()) {
            found.add(new Violation("coverage", "subPlan.uncovered", String.join(", ", uncovered)));
        }
        return tasks.stream()
                .filter(task -> byTask.containsKey(task.no()))
                .map(task -> byTask.get(task.no()).to(task))
                .toList();
    }
}
