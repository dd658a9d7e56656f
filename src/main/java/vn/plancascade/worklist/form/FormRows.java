package vn.plancascade.worklist.form;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The rows of a form's lists: one more, one less, one moved. A row is named as violations name it, such as {@code tasks[3]}. */
public final class FormRows {

    private static final Pattern ROW = Pattern.compile("(.+)\\[(\\d{1,4})]");

    private FormRows() {}

    /**
     * A row more.
     *
     * @param place a list of the form, at the end of which it comes, or the row after which it comes
     * @return the new row, such as {@code tasks[3]}
     */
    public static String add(ObjectNode data, String place) {
        Matcher after = ROW.matcher(place);
        String list = after.matches() ? after.group(1) : place;
        int size = FieldPath.of(list).in(data).size();
        FieldPath.of(list + "[" + size + "]").put(data, JsonNodeFactory.instance.objectNode());
        int at = after.matches() ? Math.min(Integer.parseInt(after.group(2)) + 1, size) : size;
        put((ArrayNode) FieldPath.of(list).in(data), size, at);
        return list + "[" + at + "]";
    }

    /** Moves a row of a list one place up or down, where there is one. */
    public static void move(ObjectNode data, String row, boolean up) {
        Matcher place = ROW.matcher(row);
        if (place.matches() && FieldPath.of(place.group(1)).in(data) instanceof ArrayNode rows) {
            int from = Integer.parseInt(place.group(2));
            int to = up ? from - 1 : from + 1;
            if (from < rows.size() && to >= 0 && to < rows.size()) {
                put(rows, from, to);
            }
        }
    }

    private static void put(ArrayNode rows, int from, int to) {
        rows.insert(to, rows.remove(from));
    }

    /** @param row such as {@code addedTasks[1]} */
    public static void remove(ObjectNode data, String row) {
        FieldPath.of(row).remove(data);
    }
}
