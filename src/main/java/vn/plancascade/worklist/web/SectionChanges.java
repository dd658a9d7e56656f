package vn.plancascade.worklist.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.plancascade.worklist.form.FormPart;

/**
 * What a form in sections says otherwise than what it changes.
 *
 * @param isChange whether it changes anything else at all, and does not stand for itself
 * @param was what the fields that read otherwise said before, by their names
 * @param rows {@code added} or {@code changed}, by the rows that are
 * @param dropped the rows that are gone, by their lists
 */
record SectionChanges(
        boolean isChange, Map<String, String> was, Map<String, String> rows, Map<String, List<Dropped>> dropped) {

    static final SectionChanges NONE = new SectionChanges(false, Map.of(), Map.of(), Map.of());

    static final String ADDED = "added";
    static final String CHANGED = "changed";

    /** @param key by which it is the same row */
    record Dropped(String key, String title, String about) {}

    /** @param keys the fields by which rows are the same row, by their lists */
    static SectionChanges of(List<FormPart> before, List<FormPart> now, Map<String, String> keys) {
        SectionChanges changes = new SectionChanges(true, new LinkedHashMap<>(), new HashMap<>(), new HashMap<>());
        Map<String, String> then = FieldValues.of(before);
        Map<String, FormPart.Rows> lists = new HashMap<>();
        rows(before).forEach(list -> lists.put(list.name(), list));
        Set<String> inRows = new HashSet<>();
        for (FormPart.Rows list : rows(now)) {
            String key = keys.get(list.name());
            if (key != null && lists.containsKey(list.name())) {
                changes.compare(lists.get(list.name()), list, key);
                inRows.add(list.name());
            }
        }
        FieldValues.of(now).forEach((name, value) -> {
            if (!inRows.contains(SectionFindings.root(name)) && differ(then.get(name), value)) {
                changes.was.put(name, said(then.get(name)));
            }
        });
        return changes;
    }

    private static List<FormPart.Rows> rows(List<FormPart> parts) {
        return parts.stream()
                .filter(FormPart.Rows.class::isInstance)
                .map(FormPart.Rows.class::cast)
                .toList();
    }

    private void compare(FormPart.Rows before, FormPart.Rows now, String key) {
        Map<String, FormPart.Row> left = new LinkedHashMap<>();
        before.rows().forEach(row -> left.putIfAbsent(keyOf(before, row, key), row));
        for (FormPart.Row row : now.rows()) {
            String place = place(now, row);
            FormPart.Row same = left.remove(keyOf(now, row, key));
            if (same == null) {
                rows.put(place, ADDED);
                continue;
            }
            String then = place(before, same);
            Map<String, String> values = FieldValues.of(same.parts());
            FieldValues.of(row.parts()).forEach((name, value) -> {
                String earlier = values.get(then + name.substring(place.length()));
                if (differ(earlier, value)) {
                    was.put(name, said(earlier));
                    rows.put(place, CHANGED);
                }
            });
        }
        List<Dropped> gone = new ArrayList<>();
        left.forEach((no, row) -> gone.add(new Dropped(no, row.title(), SectionOutline.about(row))));
        dropped.put(now.name(), gone);
    }

    private static String place(FormPart.Rows list, FormPart.Row row) {
        return list.name() + "[" + row.index() + "]";
    }

    private static String keyOf(FormPart.Rows list, FormPart.Row row, String key) {
        return said(FieldValues.of(row.parts()).get(place(list, row) + "." + key));
    }

    private static boolean differ(String before, String now) {
        return !said(before).equals(said(now));
    }

    private static String said(String value) {
        return value == null ? "" : value.replace("\r\n", "\n").strip();
    }

    /** How many of the fields with these names, and of the rows of this list, are not as they were. */
    long count(String list, Set<String> roots) {
        return list != null && dropped.containsKey(list)
                ? rows.keySet().stream()
                                .filter(row -> SectionFindings.root(row).equals(list))
                                .count()
                        + dropped.get(list).size()
                : was.keySet().stream()
                        .filter(name -> roots.contains(SectionFindings.root(name)))
                        .count();
    }
}
