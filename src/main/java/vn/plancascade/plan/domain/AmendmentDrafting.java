package vn.plancascade.plan.domain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.plancascade.deadline.WorkingDays;
import vn.plancascade.kernel.BusinessProblem;
import vn.plancascade.kernel.Conflict;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.kernel.Violation;
import vn.plancascade.plan.Amendment;
import vn.plancascade.plan.AmendmentContent;
import vn.plancascade.plan.NationalPlan;
import vn.plancascade.plan.PlanContent;
import vn.plancascade.worklist.FormData;
import vn.plancascade.worklist.SectionedForm;
import vn.plancascade.worklist.SectionedForm.Basis;
import vn.plancascade.worklist.SectionedForm.Standing;

/** What the draft of an amendment is told while it is written, against the plan that is in force. */
@Component
public class AmendmentDrafting {

    private static final String TASKS = "tasks";
    private static final String NUMBER = "no";

    private final PlanRepository plans;
    private final PlanRules rules;
    private final AmendedTasks tasks;
    private final WorkingDays workingDays;
    private final Clock clock;

    AmendmentDrafting(PlanRepository plans, PlanRules rules, AmendedTasks tasks, WorkingDays workingDays, Clock clock) {
        this.plans = plans;
        this.rules = rules;
        this.tasks = tasks;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    /**
     * What was sent as it is kept, if it may become an amendment of the plan.
     *
     * @throws InvalidInput naming what is wrong
     * @throws Conflict if it drops a task for which a supplement has been approved
     */
    AmendmentContent checked(NationalPlan plan, AmendmentContent sent) {
        AmendmentRules.check(plan.content(), sent, VietnamTime.dayOf(clock.instant()));
        rules.check(sent.plan());
        tasks.refuseDroppingApproved(plan, sent.plan());
        return sent.saying(AmendmentRules.openingAsBefore(plan.content(), sent.plan()));
    }

    /** @param data the draft, which may hold what cannot be read */
    public Standing standing(Amendment amendment, ObjectNode data) {
        NationalPlan plan = plans.get(amendment.planId());
        try {
            AmendmentContent sent = FormData.read(data, AmendmentContent.class);
            return new Standing(wrong(plan, sent), doubtful(plan.content(), sent), List.of());
        } catch (InvalidInput unreadable) {
            return new Standing(unreadable.violations(), List.of(), List.of());
        }
    }

    private List<Violation> wrong(NationalPlan plan, AmendmentContent sent) {
        try {
            checked(plan, sent);
            return List.of();
        } catch (Conflict refused) {
            return List.of(
                    new Violation(TASKS, refused.main().code(), refused.main().args()));
        } catch (BusinessProblem refused) {
            return refused.violations();
        }
    }

    /** Days off among those that are new. */
    private List<Violation> doubtful(PlanContent before, AmendmentContent sent) {
        List<String> known = DaysOffRules.of(before, workingDays).stream()
                .map(AmendmentDrafting::said)
                .toList();
        return DaysOffRules.of(sent.plan(), workingDays).stream()
                .filter(one -> !known.contains(said(one)))
                .toList();
    }

    private static String said(Violation one) {
        return one.field() + one.code() + List.of(one.args());
    }

    /** What is in force; its tasks go by their numbers. */
    public Basis inForce(Amendment amendment) {
        return new Basis(FormData.toNode(plans.get(amendment.planId()).content()), Map.of(TASKS, NUMBER));
    }

    /**
     * The draft with a task as it is in force; one that was dropped comes back to its place.
     *
     * @throws InvalidInput on {@code step} if the offer is about no such task
     */
    public ObjectNode made(Amendment amendment, ObjectNode data, String offer) {
        String prefix = SectionedForm.AS_BEFORE + TASKS + ".";
        ArrayNode inForce = inForce(amendment).data().withArray(TASKS);
        int which = offer.startsWith(prefix) ? place(inForce, offer.substring(prefix.length())) : -1;
        if (which < 0) {
            throw new InvalidInput("step", "form.step.unknown");
        }
        ObjectNode made = data.deepCopy();
        ArrayNode drafted = made.withArray(TASKS);
        int there = place(drafted, number(inForce.get(which)));
        if (there >= 0) {
            drafted.set(there, inForce.get(which));
            return made;
        }
        int after = -1;
        for (int i = which - 1; i >= 0 && after < 0; i--) {
            after = place(drafted, number(inForce.get(i)));
        }
        drafted.insert(after + 1, inForce.get(which));
        return made;
    }

    private static int place(ArrayNode tasks, String number) {
        List<String> numbers = new ArrayList<>();
        tasks.forEach(task -> numbers.add(number(task)));
        return numbers.indexOf(number);
    }

    private static String number(JsonNode task) {
        return task.path(NUMBER).asText().strip();
    }
}
