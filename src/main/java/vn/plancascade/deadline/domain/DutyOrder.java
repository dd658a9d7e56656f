package vn.plancascade.deadline.domain;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import vn.plancascade.deadline.WatchedDuty;
import vn.plancascade.kernel.InvalidInput;

/**
 * In which order duties are listed, and how a list is read on from a row whatever was added or left it meanwhile: by the value
 * that it is sorted by, the unit's code and the id, never by a number of rows.
 */
record DutyOrder(String name, boolean down, DutyColumn by) {

    private static final String UNIT = "o.unit_code";

    /** @throws InvalidInput if there is no such column */
    static DutyOrder of(String sort) {
        String name = sort == null || sort.isEmpty() ? "unitCode" : sort;
        boolean down = name.startsWith("-");
        String plain = down ? name.substring(1) : name;
        return new DutyOrder(name, down, DutyColumn.of(plain));
    }

    boolean isLatestFirst() {
        return down && name.endsWith(DutyColumn.LATENESS);
    }

    boolean isLatestLast() {
        return name.equals(DutyColumn.LATENESS);
    }

    /** No column twice: H2 would lose it where there are more rows than it sorts in memory. */
    String sql() {
        return by.sql() + direction() + (by.sql().equals(UNIT) ? "" : ", " + UNIT) + ", o.id";
    }

    String column() {
        return by.sql();
    }

    String direction() {
        return (down ? " desc" : "") + " nulls last";
    }

    /** How many duties each value of the column has, in this order; nothing of a column with a value of its own in each row. */
    Optional<String> values(String where) {
        return by.few()
                ? Optional.of("select %1$s as v, count(*) as n%2$s%3$s group by %1$s order by %1$s%4$s limit %5$d"
                        .formatted(by.sql(), DutyPage.from(where + by.sql()), where, direction(), DutyValues.MOST + 1))
                : Optional.empty();
    }

    /** One row of {@link #values}. */
    DutyValues.Value value(ResultSet row) throws SQLException {
        Object value = by.type().read(row);
        return new DutyValues.Value(value == null ? null : value.toString(), row.getLong("n"));
    }

    Object param(String value) {
        return by.type().param(value);
    }

    /** What to send to read on after this row. */
    String next(WatchedDuty last, Instant now) {
        Object value = by.cell().of(last, now);
        String text = String.join(
                "|", name, last.duty().unitCode(), "" + last.duty().id(), value == null ? "-" : "=" + value);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** @param value null where the row has none */
    record Place(String value, String unitCode, long id) {}

    /** Behind a place among the rows with the same value. */
    static final String BEHIND = "(o.unit_code > :afterUnit or (o.unit_code = :afterUnit and o.id > :afterId))";

    /** @throws InvalidInput if the place is none of a list in this order */
    Place place(String sent, Map<String, Object> params) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(sent), StandardCharsets.UTF_8).split("\\|", 4);
            if (parts.length < 4 || !parts[0].equals(name)) {
                throw new IllegalArgumentException(sent);
            }
            Place place =
                    new Place(parts[3].equals("-") ? null : parts[3].substring(1), parts[1], Long.parseLong(parts[2]));
            params.put("afterUnit", place.unitCode());
            params.put("afterId", place.id());
            if (place.value() != null) {
                params.put("afterValue", param(place.value()));
            }
            return place;
        } catch (RuntimeException noPlace) {
            throw new InvalidInput("after", "after.unknown");
        }
    }

    String after(Place place) {
        return place.value() == null
                ? "(" + by.sql() + " is null and " + BEHIND + ")"
                : "(%1$s %2$s :afterValue or %1$s is null or (%1$s = :afterValue and %3$s))"
                        .formatted("(" + by.sql() + ")", down ? "<" : ">", BEHIND);
    }
}
