package vn.plancascade.deadline.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.plancascade.deadline.domain.DutyOrder.Place;
import vn.plancascade.kernel.PageRequest;

/**
 * How many duties have each value of a column that has few, in the order of a list. They tell which values a page shows before any
 * row is read; of a value that many duties have, only as many as the page reaches are read, in the order of their units.
 */
record DutyValues(DutyOrder order, List<Value> values) {

    /** Where a column has more values than that, its rows are sorted sooner. */
    static final int MOST = 1_000;

    /** @param text of the value, null for none */
    record Value(String text, long duties) {}

    /**
     * The ids of a page's duties, {@code :size} of them; nothing where its values cannot be told.
     *
     * @param after the row that the page begins behind, or null
     */
    Optional<String> page(String where, Place after, PageRequest page, Map<String, Object> params) {
        int first = 0;
        long skip = after == null ? page.offset() : 0;
        if (after == null) {
            while (first < values.size() && values.get(first).duties() <= skip) {
                skip -= values.get(first).duties();
                first++;
            }
        } else {
            first = values.stream().map(Value::text).toList().indexOf(after.value());
        }
        if (first < 0 || first == values.size() || values.size() > MOST) {
            return Optional.empty();
        }
        params.put("skip", skip);
        params.put("reach", skip + page.size() + 1);
        List<String> parts = new ArrayList<>();
        List<Object> rare = new ArrayList<>();
        long missing = skip + page.size() + 1;
        for (int i = first; i < values.size() && missing > 0; i++) {
            Value value = values.get(i);
            boolean begins = i == first && after != null;
            if (begins || value.text() == null || value.duties() > DutyPage.FEW) {
                parts.add(part(where + (begins ? " and " + DutyOrder.BEHIND : ""), value, "value" + i, params));
            } else {
                rare.add(order.param(value.text()));
            }
            missing -= begins ? 0 : value.duties();
        }
        if (!rare.isEmpty()) {
            params.put("rare", rare);
            parts.add("(" + select(where) + " and " + order.column() + " in (:rare))");
        }
        return Optional.of("select k.id from (" + String.join(" union all ", parts) + ") k order by k.v"
                + order.direction() + ", k.unit_code, k.id limit :size offset :skip");
    }

    private String part(String where, Value value, String name, Map<String, Object> params) {
        String equal = " is null";
        if (value.text() != null) {
            params.put(name, order.param(value.text()));
            equal = " = :" + name;
        }
        String select = select(where) + " and " + order.column() + equal;
        return value.duties() > DutyPage.FEW
                ? "(" + select + " order by o.unit_code, o.id limit :reach)"
                : "(" + select + ")";
    }

    private String select(String where) {
        return "select o.id, o.unit_code, " + order.column() + " as v" + DutyPage.from(where + order.column()) + where;
    }
}
