package vn.plancascade.organisation.transfer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import vn.plancascade.kernel.Mailbox;
import vn.plancascade.kernel.Names;
import vn.plancascade.organisation.PeopleImported.AddressChange;
import vn.plancascade.organisation.PeopleImported.RoleChange;
import vn.plancascade.organisation.Person;
import vn.plancascade.organisation.Role;
import vn.plancascade.organisation.UnitImport.Changes;
import vn.plancascade.organisation.transfer.HeldRoles.Held;
import vn.plancascade.organisation.transfer.HeldRoles.Key;
import vn.plancascade.organisation.transfer.Present.Known;
import vn.plancascade.organisation.transfer.Table.Column;
import vn.plancascade.organisation.transfer.Table.Row;

/** What rows of people, and the heads named in rows of units, change, without changing anything. */
final class PeoplePlan {

    private static final Pattern LOGIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{1,79}");

    private static final Columns HEAD =
            new Columns(Column.headLogin, Column.headName, Column.headEmail, Column.headPhone);
    private static final Columns PERSON = new Columns(Column.login, Column.fullName, Column.email, Column.phone);

    private final Present present;
    private final Map<String, Role> roleNames;
    private final LocalDate today;
    private final Problems problems;

    final List<Map<String, Object>> inserts = new ArrayList<>();
    final List<Map<String, Object>> updates = new ArrayList<>();

    /** What others are to hear of; see {@link PeopleImported}. */
    final List<AddressChange> addressChanges = new ArrayList<>();

    final List<RoleChange> decidingRoles = new ArrayList<>();

