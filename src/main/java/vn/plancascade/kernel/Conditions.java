package vn.plancascade.kernel;

import java.util.List;
import java.util.Map;

/** Parts of a {@code where} clause that are there only if they were asked for. */
public final class Conditions {

    private Conditions() {}

    /**
     * Adds that the column has this value, by a parameter of this name; nothing where it is null.
     *
     * @param value a constant counts by its name
     */
    public static void equal(
            List<String> conditions, Map<String, Object> params, String column, String name, Object value) {
        if (value != null) {
            conditions.add(column + " = :" + name);
            params.put(name, value instanceof Enum<?> constant ? constant.name() : value);
        }
    }
}
