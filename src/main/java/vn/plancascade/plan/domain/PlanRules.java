package vn.plancascade.plan.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.kernel.Mailbox;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.kernel.Violation;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.plan.PlanContent;
import vn.plancascade.plan.PlanContent.Duty;
import vn.plancascade.plan.PlanContent.Period;
import vn.plancascade.plan.PlanContent.Task;

/** What must hold for a national plan. */
@Component
class PlanRules {

    private static final int MOST_MAILBOXES = 20;

    private final PlanDeadlines deadlines;
    private final Organisation organisation;
    private final Clock clock;

    PlanRules(PlanDeadlines deadlines, Organisation organisation, Clock clock) {
        this.deadlines = deadlines;
        this.organisation = organisation;
        this.clock = clock;
    }

    /** Refuses a plan that could not be issued; each finding names its field. */
    void check(PlanContent plan) {
        List<Violation> found = new ArrayList<>();
        required(found, "subject", plan.subject());
        if (plan.subject() != null && plan.subject().length() > 500) {
            found.add(new Violation("subject", "tooLong", 500));
        }
        if (plan.year() == null || plan.year() < 2000 || plan.year() > 2100) {
            found.add(new Violation("year", "plan.year"));
        }
        if (PlanContent.lines(plan.recipients()).isEmpty()) {
            found.add(new Violation("recipients", "required"));
        }
        checkTasks(plan, found);
        checkDuties(plan, found);
        checkCalendar(plan, found);
        checkFollowUp(plan, found);
        checkTiers(plan, found);
        checkMailboxes("reportMailbox", plan.reportMailbox(), found);
        checkMailboxes("consolidatedRecipients", plan.consolidatedRecipients(), found);
        IndicatorRules.check(plan, found);
        if (plan.subPlanDeadline() == null) {
            found.add(new Violation("subPlanDeadline", "required"));
        } else if (plan.documentDate() != null && !plan.subPlanDeadline().isAfter(plan.documentDate())) {
            found.add(new Violation("subPlanDeadline", "plan.deadlineBeforeDate"));
        }
        InvalidInput.throwIfAny(found);
    }

    private static void checkTasks(PlanContent plan, List<Violation> found) {
        if (plan.tasks().isEmpty()) {
            found.add(new Violation("tasks", "plan.noTasks"));
        }
        Set<String> numbers = new HashSet<>();
        for (int i = 0; i < plan.tasks().size(); i++) {
            Task task = plan.tasks().get(i);
            required(found, "tasks[" + i + "].no", task.no());
            required(found, "tasks[" + i + "].title", task.title());
            if (task.no() != null && !numbers.add(task.no())) {
                found.add(new Violation("tasks[" + i + "].no", "plan.taskTwice", task.no()));
            }
            if (task.kinds().isEmpty()) {
                found.add(new Violation("tasks[" + i + "].kinds", "required"));
            }
        }
    }

    private static void checkDuties(PlanContent plan, List<Violation> found) {
        if (plan.duties().isEmpty()) {
            found.add(new Violation("duties", "plan.noDuties"));
        }
        Set<Object> kinds = new HashSet<>();
        for (int i = 0; i < plan.duties().size(); i++) {
            Duty duty = plan.duties().get(i);
            String field = "duties[" + i + "].";
            if (duty.kind() == null || !duty.kind().hasDuties()) {
                found.add(new Violation(field + "kind", "plan.kindWithoutDuties"));
            } else if (!kinds.add(duty.kind())) {
                found.add(new Violation(field + "kind", "plan.kindTwice", duty.kind()));
            }
            if (!duty.form().equals("full") && !duty.form().equals("short")) {
                found.add(new Violation(field + "form", "plan.form"));
            }
        }
    }

    private static void checkCalendar(PlanContent plan, List<Violation> found) {
        Set<String> periods = new HashSet<>();
        for (int i = 0; i < plan.reportCalendar().size(); i++) {
            Period period = plan.reportCalendar().get(i);
            String field = "reportCalendar[" + i + "].";
            if (period.period() == null || !period.period().matches("[0-9]{4}-[A-Z0-9]{1,5}")) {
                found.add(new Violation(field + "period", "plan.period"));
            } else if (!periods.add(period.period())) {
                found.add(new Violation(field + "period", "plan.periodTwice", period.period()));
            }
            if (period.due() == null) {
                found.add(new Violation(field + "due", "required"));
            } else if (period.opens() != null && !period.opens().isBefore(period.due())) {
                found.add(new Violation(field + "opens", "plan.periodBackwards"));
            }
            if (period.dataFrom() != null
                    && period.dataTo() != null
                    && period.dataTo().isBefore(period.dataFrom())) {
                found.add(new Violation(field + "dataTo", "plan.periodBackwards"));
            }
        }
    }

