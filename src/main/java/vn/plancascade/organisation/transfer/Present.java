package vn.plancascade.organisation.transfer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.plancascade.organisation.Relation;
import vn.plancascade.organisation.Valid;

/** Units and people as they stand, and as they will by what is already entered: what an import is compared with. */
final class Present {

    private final Map<String, Map<Table.Column, String>> units = new HashMap<>();
    /** Changes that wait for their day, oldest first; a value of '-' is taken away. */
    private final Map<String, List<Pending>> pending = new HashMap<>();

    final Map<String, LocalDate> validFrom = new HashMap<>();
    final Map<String, LocalDate> validTo = new HashMap<>();
    final Map<Relation, Superiors> superiors =
            Map.of(Relation.PARENT, new Superiors(), Relation.REPORTS_TO, new Superiors());
    final Map<String, Known> people = new HashMap<>();
    /** Logins as they are written, by their small letters. */
    final Map<String, String> logins = new HashMap<>();

    final HeldRoles roles = new HeldRoles();
    final Set<String> provinces = new HashSet<>();

    record Known(String fullName, String email, String phone, String locale) {}

    private record Pending(LocalDate from, Map<Table.Column, String> values) {}

    boolean has(String unit) {
        return units.containsKey(unit);
    }

    /** The value that counts on a day from today on; null where there is none. */
    String valueOn(String unit, Table.Column column, LocalDate day) {
        String value = units.get(unit).get(column);
        for (Pending change : pending.getOrDefault(unit, List.of())) {
            if (!change.from().isAfter(day) && change.values().containsKey(column)) {
                value = change.values().get(column);
            }
        }
        return Cells.NOTHING.equals(value) ? null : value;
    }

    /** Reads all of it, in six statements. */
    @Component
    static class Reader {

        private final JdbcClient jdbc;

        Reader(JdbcClient jdbc) {
            this.jdbc = jdbc;
        }

        Present read(LocalDate today) {
            Present present = new Present();
            jdbc.sql("select * from unit").query(row -> {
                String code = row.getString("code");
                present.units.put(code, stored(row));
                present.validFrom.put(code, day(row, "valid_from"));
                present.validTo.put(code, day(row, "valid_to"));
            });
            jdbc.sql("select * from unit_change where not applied order by effective_from, id")
                    .query(row -> {
                        Map<Table.Column, String> changed = stored(row);
                        changed.values().removeIf(java.util.Objects::isNull);
                        present.pending
                                .computeIfAbsent(row.getString("unit_code"), any -> new ArrayList<>())
                                .add(new Pending(day(row, "effective_from"), changed));
                    });
            jdbc.sql("""
                            select unit_code, relation, superior_code, valid_from, valid_to from unit_relation
                            where %s""".formatted(Valid.notEnded("unit_relation", "today")))
                    .param("today", today)
                    .query(row -> {
                        present.superiors
                                .get(Relation.valueOf(row.getString("relation")))
                                .add(
                                        row.getString("unit_code"),
                                        new Superiors.Span(
                                                day(row, "valid_from"),
                                                day(row, "valid_to"),
                                                row.getString("superior_code")));
                    });
            jdbc.sql("select login, full_name, email, phone, locale from person")
                    .query(row -> {
                        present.logins.put(row.getString(1).toLowerCase(Locale.ROOT), row.getString(1));
                        present.people.put(
                                row.getString(1),
                                new Known(row.getString(2), row.getString(3), row.getString(4), row.getString(5)));
                    });
            jdbc.sql("""
                            select id, login, unit_code, role, valid_from, valid_to from role_assignment
                            where substitution_id is null""").query(row -> {
                present.roles.add(
                        new HeldRoles.Key(row.getString("login"), row.getString("role"), row.getString("unit_code")),
                        row.getLong("id"),
                        day(row, "valid_from"),
                        day(row, "valid_to"));
            });
            present.provinces.addAll(List.copyOf(
                    jdbc.sql("select code from province").query(String.class).list()));
            return present;
        }

        private static Map<Table.Column, String> stored(ResultSet row) throws SQLException {
            Map<Table.Column, String> values = new EnumMap<>(Table.Column.class);
            for (var stored : UnitPlan.STORED.entrySet()) {
                values.put(stored.getKey(), row.getString(stored.getValue()));
            }
            return values;
        }

        private static LocalDate day(ResultSet row, String column) throws SQLException {
            return row.getObject(column, LocalDate.class);
        }
    }
}
