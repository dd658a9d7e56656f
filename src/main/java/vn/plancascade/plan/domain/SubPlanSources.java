package vn.plancascade.plan.domain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.plancascade.deadline.Obligations;
import vn.plancascade.kernel.Names;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.plan.PlanContent.Task;
import vn.plancascade.plan.SubPlanContent;
import vn.plancascade.plan.SubPlanContent.Item;
import vn.plancascade.plan.SubPlanContent.Response;
import vn.plancascade.worklist.ApprovalRounds;
import vn.plancascade.worklist.FormData;

/** Where a unit's answers may be copied from: what it issued for the year before, and what the plan above suggests. */
@Service
@Transactional(readOnly = true)
public class SubPlanSources {

    private static final String SUGGESTION = "suggestion";
    private static final String YEAR_BEFORE = "yearBefore";

    private final SubPlans subPlans;
    private final PlanRepository plans;
    private final Obligations obligations;
    private final ApprovalRounds rounds;

    SubPlanSources(SubPlans subPlans, PlanRepository plans, Obligations obligations, ApprovalRounds rounds) {
        this.subPlans = subPlans;
        this.plans = plans;
        this.obligations = obligations;
        this.rounds = rounds;
    }

    /** Those that have something for this plan: {@code yearBefore}, {@code suggestion}. */
    public List<String> names(long obligationId) {
        return Stream.of(YEAR_BEFORE, SUGGESTION)
                .filter(source -> !answers(obligationId, source).isEmpty())
                .toList();
    }

    /** A draft with the blanks of these rows filled; an answer of the other kind stays as it is. */
    public ObjectNode copied(long obligationId, ObjectNode data, String source, Set<Integer> rows) {
        Map<String, Item> answers = answers(obligationId, source).stream()
                .collect(Collectors.toMap(Item::taskNo, Function.identity(), (one, other) -> one));
        ObjectNode copied = data.deepCopy();
        JsonNode items = copied.path("items");
        rows.stream().filter(items::has).map(items::get).forEach(row -> {
            Item answer = answers.get(row.path("taskNo").asText(""));
            if (answer != null) {
                fill((ObjectNode) row, answer);
            }
        });
        return copied;
    }

    private List<Item> answers(long obligationId, String source) {
        return source.equals(YEAR_BEFORE) ? yearBefore(obligationId) : suggestions(obligationId);
    }

    private static void fill(ObjectNode row, Item answer) {
        String response = text(row.path("response"));
        if (!response.isBlank() && !response.equals(answer.response().name())) {
            return;
        }
        ObjectNode filled = FormData.toNode(answer);
        SubPlanWorkbook.FIELDS.stream()
                .filter(field -> text(row.path(field)).isBlank())
                .forEach(field -> row.put(field, text(filled.path(field))));
    }

    private static String text(JsonNode value) {
        return value.isNull() ? "" : value.asText("");
    }

    /** What the plan above suggests, as answers to its tasks. */
    private List<Item> suggestions(long obligationId) {
        return subPlans.work(obligationId).tasks().stream()
                .filter(task -> task.suggestion() != null && !task.suggestion().isBlank())
                .map(task -> adopted(task, task.suggestion()))
                .toList();
    }

    private static Item adopted(Task task, String activity) {
        return new Item(
                task.no(),
                task.title(),
                task.mandatory(),
                Response.adopted,
                activity,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** What the unit answered a year before to the tasks that are the same, with its days a year later. */
    private List<Item> yearBefore(long obligationId) {
        SubPlans.Work work = subPlans.work(obligationId);
        List<Item> before = plans.issuedFor(work.plan().content().year() - 1).stream()
                .map(plan -> obligations.subPlan(plan.id(), work.unit().code()))
                .flatMap(Optional::stream)
                .filter(duty -> duty.issuedAt() != null)
                .map(duty -> rounds.latest(duty.subject()))
                .flatMap(Optional::stream)
                .flatMap(round -> FormData.read(round.content(), SubPlanContent.class).items().stream())
                .filter(item -> item.response() != null)
                .toList();
        return work.tasks().stream()
                .map(task -> before.stream()
                        .filter(item -> isSame(item, task))
                        .findFirst()
                        .map(item -> aYearLater(item, task)))
                .flatMap(Optional::stream)
                .toList();
    }

    /** The same words but for years and numbers; or the same number and at least half of the words. */
    static boolean isSame(Item item, Task task) {
        Set<String> asked = words(task.title());
        Set<String> answered = words(item.taskTitle());
        if (asked.equals(answered)) {
            return !asked.isEmpty();
        }
        Set<String> shared = new HashSet<>(asked);
        shared.retainAll(answered);
        return Objects.equals(item.taskNo(), task.no())
                && shared.size() * 2 >= Math.max(asked.size(), answered.size())
                && !shared.isEmpty();
    }

    private static Set<String> words(String title) {
        return Arrays.stream(Names.folded(Objects.toString(title, "")).split("[^\\p{L}]+"))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
    }

    private static Item aYearLater(Item item, Task task) {
        return new Item(
                task.no(),
                task.title(),
                task.mandatory(),
                item.response(),
                item.activity(),
                item.inCharge(),
                later(item.from()),
                later(item.to()),
                item.budget(),
                item.output(),
                item.reason(),
                null);
    }

    /** Words that are no day stay as they are. */
    private static String later(String day) {
        return day == null
                ? null
                : VietnamTime.day(day).map(one -> one.plusYears(1).toString()).orElse(day);
    }
}
