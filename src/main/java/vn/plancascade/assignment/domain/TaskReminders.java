package vn.plancascade.assignment.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.plancascade.assignment.TaskState;
import vn.plancascade.deadline.PlanTermsSource;
import vn.plancascade.followup.Ladder;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.notification.PersonalMails;
import vn.plancascade.notification.Stage.Audience;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.organisation.Person;
import vn.plancascade.organisation.Role;
import vn.plancascade.plan.NationalPlan;
import vn.plancascade.plan.NationalPlans;
import vn.plancascade.plan.PlanState;

/**
 * Reminds of the tasks of a plan and of their milestones, on the mornings on which the ladder reminds of units' plans. Those
 * who lead are the holders; whoever is above is the plan's focal unit.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class TaskReminders {

    private final TaskTable table;
    private final NationalPlans plans;
    private final PlanTermsSource terms;
    private final Ladder ladder;
    private final Organisation organisation;
    private final PersonalMails mails;

    TaskReminders(
            TaskTable table,
            NationalPlans plans,
            PlanTermsSource terms,
            Ladder ladder,
            Organisation organisation,
            PersonalMails mails) {
        this.table = table;
        this.plans = plans;
        this.terms = terms;
        this.ladder = ladder;
        this.organisation = organisation;
        this.mails = mails;
    }

    /** One round of a plan; whoever a rung speaks to gets one mail about all of the plan's tasks. */
    public void remind(long planId, Instant before, Instant now) {
        String focalUnit = terms.terms(planId).focalUnit();
        Set<String> told = new LinkedHashSet<>();
        for (TaskRow row : table.ofPlan(planId)) {
            openDays(row)
                    .distinct()
                    .forEach(day -> ladder.come(dueAt(day), before, now)
                            .forEach(rung -> rung.to()
                                    .forEach(audience -> people(audience, row, focalUnit)
                                            .map(Person::login)
                                            .forEach(told::add))));
        }
        if (!told.isEmpty()) {
            mails.send(told, TaskLetter.KIND, Long.toString(planId));
        }
    }

    /** The last days of what is not done of a task: of its milestones, and its own. */
    static Stream<LocalDate> openDays(TaskRow row) {
        return row.state() == TaskState.done
                ? Stream.empty()
                : Stream.concat(
                        row.milestones().stream()
                                .filter(milestone -> milestone.doneOn() == null)
                                .map(TaskRow.Milestone::due),
                        Stream.ofNullable(row.due()));
    }

    /** A task may be done on its last day. */
    static Instant dueAt(LocalDate day) {
        return VietnamTime.startOf(day.plusDays(1));
    }

    private Stream<Person> people(Audience audience, TaskRow row, String focalUnit) {
        List<String> own = Stream.concat(Stream.of(row.unit()), row.coordinating().stream())
                .toList();
        return switch (audience) {
            case holder -> holders(own, Role.drafter, Role.focalContact);
            case drafter -> holders(own, Role.drafter);
            case reviewer -> holders(own, Role.reviewer);
            case clerk -> holders(own, Role.clerk);
            case head -> holders(own, Role.head);
            case deputy -> holders(own, Role.deputy);
            case leaderInCharge -> holders(own, Role.leaderInCharge);
            case focalContact -> holders(own, Role.focalContact);
            case superior -> holders(List.of(focalUnit), Role.head, Role.focalContact);
            case inspector -> holders(List.of(focalUnit), Role.inspector);
            case leader -> Stream.empty();
        };
    }

    private Stream<Person> holders(Collection<String> units, Role... roles) {
        return Stream.of(roles)
                .flatMap(role -> organisation.holders(role, units).values().stream())
                .flatMap(List::stream);
    }

    /** Whether anything with a day is left to be done, and the plan is in force. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public boolean goesOn(long planId) {
        NationalPlan plan = plans.find(planId).orElseThrow();
        return plan.state() == PlanState.issued
                && table.ofPlan(planId).stream()
                        .anyMatch(row -> openDays(row).findAny().isPresent());
    }
}
