package vn.plancascade.organisation.transfer;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.plancascade.organisation.Relation;

/** Units and people as they stand, with what is already entered for days to come: what an import is compared with. */
final class Present {

    final Map<String, Map<Table.Column, String>> units = new HashMap<>();
    final Map<String, LocalDate> validTo = new HashMap<>();
    final Map<Relation, Map<String, String>> superiors =
            Map.of(Relation.PARENT, new HashMap<>(), Relation.REPORTS_TO, new HashMap<>());
    final Map<String, Known> people = new HashMap<>();
    /** Roles that have not ended, with the day on which they will, by {@code login role:unit}. */
    final Map<String, Held> roles = new HashMap<>();
    /** Logins of the heads, by unit. */
    final Map<String, Set<String>> heads = new HashMap<>();

    final Set<String> provinces = new HashSet<>();

    record Known(String fullName, String email, String locale) {}

    record Held(LocalDate from, LocalDate to) {}

    /** Reads all of it, in five statements. */
    @Component
    static class Reader {

        private final JdbcClient jdbc;

        Reader(JdbcClient jdbc) {
            this.jdbc = jdbc;
        }

        Present read(LocalDate today) {
            Present present = new Present();
            jdbc.sql("select * from unit").query(row -> {
                Map<Table.Column, String> unit = new java.util.EnumMap<>(Table.Column.class);
                UnitPlan.STORED.forEach((column, name) -> {
                    try {
                        unit.put(column, row.getString(name));
                    } catch (java.sql.SQLException failed) {
                        throw new IllegalStateException(failed);
                    }
                });
                String code = row.getString("code");
                present.units.put(code, unit);
                present.validTo.put(code, row.getObject("valid_to", LocalDate.class));
            });
            jdbc.sql("select * from unit_change where not applied order by effective_from, id")
                    .query(row -> {
                        Map<Table.Column, String> unit = present.units.get(row.getString("unit_code"));
                        for (var stored : UnitPlan.STORED.entrySet()) {
                            String value = row.getString(stored.getValue());
                            if (value != null) {
                                unit.put(stored.getKey(), Cells.NOTHING.equals(value) ? null : value);
                            }
                        }
                    });
            jdbc.sql("select unit_code, relation, superior_code from unit_relation where valid_to is null")
                    .query(row -> {
                        present.superiors
                                .get(Relation.valueOf(row.getString(2)))
                                .put(row.getString(1), row.getString(3));
                    });
            jdbc.sql("select login, full_name, email, locale from person").query(row -> {
                present.people.put(row.getString(1), new Known(row.getString(2), row.getString(3), row.getString(4)));
            });
            jdbc.sql("""
                            select login, unit_code, role, valid_from, valid_to from role_assignment
                            where substitution_id is null and (valid_to is null or valid_to > :today)""").param("today", today).query(row -> {
                String unit = row.getString(2);
                LocalDate to = row.getObject(5, LocalDate.class);
                present.roles.put(
                        role(row.getString(1), row.getString(3), unit),
                        new Held(row.getObject(4, LocalDate.class), to));
                if (row.getString(3).equals("head") && to == null) {
                    present.heads.computeIfAbsent(unit, any -> new HashSet<>()).add(row.getString(1));
                }
            });
            present.provinces.addAll(List.copyOf(
                    jdbc.sql("select code from province").query(String.class).list()));
            return present;
        }
    }

    static String role(String login, String role, String unit) {
        return login + " " + role + ":" + unit;
    }
}
