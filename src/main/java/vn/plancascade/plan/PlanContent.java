package vn.plancascade.plan;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.plancascade.deadline.Bound;
import vn.plancascade.deadline.WorkStep;
import vn.plancascade.kernel.Names;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.UnitKind;

/**
 * What a national plan says. Texts of many lines (legal basis, objectives, recipients) hold one entry a line.
 *
 * @param shortSubject the subject as mails and lists abbreviate it
 * @param subPlanDeadline the day that the plan names; {@code bound} says whether it still counts
 * @param dayOffMoves whether a last day that is no working day moves to the next one
 * @param reportMailbox the mailboxes that units' reports are sent to, with commas between them, or null
 * @param consolidatedRecipients those that the ministry's own report is sent to, or null
 * @param signatory the login of who signs the plan
 * @param allowSelfApproval whether a head may approve what the head drafted
 * @param focalUnit code of the unit that watches the plan as a whole, or null for the issuing unit
 * @param extensionLimit how many working days after the original deadline an inspector may extend to
 * @param startWithoutSuperiorOn tier by tier: the day on which units begin whose superior has not issued, or null for
 *     the sub-plan deadline
 * @param indicators what units report in figures
 * @param workingDaysEarlierPerTier how many working days earlier each tier below the first hands in its reports
 * @param consolidationWorkingDays working days after a period's due day by which the ministry's own report is issued
 * @param reportedTo whom the ministry reports to about this plan, one a line; named among the recipients of its own report
 * @param followUpDays working days after which overdue units that an inspector has followed up are looked at again
 * @param stepTargets how long each step of a unit's work should take at most
 * @param reportOpenDays days after its due day on which a period still takes late reports and corrections
 * @param assignments which unit answers for which task before the body that issues the plan
 * @param budget what pays for the work (kinh phí thực hiện), a paragraph a line; null leaves that section out
 * @param organisation how the work is organised, a paragraph a line, before what follows from deadlines and calendar
 * @param headings what the plan calls its sections; null for the usual names
 */
