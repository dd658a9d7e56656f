package vn.plancascade.deadline.domain;

import static vn.plancascade.kernel.VietnamTime.offset;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import vn.plancascade.deadline.Obligation;
import vn.plancascade.deadline.WatchedDuty;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.kernel.Rows;

/**
 * A column by which duties are listed.
 *
 * @param few whether many duties share each of its values
 */
record DutyColumn(String sql, Type type, Cell cell, boolean few) {

    static final String LATENESS = "daysLate";

    private static final Map<String, DutyColumn> COLUMNS = Map.ofEntries(
            own("unitCode", "o.unit_code", Type.text, Obligation::unitCode),
            own("unitName", "u.name", Type.text, Obligation::unitName),
            few("provinceCode", "u.province_code", Type.text, Obligation::provinceCode),
            few("state", "o.state", Type.text, duty -> duty.state().name()),
            few("kind", "o.kind", Type.text, duty -> duty.kind().name()),
            few("period", "o.period", Type.text, Obligation::period),
            own("documentNumber", "o.document_number", Type.text, Obligation::documentNumber),
            few("dueAt", "o.due_at", Type.moment, Obligation::dueAt),
            few("originalDueAt", "o.original_due_at", Type.moment, Obligation::originalDueAt),
            own("submittedAt", "o.submitted_at", Type.moment, Obligation::submittedAt),
            own("issuedAt", "o.issued_at", Type.moment, Obligation::issuedAt),
            Map.entry("stepSince", new DutyColumn("o.step_since", Type.moment, (row, now) -> row.stepSince(), false)),
            few("documentDate", "o.document_date", Type.day, Obligation::documentDate),
            few("timesReturned", "o.times_returned", Type.number, Obligation::timesReturned),
            few("plan", "o.plan_id", Type.number, Obligation::planId),
            Map.entry(
                    LATENESS,
                    new DutyColumn(
                            WatchedSql.DAYS_LATE,
                            Type.number,
                            (row, now) -> row.duty().daysLate(now),
                            false)));

    /** @throws InvalidInput if there is none of that name */
    static DutyColumn of(String name) {
        DutyColumn column = COLUMNS.get(name);
        if (column == null) {
            throw new InvalidInput("sort", "sort.unknown", String.join(", ", new TreeSet<>(COLUMNS.keySet())));
        }
        return column;
    }

    /** What a duty has in it, null for nothing. */
    interface Cell {
        Object of(WatchedDuty row, Instant now);
    }

    /** How a value is read from a row, where it is {@code v}, and sent as a parameter. */
    enum Type {
        text(row -> row.getString("v"), value -> value),
        moment(row -> Rows.instant(row, "v"), value -> offset(Instant.parse(value))),
        day(row -> row.getObject("v", LocalDate.class), LocalDate::parse),
        number(row -> row.getLong("v"), Long::valueOf);

        private final Reading reading;
        private final Function<String, Object> parse;

        Type(Reading reading, Function<String, Object> parse) {
            this.reading = reading;
            this.parse = parse;
        }

        Object read(ResultSet row) throws SQLException {
            return reading.of(row);
        }

        /** @throws RuntimeException if the text is no such value's */
        Object param(String value) {
            return parse.apply(value);
        }
    }

    private interface Reading {
        Object of(ResultSet row) throws SQLException;
    }

    private static Map.Entry<String, DutyColumn> few(
            String name, String sql, Type type, Function<Obligation, Object> cell) {
        return Map.entry(name, new DutyColumn(sql, type, (row, now) -> cell.apply(row.duty()), true));
    }

    private static Map.Entry<String, DutyColumn> own(
            String name, String sql, Type type, Function<Obligation, Object> cell) {
        return Map.entry(name, new DutyColumn(sql, type, (row, now) -> cell.apply(row.duty()), false));
    }
}
