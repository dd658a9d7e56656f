package vn.plancascade.plan.domain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.plan.SubPlanContent;
import vn.plancascade.plan.SubPlanContent.AddedTask;
import vn.plancascade.plan.SubPlanContent.Item;
import vn.plancascade.worklist.RoundChange;

/** What a sub-plan says otherwise than the round before, answer by answer. */
public final class SubPlanChanges {

    /** The fields of an answer by the keys of their names. */
    private static final Map<String, Function<Item, String>> FIELDS = new LinkedHashMap<>();

    static {
        FIELDS.put("change.activity", Item::activity);
        FIELDS.put("change.reason", Item::reason);
        FIELDS.put("change.inCharge", Item::inCharge);
        FIELDS.put("change.from", item -> day(item.from()));
        FIELDS.put("change.to", item -> day(item.to()));
        FIELDS.put("change.budget", Item::budget);
        FIELDS.put("change.output", Item::output);
    }

    private SubPlanChanges() {}

    /** @param response an answer of one kind in words */
    public static List<RoundChange> of(
            SubPlanContent before, SubPlanContent now, Function<SubPlanContent.Response, String> response) {
        List<RoundChange> changes = new ArrayList<>();
        RoundChange.add(changes, null, "change.title", before.title(), now.title());
        Map<String, Item> was = byNumber(before.items());
        Map<String, Item> is = byNumber(now.items());
        for (String no : both(was.keySet(), is.keySet())) {
            Function<Function<Item, String>, String> then =
                    field -> was.containsKey(no) ? field.apply(was.get(no)) : null;
            Function<Function<Item, String>, String> today =
                    field -> is.containsKey(no) ? field.apply(is.get(no)) : null;
            Function<Item, String> said = item -> item.response() == null ? null : response.apply(item.response());
            RoundChange.add(changes, no, "change.response", then.apply(said), today.apply(said));
            FIELDS.forEach((name, field) -> RoundChange.add(changes, no, name, then.apply(field), today.apply(field)));
        }
        Map<String, String> gave = added(before);
        Map<String, String> gives = added(now);
        both(gave.keySet(), gives.keySet())
                .forEach(no -> RoundChange.add(changes, no, "change.added", gave.get(no), gives.get(no)));
        RoundChange.add(changes, null, "change.note", before.note(), now.note());
        return changes;
    }

    private static Set<String> both(Set<String> before, Set<String> now) {
        Set<String> both = new LinkedHashSet<>(now);
        both.addAll(before);
        return both;
    }

    private static Map<String, Item> byNumber(List<Item> items) {
        Map<String, Item> byNumber = new LinkedHashMap<>();
        items.forEach(item -> byNumber.put(item.taskNo(), item));
        return byNumber;
    }

    private static Map<String, String> added(SubPlanContent content) {
        Map<String, String> added = new LinkedHashMap<>();
        for (AddedTask task : content.addedTasks()) {
            added.put(task.no(), task.title() + (task.content() == null ? "" : ": " + task.content()));
        }
        return added;
    }

    private static String day(String text) {
        return text == null
                ? null
                : VietnamTime.day(text).map(VietnamTime::text).orElse(text);
    }
}
