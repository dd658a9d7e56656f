package vn.plancascade.organisation.transfer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import vn.plancascade.kernel.Mailbox;
import vn.plancascade.kernel.Names;
import vn.plancascade.organisation.Numbering;
import vn.plancascade.organisation.Relation;
import vn.plancascade.organisation.UnitImport.Changes;
import vn.plancascade.organisation.UnitKind;
import vn.plancascade.organisation.transfer.Table.Column;
import vn.plancascade.organisation.transfer.Table.Row;

/** What rows of units change, worked out against what is there, without changing anything. */
final class UnitPlan {

    /** Attributes of a unit and where they are stored. */
    static final Map<Column, String> STORED = stored();

    private static final Pattern CODE = Pattern.compile("[A-Z0-9-]{1,40}");
    private static final int SHOWN = 100;

    private final Table table;
    private final Present present;
    private final Map<String, UnitKind> kinds;
    private final LocalDate today;
    private final Problems problems;

    final List<Map<String, Object>> provinces = new ArrayList<>();
    final List<Map<String, Object>> inserts = new ArrayList<>();
    /** Changes of attributes, with the day from which they count. */
    final List<Map<String, Object>> changes = new ArrayList<>();

    final List<Map<String, Object>> closings = new ArrayList<>();
    final List<Map<String, Object>> relations = new ArrayList<>();
    final List<HeadRow> heads = new ArrayList<>();

    private final Map<String, Row> rows = new LinkedHashMap<>();
    private final List<String> added = new ArrayList<>();
    private final List<String> changed = new ArrayList<>();
    private final Set<String> closed = new LinkedHashSet<>();
    private int unchanged;

    record HeadRow(Row row, String unit, LocalDate from) {}

    UnitPlan(Table table, Present present, Map<String, UnitKind> kinds, LocalDate today, Problems problems) {
        this.table = table;
        this.present = present;
        this.kinds = kinds;
        this.today = today;
        this.problems = problems;
    }

    private static Map<Column, String> stored() {
        Map<Column, String> stored = new EnumMap<>(Column.class);
        stored.put(Column.name, "name");
        stored.put(Column.kind, "kind");
        stored.put(Column.provinceCode, "province_code");
        stored.put(Column.email, "email");
        stored.put(Column.symbol, "symbol");
        stored.put(Column.place, "place");
        stored.put(Column.numbering, "numbering");
        return stored;
    }

    Changes work() {
        for (Row row : table.rows) {
            String code = row.get(Column.code);
            if (code == null) {
                if (row.isEmpty(Column.code)) {
                    problem(row, Column.code, "required");
                }
            } else if (!CODE.matcher(code).matches()) {
                problem(row, Column.code, "unit.code");
            } else if (rows.putIfAbsent(code, row) != null) {
                problem(row, Column.code, "import.codeTwice", code, rows.get(code).number);
            }
        }
        rows.forEach(this::unit);
        new TreeRules(present, rows, closed, today, this::problem).check();
        return new Changes(
                added.size(),
                changed.size(),
                closed.size(),
                unchanged,
                some(added),
                some(changed),
                some(List.copyOf(closed)));
    }

    /** Whether the unit is there, or will be when the file has been taken in. */
    boolean isKnown(String code) {
        return rows.containsKey(code) || present.has(code);
    }

    private void unit(String code, Row row) {
        Map<Column, String> sent = new EnumMap<>(Column.class);
        STORED.keySet().forEach(column -> {
            String value = row.get(column);
            if (value != null) {
                sent.put(column, canonical(row, column, value));
            }
        });
        province(row);
        boolean isNew = !present.has(code);
        LocalDate from = from(row, isNew);
        int before = closings.size();
        boolean any = isNew ? insert(code, row, sent, from) : change(code, row, sent, from);
        any |= relate(code, row, isNew, from);
        boolean closes = close(code, row);
        any |= closings.size() > before;
        if (row.get(Column.headLogin) != null) {
            heads.add(new HeadRow(row, code, from));
        } else if (row.get(Column.headName) != null || row.get(Column.headEmail) != null) {
            problem(row, Column.headLogin, "required");
        }
        if (isNew) {
            added.add(code);
        } else if (closes) {
            closed.add(code);
        } else if (any) {
            changed.add(code);
        } else {
            unchanged++;
        }
    }

    /** The value as it is stored; null where it is taken away or wrong. */
    private String canonical(Row row, Column column, String value) {
        boolean nothing = value.equals(Cells.NOTHING);
        switch (column) {
            case name -> {
                if (nothing) {
                    problem(row, column, "required");
                }
            }
            case kind -> {
                UnitKind kind = kinds.get(Names.folded(value));
                if (kind == null) {
                    problem(row, column, "import.kindUnknown", value);
                    return null;
                }
                return kind.name();
            }
            case numbering -> {
                try {
                    return Numbering.valueOf(value).name();
                } catch (IllegalArgumentException unknown) {
                    problem(row, column, "import.numberingUnknown", value);
                    return null;
                }
            }
            case email -> {
                if (!nothing && !Mailbox.isValid(value)) {
                    problem(row, column, "mailbox.form");
                }
            }
            default -> {
                // Any text will do.
            }
        }
        return nothing ? null : value;
    }

