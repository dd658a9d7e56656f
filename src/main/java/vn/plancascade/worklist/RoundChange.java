package vn.plancascade.worklist;

import java.util.List;
import java.util.Objects;

/**
 * One thing that a new round says otherwise.
 *
 * @param item what it is about, such as a task's number or an indicator; null for the whole document
 * @param field the key of the text that names it; null where the item says it all
 * @param before in words; null where there was nothing
 * @param now in words; null where there is nothing any more
 */
public record RoundChange(String item, String field, String before, String now) {

    /** Adds the change, if it is one. */
    public static void add(List<RoundChange> changes, String item, String field, String before, String now) {
        String was = before == null || before.isBlank() ? null : before;
        String is = now == null || now.isBlank() ? null : now;
        if (!Objects.equals(was, is)) {
            changes.add(new RoundChange(item, field, was, is));
        }
    }
}