// What an answer shows beside the fields may be sent back with them.
@JsonIgnoreProperties(value = "tierByTier", allowGetters = true)
public record PlanContent(
        String documentNumber,
        LocalDate documentDate,
        Integer year,
        String subject,
        String shortSubject,
        String legalBasis,
        String objectives,
        List<Task> tasks,
        List<Duty> duties,
        String recipients,
        LocalDate subPlanDeadline,
        Bound bound,
        Boolean dayOffMoves,
        CascadeMode cascadeMode,
        List<Period> reportCalendar,
        String reportMailbox,
        String consolidatedRecipients,
        String signatory,
        Boolean allowSelfApproval,
        String focalUnit,
        Integer extensionLimit,
        LocalDate startWithoutSuperiorOn,
        List<Indicator> indicators,
        Integer workingDaysEarlierPerTier,
        Integer consolidationWorkingDays,
        String reportedTo,
        Integer reportOpenDays,
        Integer followUpDays,
        List<StepTarget> stepTargets,
        List<TaskAssignment> assignments,
        String budget,
        String organisation,
        Headings headings) {

    /** Working days after the original deadline up to which an inspector may extend, where the plan says nothing. */
    public static final int EXTENSION_LIMIT = 10;

    public PlanContent {
        tasks = tasks == null ? List.of() : List.copyOf(tasks);
        duties = duties == null ? List.of() : List.copyOf(duties);
        reportCalendar = reportCalendar == null ? List.of() : List.copyOf(reportCalendar);
        bound = bound == null ? Bound.exclusive : bound;
        dayOffMoves = dayOffMoves != null && dayOffMoves;
        cascadeMode = cascadeMode == null ? CascadeMode.allAtOnce : cascadeMode;
        allowSelfApproval = allowSelfApproval != null && allowSelfApproval;
        extensionLimit = extensionLimit == null ? EXTENSION_LIMIT : extensionLimit;
        indicators = indicators == null ? List.of() : List.copyOf(indicators);
        workingDaysEarlierPerTier = workingDaysEarlierPerTier == null ? 3 : workingDaysEarlierPerTier;
        consolidationWorkingDays = consolidationWorkingDays == null ? 10 : consolidationWorkingDays;
        reportOpenDays = reportOpenDays == null ? 120 : reportOpenDays;
        followUpDays = followUpDays == null ? 5 : followUpDays;
        stepTargets = stepTargets == null ? List.of() : List.copyOf(stepTargets);
        focalUnit = Names.code(focalUnit);
        assignments = assignments == null ? List.of() : List.copyOf(assignments);
        budget = blankIsNull(budget);
        organisation = blankIsNull(organisation);
        headings = headings == null || headings.isUsual() ? null : headings;
    }

    /** The tasks that a unit of this kind has to answer. */
    public List<Task> tasksFor(UnitKind kind) {
        return tasks.stream().filter(task -> task.kinds().contains(kind)).toList();
    }

    /** The task with this number. */
    public Optional<Task> task(String no) {
        return tasks.stream().filter(task -> Objects.equals(task.no(), no)).findFirst();
    }

    /** The line of the report calendar with this code. */
    public Optional<Period> period(String code) {
        return reportCalendar.stream()
                .filter(period -> Objects.equals(period.period(), code))
                .findFirst();
    }

    /** Whether a unit of this kind owes a sub-plan. */
    public boolean owesSubPlan(UnitKind kind) {
        return duties.stream().anyMatch(duty -> duty.kind() == kind && duty.subPlan());
    }

    public boolean isTierByTier() {
        return cascadeMode == CascadeMode.tierByTier;
    }

    /** The day from which nobody waits for a superior any more; null only while there is no deadline. */
    public LocalDate waitingEndsOn() {
        return startWithoutSuperiorOn == null ? subPlanDeadline : startWithoutSuperiorOn;
    }

    /** The lines of a text that has one entry a line, without empty ones. */
    public static List<String> lines(String text) {
        return text == null
                ? List.of()
                : Arrays.stream(text.split("\\R"))
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList();
    }

    /** The addresses of a text that has commas or semicolons between them. */
    public static List<String> addresses(String text) {
        return text == null
                ? List.of()
                : Arrays.stream(text.split("[,;]"))
                        .map(String::strip)
                        .filter(address -> !address.isEmpty())
                        .distinct()
                        .toList();
    }

    /** The same plan with what its issuing decided. */
    public PlanContent issuedAs(String number, LocalDate date, String signedBy, LocalDate deadline) {
        return new PlanContent(
                number,
                date,
                year,
                subject,
                shortSubject,
                legalBasis,
                objectives,
                tasks,
                duties,
                recipients,
                deadline,
                bound,
                dayOffMoves,
                cascadeMode,
                reportCalendar,
                reportMailbox,
                consolidatedRecipients,
                signedBy,
                allowSelfApproval,
                focalUnit,
                extensionLimit,
                startWithoutSuperiorOn,
                indicators,
                workingDaysEarlierPerTier,
                consolidationWorkingDays,
                reportedTo,
                reportOpenDays,
                followUpDays,
                stepTargets,
                assignments,
                budget,
                organisation,
                headings);
    }

    /** Whether the actor drafted what is to be approved, and the plan has somebody else approve it. */
    public boolean isForOthersToApprove(String drafter, Actor actor) {
        return !allowSelfApproval && drafter.equals(actor.login());
    }

    private static String blankIsNull(String text) {
        return text == null || text.isBlank() ? null : text;
    }

    /** What the plan calls a section of its document, without the numeral; empty for the usual name. */
    public Optional<String> heading(Function<Headings, String> section) {
        return Optional.ofNullable(headings).map(section);
    }

    /** What a plan calls its sections, as "MỤC TIÊU, YÊU CẦU"; null for the usual name of one. */
    public record Headings(String objectives, String tasks, String budget, String organisation) {

        public Headings {
            objectives = Names.cleanLine(objectives);
            tasks = Names.cleanLine(tasks);
            budget = Names.cleanLine(budget);
            organisation = Names.cleanLine(organisation);
        }

        private boolean isUsual() {
            return objectives == null && tasks == null && budget == null && organisation == null;
        }
    }

    /** How the plan reaches the units. */
    public enum CascadeMode {
        /** Every unit begins when the ministry's plan is issued. */
        allAtOnce,
        /** A unit begins when the unit that it reports to has issued its own sub-plan. */
        tierByTier
    }

    /** When a task is to be carried out. */
    public enum Condition {
        always,
        onOccurrence,
        onRequest
    }

    /**
     * A task (nhiệm vụ) of the plan.
     *
     * @param no as the plan numbers it, such as II.2.1.a
     * @param kinds the kinds of unit it is addressed to
     * @param suggestion what units usually write; shown to the drafter
     */
    public record Task(
            String no,
            String title,
            String content,
            List<UnitKind> kinds,
            String leadUnits,
            String coordinatingUnits,
            Condition condition,
            boolean mandatory,
            String suggestion) {

        public Task {
            kinds = kinds == null ? List.of() : List.copyOf(kinds);
            condition = condition == null ? Condition.always : condition;
        }

        /** As documents begin it; a draft may lack either. */
        public String numbered() {
            return Stream.of(no, title).filter(Objects::nonNull).collect(Collectors.joining(". "));
        }
    }

    /**
     * How long the work should stand at a step at most. It is no deadline: pages of the monitor compare with it.
     *
     * @param days calendar days
     */
    public record StepTarget(WorkStep step, Integer days) {}

    /**
     * A row of the duty matrix.
     *
     * @param periodic whether it owes the reports of the periods within the year
     * @param form {@code full} or {@code short}
     * @param subPlanDeadline this kind's own deadline, or null for the plan's
     * @param workingDaysAfterSuperior this kind's deadline when the plan goes tier by tier, or null
     */
    public record Duty(
            UnitKind kind,
            boolean subPlan,
            boolean periodic,
            boolean yearly,
            String form,
            LocalDate subPlanDeadline,
            Integer workingDaysAfterSuperior) {

        public Duty {
            form = form == null ? "full" : form;
        }
    }

    /**
     * A line of the report calendar.
     *
     * @param period code such as 2023-H1; one that ends in -Y is the year's
     * @param due the day that the plan names, under the plan's bound, for units that report to the ministry
     * @param opens when units are given the report, or null for the first day of the due month
     */
    // As above.
    @JsonIgnoreProperties(value = "year", allowGetters = true)
    public record Period(String period, LocalDate dataFrom, LocalDate dataTo, LocalDate due, LocalDate opens) {

        /** The first day on which units can work on the report. */
        public LocalDate opensOn() {
            return opens == null ? due.withDayOfMonth(1) : opens;
        }

        /** The same period a year before, by its code. */
        public String yearBefore() {
            return Integer.parseInt(period.substring(0, 4)) - 1 + period.substring(4);
        }

        public boolean isYear() {
            return period.endsWith("-Y");
        }
    }
}