    private void checkFollowUp(PlanContent plan, List<Violation> found) {
        String focalUnit = plan.focalUnit();
        if (focalUnit != null && organisation.unit(focalUnit).isEmpty()) {
            found.add(new Violation("focalUnit", "unit.unknown", focalUnit));
        }
        if (plan.workingDaysEarlierPerTier() < 0 || plan.workingDaysEarlierPerTier() > 20) {
            found.add(new Violation("workingDaysEarlierPerTier", "plan.workingDaysEarlier"));
        }
        if (plan.consolidationWorkingDays() < 1 || plan.consolidationWorkingDays() > 250) {
            found.add(new Violation("consolidationWorkingDays", "plan.workingDays"));
        }
        if (plan.reportOpenDays() < 1 || plan.reportOpenDays() > 366) {
            found.add(new Violation("reportOpenDays", "plan.reportOpenDays"));
        }
        if (plan.extensionLimit() < 0 || plan.extensionLimit() > 250) {
            found.add(new Violation("extensionLimit", "plan.extensionLimit"));
        }
    }

    /** What holds a line break might become a header of a mail; it is refused and not repaired. */
    private static void checkMailboxes(String field, String sent, List<Violation> found) {
        if (sent != null && sent.chars().anyMatch(Character::isISOControl)) {
            found.add(new Violation(field, "mailbox.control"));
            return;
        }
        List<String> addresses = PlanContent.addresses(sent);
        if (addresses.size() > MOST_MAILBOXES) {
            found.add(new Violation(field, "mailbox.tooMany", MOST_MAILBOXES));
        }
        addresses.stream()
                .filter(Predicate.not(Mailbox::isValid))
                .findFirst()
                .ifPresent(wrong -> found.add(new Violation(field, "mailbox.formOf", wrong)));
    }

    private static void checkTiers(PlanContent plan, List<Violation> found) {
        for (int i = 0; i < plan.duties().size(); i++) {
            Integer days = plan.duties().get(i).workingDaysAfterSuperior();
            if (days != null && (days < 1 || days > 250)) {
                found.add(new Violation("duties[" + i + "].workingDaysAfterSuperior", "plan.workingDays"));
            }
        }
        LocalDate start = plan.startWithoutSuperiorOn();
        if (start != null
                && plan.year() != null
                && (start.getYear() < plan.year() || start.getYear() > plan.year() + 1)) {
            found.add(new Violation("startWithoutSuperiorOn", "extension.year", plan.year(), plan.year() + 1));
        }
    }

    private static void required(List<Violation> found, String field, String value) {
        if (value == null || value.isBlank()) {
            found.add(new Violation(field, "required"));
        }
    }

    /**
     * Refuses a plan that would make somebody late at birth: its deadline must lie after the day on which it is issued, by
     * its own date and by the calendar.
     */
    void checkIssuable(PlanContent plan) {
        LocalDate today = VietnamTime.dayOf(clock.instant());
        if (plan.documentDate() == null) {
            throw new InvalidInput("documentDate", "required");
        }
        if (plan.documentDate().isAfter(today)) {
            throw new InvalidInput("documentDate", "document.dateInFuture");
        }
        List<Violation> found = new ArrayList<>();
        if (tooSoon(plan, plan.subPlanDeadline(), today)) {
            found.add(
                    new Violation("subPlanDeadline", "plan.deadlinePassed", VietnamTime.text(plan.subPlanDeadline())));
        }
        for (int i = 0; i < plan.duties().size(); i++) {
            LocalDate own = plan.duties().get(i).subPlanDeadline();
            if (own != null && tooSoon(plan, own, today)) {
                found.add(new Violation(
                        "duties[" + i + "].subPlanDeadline", "plan.deadlinePassed", VietnamTime.text(own)));
            }
        }
        InvalidInput.throwIfAny(found);
    }

    private boolean tooSoon(PlanContent plan, LocalDate deadline, LocalDate today) {
        LocalDate issued = plan.documentDate().isAfter(today) ? plan.documentDate() : today;
        return !deadline.isAfter(issued) || !deadlines.dueAt(plan, deadline).isAfter(clock.instant());
    }
}
