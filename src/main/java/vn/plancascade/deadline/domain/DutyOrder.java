package vn.plancascade.deadline.domain;

import static vn.plancascade.kernel.VietnamTime.offset;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import vn.plancascade.deadline.Obligation;
import vn.plancascade.deadline.WatchedDuty;
import vn.plancascade.kernel.InvalidInput;

/**
 * In which order duties are listed, and how a list is read on from a row whatever was added or left it meanwhile: by the value
 * that it is sorted by, the unit's code and the id, never by a number of rows.
 */
record DutyOrder(String name, boolean down, Column column) {

    private static final String LATENESS = "daysLate";

    private static final Map<String, Column> COLUMNS = Map.ofEntries(
            text("unitCode", "o.unit_code", Obligation::unitCode),
            text("unitName", "u.name", Obligation::unitName),
            text("provinceCode", "u.province_code", Obligation::provinceCode),
            text("state", "o.state", duty -> duty.state().name()),
            text("kind", "o.kind", duty -> duty.kind().name()),
            text("period", "o.period", Obligation::period),
            text("documentNumber", "o.document_number", Obligation::documentNumber),
            moment("dueAt", "o.due_at", row -> row.duty().dueAt()),
            moment("originalDueAt", "o.original_due_at", row -> row.duty().originalDueAt()),
            moment("submittedAt", "o.submitted_at", row -> row.duty().submittedAt()),
            moment("issuedAt", "o.issued_at", row -> row.duty().issuedAt()),
            moment("stepSince", "o.step_since", WatchedDuty::stepSince),
            column("documentDate", "o.document_date", (row, now) -> row.duty().documentDate(), LocalDate::parse),
            number("timesReturned", "o.times_returned", (row, now) -> row.duty().timesReturned()),
            number("plan", "o.plan_id", (row, now) -> row.duty().planId()),
            number(LATENESS, WatchedSql.DAYS_LATE, (row, now) -> row.duty().daysLate(now)));

    /** @throws InvalidInput if there is no such column */
    static DutyOrder of(String sort) {
        String name = sort == null || sort.isEmpty() ? "unitCode" : sort;
        boolean down = name.startsWith("-");
        String plain = down ? name.substring(1) : name;
        Column column = COLUMNS.get(plain);
        if (column == null) {
            throw new InvalidInput("sort", "sort.unknown", String.join(", ", new TreeSet<>(COLUMNS.keySet())));
        }
        return new DutyOrder(name, down, column);
    }

    boolean isLatestFirst() {
        return down && name.endsWith(LATENESS);
    }

    boolean isLatestLast() {
        return name.equals(LATENESS);
    }

    String sql() {
        return column.sql + (down ? " desc" : "") + " nulls last, o.unit_code, o.id";
    }

    /** What to send to read on after this row. */
    String next(WatchedDuty last, Instant now) {
        Object value = column.of.apply(last, now);
        String text = String.join(
                "|", name, last.duty().unitCode(), "" + last.duty().id(), value == null ? "-" : "=" + value);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws InvalidInput if the place is none of a list in this order */
    String after(String place, Map<String, Object> params) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(place), StandardCharsets.UTF_8).split("\\|", 4);
            if (parts.length < 4 || !parts[0].equals(name)) {
                throw new IllegalArgumentException(place);
            }
            params.put("afterUnit", parts[1]);
            params.put("afterId", Long.valueOf(parts[2]));
            String behind = "(o.unit_code > :afterUnit or (o.unit_code = :afterUnit and o.id > :afterId))";
            if (parts[3].equals("-")) {
                return "(" + column.sql + " is null and " + behind + ")";
            }
            params.put("afterValue", column.parse.apply(parts[3].substring(1)));
            return "(%1$s %2$s :afterValue or %1$s is null or (%1$s = :afterValue and %3$s))"
                    .formatted("(" + column.sql + ")", down ? "<" : ">", behind);
        } catch (RuntimeException noPlace) {
            throw new InvalidInput("after", "after.unknown");
        }
    }

    private record Column(String sql, BiFunction<WatchedDuty, Instant, Object> of, Function<String, Object> parse) {}

    private static Map.Entry<String, Column> text(String name, String sql, Function<Obligation, Object> of) {
        return column(name, sql, (row, now) -> of.apply(row.duty()), text -> text);
    }

    private static Map.Entry<String, Column> moment(String name, String sql, Function<WatchedDuty, Object> of) {
        return column(name, sql, (row, now) -> of.apply(row), text -> offset(Instant.parse(text)));
    }

    private static Map.Entry<String, Column> number(
            String name, String sql, BiFunction<WatchedDuty, Instant, Object> of) {
        return column(name, sql, of, Long::valueOf);
    }

    private static Map.Entry<String, Column> column(
            String name, String sql, BiFunction<WatchedDuty, Instant, Object> of, Function<String, Object> parse) {
        return Map.entry(name, new Column(sql, of, parse));
    }
}
