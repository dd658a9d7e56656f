package vn.plancascade.organisation.transfer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import vn.plancascade.kernel.Mailbox;
import vn.plancascade.organisation.Role;
import vn.plancascade.organisation.UnitImport.Changes;
import vn.plancascade.organisation.transfer.Present.Held;
import vn.plancascade.organisation.transfer.Present.Known;
import vn.plancascade.organisation.transfer.Table.Column;
import vn.plancascade.organisation.transfer.Table.Row;

/** What rows of people, and the heads named in rows of units, change, without changing anything. */
final class PeoplePlan {

    private static final Pattern LOGIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{1,79}");

    private final Present present;
    private final Map<String, Role> roleNames;
    private final LocalDate today;
    private final Problems problems;

    final List<Map<String, Object>> inserts = new ArrayList<>();
    final List<Map<String, Object>> updates = new ArrayList<>();
    final List<Map<String, Object>> given = new ArrayList<>();
    final List<Map<String, Object>> ended = new ArrayList<>();

    private final Map<String, Integer> rowOf = new LinkedHashMap<>();
    private final List<String> added = new ArrayList<>();
    private final List<String> changed = new ArrayList<>();
    private int unchanged;
    private final List<String> rolesGiven = new ArrayList<>();
    private final List<String> rolesEnded = new ArrayList<>();
    private int rolesUnchanged;

    PeoplePlan(Present present, Map<String, Role> roleNames, LocalDate today, Problems problems) {
        this.present = present;
        this.roleNames = roleNames;
        this.today = today;
        this.problems = problems;
    }

    Changes people() {
        return new Changes(
                added.size(), changed.size(), 0, unchanged, UnitPlan.some(added), UnitPlan.some(changed), List.of());
    }

    Changes roles() {
        return new Changes(
                rolesGiven.size(),
                0,
                rolesEnded.size(),
                rolesUnchanged,
                UnitPlan.some(rolesGiven),
                List.of(),
                UnitPlan.some(rolesEnded));
    }

    void heads(Table table, UnitPlan units) {
        for (UnitPlan.HeadRow head : units.heads) {
            Row row = head.row();
            String login = row.get(Column.headLogin);
            person(table, row, Column.headLogin, Column.headName, Column.headEmail, login, null);
            // Whoever headed the unit until now does so no longer.
            for (String former : present.heads.getOrDefault(head.unit(), java.util.Set.of())) {
                if (!former.equals(login)) {
                    end(former, Role.head, head.unit(), head.from());
                }
            }
            give(login, Role.head, head.unit(), row.get(Column.headTitle), head.from(), null);
        }
    }

    void rows(Table table, UnitPlan units) {
        for (Row row : table.rows) {
            String login = row.get(Column.login);
            if (login == null) {
                problem(table, row, Column.login, "required");
                continue;
            }
            person(table, row, Column.login, Column.fullName, Column.email, login, row.get(Column.locale));
            role(table, row, units, login);
        }
    }

    private void role(Table table, Row row, UnitPlan units, String login) {
        String unit = row.get(Column.unitCode);
        String name = row.get(Column.role);
        if (unit == null && name == null) {
            return;
        }
        Role role = name == null ? null : roleNames.get(name.toLowerCase(java.util.Locale.ROOT));
        if (role == null) {
            problem(table, row, Column.role, name == null ? "required" : "import.roleUnknown", String.valueOf(name));
        }
        boolean known = unit != null && (units == null ? present.units.containsKey(unit) : units.isKnown(unit));
        if (!known) {
            problem(table, row, Column.unitCode, unit == null ? "required" : "unit.unknown", String.valueOf(unit));
        }
        if (role == null || !known) {
            return;
        }
        LocalDate from = Cells.date(row.get(Column.validFrom));
        LocalDate to = Cells.date(row.get(Column.validTo));
        if (from != null && to != null && !to.isAfter(from)) {
            problem(table, row, Column.validTo, "import.backwards");
            return;
        }
        give(login, role, unit, row.get(Column.title), from == null ? today : from, to);
    }

    private void person(
            Table table,
            Row row,
            Column loginColumn,
            Column nameColumn,
            Column emailColumn,
            String login,
            String locale) {
        if (!LOGIN.matcher(login).matches()) {
            problem(table, row, loginColumn, "person.login");
            return;
        }
        String name = row.get(nameColumn);
        String sentEmail = row.get(emailColumn);
        if (sentEmail != null && !sentEmail.equals(Cells.NOTHING) && !Mailbox.isValid(sentEmail)) {
            problem(table, row, emailColumn, "mailbox.form");
        }
        if (locale != null && !locale.equals("vi") && !locale.equals("en")) {
            problem(table, row, Column.locale, "person.locale");
        }
        Known before = present.people.get(login);
        if (before == null && name == null) {
            problem(table, row, nameColumn, "required");
            return;
        }
        String email = sentEmail == null
                ? before == null ? null : before.email()
                : sentEmail.equals(Cells.NOTHING) ? null : sentEmail;
        Known after = new Known(
                name == null ? before.fullName() : name,
                email,
                locale != null ? locale : before == null ? "vi" : before.locale());
        Integer earlier = rowOf.putIfAbsent(login, row.number);
        if (earlier != null) {
            if (!after.equals(before)) {
                problem(table, row, loginColumn, "import.personDiffers", login, earlier);
            }
            return;
        }
        if (after.equals(before)) {
            unchanged++;
            return;
        }
        Map<String, Object> values = new HashMap<>();
        values.put("login", login);
        values.put("name", after.fullName());
        values.put("email", after.email());
        values.put("locale", after.locale());
        (before == null ? inserts : updates).add(values);
        (before == null ? added : changed).add(login);
        present.people.put(login, after);
    }

    /** A role that is held already is only ended, where the row says when. */
    private void give(String login, Role role, String unit, String title, LocalDate from, LocalDate to) {
        String key = Present.role(login, role.name(), unit);
        Held held = present.roles.get(key);
        if (held != null) {
            if (to == null || to.equals(held.to())) {
                rolesUnchanged++;
            } else {
                end(login, role, unit, to);
            }
            return;
        }
        if (to != null && !to.isAfter(today)) {
            // It was over before it could be entered.
            rolesUnchanged++;
            return;
        }
        Map<String, Object> values = values(login, role, unit);
        values.put("title", title);
        values.put("from", from);
        values.put("to", to);
        given.add(values);
        present.roles.put(key, new Held(from, to));
        rolesGiven.add(login + " " + role.group(unit));
    }

    private void end(String login, Role role, String unit, LocalDate to) {
        Held held = present.roles.get(Present.role(login, role.name(), unit));
        if (held == null || Objects.equals(held.to(), to)) {
            rolesUnchanged++;
            return;
        }
        Map<String, Object> values = values(login, role, unit);
        values.put("to", to);
        ended.add(values);
        present.roles.put(Present.role(login, role.name(), unit), new Held(held.from(), to));
        rolesEnded.add(login + " " + role.group(unit));
    }

    private static Map<String, Object> values(String login, Role role, String unit) {
        Map<String, Object> values = new HashMap<>();
        values.put("login", login);
        values.put("role", role.name());
        values.put("unit", unit);
        return values;
    }

    private void problem(Table table, Row row, Column column, String code, Object... args) {
        problems.add(row.number, table.header(column), code, args);
    }
}