    private final Map<String, Integer> rowOf = new LinkedHashMap<>();
    private final Set<String> added = new LinkedHashSet<>();
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
                added.size(),
                changed.size(),
                0,
                unchanged,
                UnitPlan.some(List.copyOf(added)),
                UnitPlan.some(changed),
                List.of());
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

    HeldRoles roleChanges() {
        return present.roles;
    }

    void heads(Table table, UnitPlan units) {
        for (UnitPlan.HeadRow head : units.heads) {
            Row row = head.row();
            String login = login(row.get(Column.headLogin));
            person(table, row, HEAD, login, null);
            head(login, head.unit(), row.get(Column.headTitle), head.from());
        }
    }

    /** Whoever headed the unit until that day does so no longer; a change that is entered for a later day stays. */
    private void head(String login, String unit, String title, LocalDate from) {
        LocalDate next = null;
        for (String other : present.roles.heads(unit)) {
            Key key = new Key(other, Role.head, unit);
            if (other.equals(login)) {
                continue;
            }
            for (Held held : present.roles.of(key)) {
                if (held.covers(from)) {
                    end(key, held, from);
                } else if (held.from().isAfter(from)
                        && (next == null || held.from().isBefore(next))) {
                    next = held.from();
                }
            }
        }
        Key key = new Key(login, Role.head, unit);
        Held held = present.roles.on(key, from);
        if (held != null) {
            rolesUnchanged++;
        } else {
            give(key, title, from, next);
        }
    }

    void rows(Table table, UnitPlan units) {
        for (Row row : table.rows) {
            String login = login(row.get(Column.login));
            if (login == null) {
                problem(table, row, Column.login, "required");
                continue;
            }
            person(table, row, PERSON, login, row.get(Column.locale));
            role(table, row, units, login);
        }
    }

    /** As the person is called already, or further up in the file: logins differ by more than their capitals. */
    private String login(String typed) {
        return typed == null ? null : present.logins.computeIfAbsent(typed.toLowerCase(Locale.ROOT), any -> typed);
    }

    private void role(Table table, Row row, UnitPlan units, String login) {
        String unit = row.get(Column.unitCode);
        String name = row.get(Column.role);
        if (unit == null && name == null) {
            return;
        }
        Role role = name == null ? null : roleNames.get(Names.folded(name));
        if (role == null) {
            problem(table, row, Column.role, name == null ? "required" : "import.roleUnknown", String.valueOf(name));
        }
        boolean known = unit != null && (units == null ? present.has(unit) : units.isKnown(unit));
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
        row(new Key(login, role, unit), row, from == null ? today : from, to);
    }

    /** A role that is held on that day is only ended or prolonged, where the row says so. */
    private void row(Key key, Row row, LocalDate from, LocalDate to) {
        boolean endless = Cells.NOTHING.equals(row.get(Column.validTo));
        Held held = present.roles.on(key, from);
        if (held != null && (to == null && !endless || Objects.equals(held.to(), to))) {
            rolesUnchanged++;
        } else if (held != null) {
            end(key, held, to);
        } else if (to != null && !to.isAfter(today)) {
            // It was over before it could be entered.
            rolesUnchanged++;
        } else {
            give(key, row.get(Column.title), from, to);
        }
    }

    private void person(Table table, Row row, Columns columns, String login, String locale) {
        if (!LOGIN.matcher(login).matches()) {
            problem(table, row, columns.login(), "person.login");
            return;
        }
        String name = row.get(columns.name());
        String sentEmail = row.get(columns.email());
        if (sentEmail != null && !sentEmail.equals(Cells.NOTHING) && !Mailbox.isValid(sentEmail)) {
            problem(table, row, columns.email(), "mailbox.form");
        }
        String sentPhone = row.get(columns.phone());
        if (sentPhone != null && !sentPhone.equals(Cells.NOTHING) && !Person.isPhone(sentPhone)) {
            problem(table, row, columns.phone(), "person.phone");
        }
        if (locale != null && !locale.equals("vi") && !locale.equals("en")) {
            problem(table, row, Column.locale, "person.locale");
        }
        Known before = present.people.get(login);
        if (before == null && name == null) {
            problem(table, row, columns.name(), "required");
            return;
        }
        Known after = new Known(
                name == null ? before.fullName() : name,
                said(sentEmail, before == null ? null : before.email()),
                said(sentPhone, before == null ? null : before.phone()),
                locale != null ? locale : before == null ? "vi" : before.locale());
        Integer earlier = rowOf.putIfAbsent(login, row.number);
        if (earlier != null) {
            if (!after.equals(before)) {
                problem(table, row, columns.login(), "import.personDiffers", login, earlier);
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
        values.put("phone", after.phone());
        values.put("locale", after.locale());
        (before == null ? inserts : updates).add(values);
        (before == null ? added : changed).add(login);
        if (before != null && !Objects.equals(before.email(), after.email())) {
            addressChanges.add(new AddressChange(login, before.email(), after.email()));
        }
        present.people.put(login, after);
    }

    /** An empty cell leaves what is there, and the word for nothing takes it away. */
    private static String said(String sent, String before) {
        return sent == null ? before : sent.equals(Cells.NOTHING) ? null : sent;
    }

    /** The columns that tell of a person: of a unit's head in a sheet of units, else of whom the row is about. */
    private record Columns(Column login, Column name, Column email, Column phone) {}

    /** Gives a role from a day on which it is not held; one that begins or ends where this does is drawn out. */
    private void give(Key key, String title, LocalDate from, LocalDate to) {
        List<Held> all = present.roles.of(key);
        Optional<Held> before =
                all.stream().filter(held -> from.equals(held.to())).findFirst();
        Optional<Held> after = all.stream()
                .filter(held ->
                        held.from().isAfter(from) && (to == null || !held.from().isAfter(to)))
                .findFirst();
        if (after.isPresent()) {
            present.roles.begin(after.get(), from);
        } else if (before.isPresent()) {
            present.roles.end(key, before.get(), to);
        } else {
            present.roles.give(key, from, to, title);
        }
        rolesGiven.add(key.toString());
        note(key, true, from);
    }

    private void end(Key key, Held held, LocalDate to) {
        present.roles.end(key, held, to);
        rolesEnded.add(key.toString());
        note(key, false, to);
    }

    private void note(Key key, boolean given, LocalDate day) {
        Role role = Role.valueOf(key.role());
        if (role.decides()) {
            decidingRoles.add(new RoleChange(key.login(), role, key.unit(), given, day, added.contains(key.login())));
        }
    }

    private void problem(Table table, Row row, Column column, String code, Object... args) {
        problems.add(row.number, table.header(column), code, args);
    }
}
