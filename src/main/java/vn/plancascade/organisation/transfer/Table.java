package vn.plancascade.organisation.transfer;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One sheet of rows, or a CSV file. */
final class Table {

    /** What a row speaks of. */
    enum Subject {
        units(List.of(
                Column.code,
                Column.name,
                Column.kind,
                Column.provinceCode,
                Column.provinceName,
                Column.parentCode,
                Column.reportsToCode,
                Column.email,
                Column.symbol,
                Column.place,
                Column.numbering,
                Column.validFrom,
                Column.validTo,
                Column.effectiveFrom,
                Column.headLogin,
                Column.headName,
                Column.headEmail,
                Column.headPhone,
                Column.headTitle)),
        people(List.of(
                Column.login,
                Column.fullName,
                Column.email,
                Column.phone,
                Column.locale,
                Column.unitCode,
                Column.role,
                Column.title,
                Column.validFrom,
                Column.validTo)),
        /** Mergers and the like; in files of their own. */
        changes(List.of(Column.units, Column.kind, Column.into, Column.from, Column.name, Column.keepUntil));

        /** What a file of units and people holds. */
        static final List<Subject> OF_TREE = List.of(units, people);

        final List<Column> columns;

        /** Without it a row says of nobody what it says. */
        Column key() {
            return columns.get(0);
        }

        Subject(List<Column> columns) {
            this.columns = columns;
        }
    }

    /** Columns by the names that the API uses. */
    enum Column {
        code(40),
        name(300),
        kind(100),
        provinceCode(2),
        provinceName(100),
        parentCode(40),
        reportsToCode(40),
        email(254),
        symbol(40),
        place(100),
        numbering(20),
        validFrom(40),
        validTo(40),
        effectiveFrom(40),
        headLogin(80),
        headName(200),
        headEmail(254),
        headPhone(40),
        headTitle(100),
        login(80),
        fullName(200),
        phone(40),
        locale(5),
        unitCode(40),
        role(60),
        title(100),
        units(1_000),
        into(1_000),
        from(40),
        keepUntil(40);

        final int longest;

        Column(int longest) {
            this.longest = longest;
        }

        /** Whether it names a unit: such codes are capitals, however they are typed. */
        boolean isUnitCode() {
            return this == code || this == parentCode || this == reportsToCode || this == unitCode;
        }

        boolean isDate() {
            return this == validFrom || this == validTo || this == effectiveFrom || this == from || this == keepUntil;
        }
    }

    /** A row that holds something. */
    static final class Row {

        final int number;
        private final Map<Column, String> values;
        private final Set<Column> wrong;

        Row(int number, Map<Column, String> values, Set<Column> wrong) {
            this.number = number;
            this.values = values;
            this.wrong = wrong;
        }

        /** Whether the cell holds nothing, and not something that was found wrong already. */
        boolean isEmpty(Column column) {
            return values.get(column) == null && !wrong.contains(column);
        }

        /** Null where the cell is empty or the column is not there. */
        String get(Column column) {
            return values.get(column);
        }
    }

    final Subject subject;
    final Map<Column, String> headers = new EnumMap<>(Column.class);
    final List<Row> rows = new ArrayList<>();

    Table(Subject subject) {
        this.subject = subject;
    }

    String header(Column column) {
        return headers.getOrDefault(column, column.name());
    }
}
