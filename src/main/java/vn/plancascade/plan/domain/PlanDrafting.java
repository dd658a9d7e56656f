package vn.plancascade.plan.domain;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.plancascade.deadline.WorkingDays;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.kernel.Violation;
import vn.plancascade.plan.PlanContent;
import vn.plancascade.plan.PlanContent.Period;
import vn.plancascade.worklist.FormData;
import vn.plancascade.worklist.SectionedForm.Offer;
import vn.plancascade.worklist.SectionedForm.Standing;

/** What the draft of a national plan is told while it is written, and what can be filled in for its drafter. */
@Component
public class PlanDrafting {

    public static final String DEADLINES = "deadlines";
    public static final String REPORTS = "reports";

    private static final String DEADLINE = "deadline";
    private static final String PERIODS = "periods";

    /** Working days after issue that are offered as the deadline. */
    private static final List<Integer> AFTER_ISSUE = List.of(5, 10, 15);

    private static final int SHORT_NOTICE = 5;

    private final PlanRules rules;
    private final PlanDeadlines deadlines;
    private final WorkingDays workingDays;
    private final Clock clock;

    PlanDrafting(PlanRules rules, PlanDeadlines deadlines, WorkingDays workingDays, Clock clock) {
        this.rules = rules;
        this.deadlines = deadlines;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    /** @param data the draft, which may hold what cannot be read */
    public Standing standing(ObjectNode data) {
        try {
            PlanContent plan = FormData.read(data, PlanContent.class);
            List<Violation> doubtful = new ArrayList<>(DaysOffRules.of(plan, workingDays));
            notice(plan, doubtful);
            return new Standing(rules.wrong(plan), doubtful, offers(plan));
        } catch (InvalidInput unreadable) {
            return new Standing(unreadable.violations(), List.of(), List.of());
        }
    }

    /** A plan that is issued on its own deadline, or shortly before it, gives nobody the time to follow it. */
    private void notice(PlanContent plan, List<Violation> doubtful) {
        LocalDate deadline = plan.subPlanDeadline();
        if (deadline == null) {
            return;
        }
        LocalDate issue = issue(plan);
        LocalDate last = PlanDeadlines.rule(plan, deadline).lastDay(workingDays);
        if (last.isBefore(issue) || deadline.equals(issue)) {
            doubtful.add(new Violation("subPlanDeadline", "plan.deadlineOnIssue", VietnamTime.text(issue)));
        } else if (workingDays.between(issue, last) < SHORT_NOTICE) {
            doubtful.add(new Violation("subPlanDeadline", "plan.shortNotice", workingDays.between(issue, last)));
        }
    }

    private List<Offer> offers(PlanContent plan) {
        List<Offer> offers = new ArrayList<>();
        for (Integer days : AFTER_ISSUE) {
            offers.add(new Offer(
                    DEADLINES,
                    DEADLINE + "." + days,
                    DEADLINE,
                    List.of(days, VietnamTime.text(deadlines.deadlineAfterWorkingDays(plan, issue(plan), days)))));
        }
        if (PlanContentRules.isYear(plan.year())) {
            for (UsualPeriods usual : UsualPeriods.values()) {
                offers.add(new Offer(REPORTS, PERIODS + "." + usual, PERIODS + "." + usual, List.of(plan.year())));
            }
        }
        return offers;
    }

    /** The day on which it will be issued, as far as is known: its own date, and no day that has passed. */
    private LocalDate issue(PlanContent plan) {
        LocalDate today = VietnamTime.dayOf(clock.instant());
        return plan.documentDate() == null || plan.documentDate().isBefore(today) ? today : plan.documentDate();
    }

    /** @throws InvalidInput on {@code step} if there is no such offer */
    public ObjectNode made(ObjectNode data, String offer) {
        PlanContent plan = FormData.read(data, PlanContent.class);
        if (offers(plan).stream().noneMatch(one -> one.name().equals(offer))) {
            throw new InvalidInput("step", "form.step.unknown");
        }
        String what = offer.substring(offer.indexOf('.') + 1);
        ObjectNode made = data.deepCopy();
        if (offer.startsWith(DEADLINE)) {
            made.put(
                    "subPlanDeadline",
                    deadlines
                            .deadlineAfterWorkingDays(plan, issue(plan), Integer.parseInt(what))
                            .toString());
            return made;
        }
        ArrayNode periods = made.withArray("reportCalendar");
        missing(plan, UsualPeriods.valueOf(what))
                .forEach(period -> periods.add(FormData.toNode(period)
                        .put("due", workingDays.sameOrNext(period.due()).toString())));
        return made;
    }

    /** Those that the plan has not yet, and that are still to come; what has passed is required of nobody. */
    private List<Period> missing(PlanContent plan, UsualPeriods usual) {
        LocalDate issue = issue(plan);
        return usual.of(plan.year()).stream()
                .filter(period -> period.due().isAfter(issue))
                .filter(period -> plan.period(period.period()).isEmpty())
                .toList();
    }
}
