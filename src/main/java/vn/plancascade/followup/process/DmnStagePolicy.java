package vn.plancascade.followup.process;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.engine.DecisionService;
import org.springframework.stereotype.Component;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.followup.domain.PolicyVersions;
import vn.plancascade.followup.domain.StagePolicy;
import vn.plancascade.notification.Rung;
import vn.plancascade.notification.Stage.Audience;
import vn.plancascade.notification.Stage.Form;

/**
 * Asks the decision table {@code deadlinePolicy}: the one that an administrator put in force last, or the product's own. It is
 * named by its id, since a new version of the product deploys its own table again.
 */
@Component
class DmnStagePolicy implements StagePolicy {

    private final DecisionService decisions;
    private final PolicyVersions versions;

    DmnStagePolicy(DecisionService decisions, PolicyVersions versions) {
        this.decisions = decisions;
        this.versions = versions;
    }

    @Override
    public List<Decided> decide(DutyKind kind, int workingDays, int daysWaiting, DayOfWeek weekday) {
        Map<String, Object> variables = variables(kind, workingDays, daysWaiting, weekday);
        return decided(versions.definitionInForce()
                .map(decisions::evaluateDecisionTableById)
                .orElseGet(() -> decisions.evaluateDecisionTableByKey(FollowUpModel.DEADLINE_POLICY))
                .variables(variables)
                .evaluate());
    }

    static Map<String, Object> variables(DutyKind kind, int workingDays, int daysWaiting, DayOfWeek weekday) {
        return Map.of(
                "dutyKind",
                kind.name(),
                "workingDays",
                workingDays,
                "daysWaiting",
                daysWaiting,
                "weekday",
                weekday.name().toLowerCase(Locale.ROOT));
    }

    static List<Decided> decided(DmnDecisionTableResult result) {
        return result.stream().map(DmnStagePolicy::decided).toList();
    }

    private static Decided decided(DmnDecisionRuleResult rule) {
        Set<Audience> to = EnumSet.noneOf(Audience.class);
        Arrays.stream(text(rule, "to").split(","))
                .map(String::strip)
                .forEach(name -> to.add(named(Audience.class, name)));
        Rung rung = named(Rung.class, text(rule, "rung"));
        Form form = named(Form.class, text(rule, "form"));
        if (Form.of(rung) != form) {
            throw new IllegalStateException("The decision table %s tells %s by %s, which nobody would get"
                    .formatted(FollowUpModel.DEADLINE_POLICY, rung, form));
        }
        return new Decided(rung, to, form);
    }

    private static String text(DmnDecisionRuleResult rule, String output) {
        return String.valueOf((Object) rule.getEntry(output));
    }

    private static <E extends Enum<E>> E named(Class<E> type, String name) {
        try {
            return Enum.valueOf(type, name);
        } catch (IllegalArgumentException unknown) {
            throw new IllegalStateException(
                    "The decision table %s names %s, which is none of %s"
                            .formatted(FollowUpModel.DEADLINE_POLICY, name, Arrays.toString(type.getEnumConstants())),
                    unknown);
        }
    }
}