    private void province(Row row) {
        String code = row.get(Column.provinceCode);
        if (code == null || code.equals(Cells.NOTHING) || present.provinces.contains(code)) {
            return;
        }
        String name = row.get(Column.provinceName);
        if (!code.matches("[0-9]{2}") || name == null) {
            problem(row, Column.provinceCode, "import.provinceUnknown", code);
        } else {
            present.provinces.add(code);
            provinces.add(Map.of("code", code, "name", name));
        }
    }

    /** The day from which the row counts; a unit that is new may have been there for long. */
    private LocalDate from(Row row, boolean isNew) {
        LocalDate effective = Cells.date(row.get(Column.effectiveFrom));
        if (isNew) {
            LocalDate valid = Cells.date(row.get(Column.validFrom));
            return valid != null ? valid : effective != null ? effective : today;
        }
        if (effective != null && effective.isBefore(today)) {
            problem(row, Column.effectiveFrom, "import.past");
        }
        return effective == null ? today : effective;
    }

    private boolean insert(String code, Row row, Map<Column, String> sent, LocalDate from) {
        for (Column needed : List.of(Column.name, Column.kind)) {
            if (row.isEmpty(needed)) {
                problem(row, needed, "required");
            }
        }
        Map<String, Object> values = values(sent);
        values.put("code", code);
        values.putIfAbsent("symbol", null);
        if (values.get("symbol") == null) {
            values.put("symbol", code);
        }
        if (values.get("numbering") == null) {
            values.put("numbering", Numbering.register.name());
        }
        values.put("from", from);
        LocalDate to = Cells.date(row.get(Column.validTo));
        if (to != null && !to.isAfter(from)) {
            problem(row, Column.validTo, "import.backwards");
        }
        values.put("to", to);
        present.validFrom.put(code, from);
        present.validTo.put(code, to);
        inserts.add(values);
        return true;
    }

    private boolean change(String code, Row row, Map<Column, String> sent, LocalDate from) {
        Map<Column, String> different = new EnumMap<>(Column.class);
        sent.forEach((column, value) -> {
            if (!java.util.Objects.equals(present.valueOn(code, column, from), value)) {
                different.put(column, value);
            }
        });
        if (different.isEmpty()) {
            return false;
        }
        Map<String, Object> values = new HashMap<>();
        STORED.forEach((column, name) -> values.put(
                name,
                !different.containsKey(column)
                        ? null
                        : different.get(column) == null ? Cells.NOTHING : different.get(column)));
        values.put("code", code);
        values.put("from", from);
        changes.add(values);
        return true;
    }

    private static Map<String, Object> values(Map<Column, String> sent) {
        Map<String, Object> values = new HashMap<>();
        STORED.forEach((column, name) -> values.put(name, sent.get(column)));
        return values;
    }

    private boolean relate(String code, Row row, boolean isNew, LocalDate from) {
        String parent = row.get(Column.parentCode);
        String reportsTo = row.get(Column.reportsToCode);
        if (isNew) {
            parent = parent == null ? reportsTo : parent;
            reportsTo = reportsTo == null ? parent : reportsTo;
        }
        boolean first = relate(code, row, Relation.PARENT, Column.parentCode, parent, from);
        return relate(code, row, Relation.REPORTS_TO, Column.reportsToCode, reportsTo, from) || first;
    }

    private boolean relate(String code, Row row, Relation relation, Column column, String superior, LocalDate from) {
        if (superior == null) {
            return false;
        }
        String wanted = superior.equals(Cells.NOTHING) ? null : superior;
        if (wanted != null && !isKnown(wanted)) {
            if (row.get(column) != null) {
                problem(row, column, "unit.unknown", wanted);
            }
            return false;
        }
        Superiors.Span entered = present.superiors.get(relation).set(code, wanted, from);
        if (entered == null) {
            return false;
        }
        Map<String, Object> values = new HashMap<>();
        values.put("unit", code);
        values.put("relation", relation.name());
        values.put("superior", wanted);
        values.put("from", from);
        values.put("to", entered.to());
        relations.add(values);
        return true;
    }

    private boolean close(String code, Row row) {
        String sent = row.get(Column.validTo);
        LocalDate to = Cells.date(sent);
        if (sent == null || !present.has(code) || java.util.Objects.equals(to, present.validTo.get(code))) {
            return false;
        }
        if (to != null && to.isBefore(today)) {
            problem(row, Column.validTo, "import.past");
        }
        present.validTo.put(code, to);
        Map<String, Object> values = new HashMap<>();
        values.put("code", code);
        values.put("to", to);
        closings.add(values);
        return to != null;
    }

    private void problem(Row row, Column column, String code, Object... args) {
        problems.add(row.number, table.header(column), code, args);
    }

    static List<String> some(List<String> codes) {
        return List.copyOf(codes.subList(0, Math.min(SHOWN, codes.size())));
    }
}
