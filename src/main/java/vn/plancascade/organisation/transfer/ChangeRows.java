package vn.plancascade.organisation.transfer;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import vn.plancascade.kernel.Names;
import vn.plancascade.organisation.ColumnMap;
import vn.plancascade.organisation.UnitChangeFile;
import vn.plancascade.organisation.transfer.Table.Column;
import vn.plancascade.organisation.transfer.Table.Subject;

/** Reads changes of units by the same rules as units and people: headers, dates, letters and what a file may be. */
@Service
class ChangeRows implements UnitChangeFile {

    private final TableReader reader;

    ChangeRows(TableReader reader) {
        this.reader = reader;
    }

    @Override
    public List<Row> read(String name, byte[] content) {
        Problems problems = new Problems();
        List<Table> tables =
                reader.read(name, content, ColumnMap.NONE, problems).tables();
        Table table = tables.get(0);
        if (tables.size() > 1 || table.subject != Subject.changes) {
            throw problems.andFatal(null, null, "import.noChanges");
        }
        problems.throwIfAny();
        if (table.rows.size() > MAX_ROWS) {
            throw Problems.fatal(null, null, "import.tooManyRows", MAX_ROWS);
        }
        Map<String, String> headers = Map.of(
                "kind", table.header(Column.kind),
                "units", table.header(Column.units),
                "into", table.header(Column.into),
                "from", table.header(Column.from),
                "name", table.header(Column.name),
                "keepUntil", table.header(Column.keepUntil));
        return table.rows.stream().map(row -> read(row, headers)).toList();
    }

    private static Row read(Table.Row row, Map<String, String> headers) {
        return new Row(
                row.number,
                row.get(Column.kind),
                Names.listed(row.get(Column.units)),
                Names.listed(row.get(Column.into)),
                day(row, Column.from),
                row.get(Column.name),
                day(row, Column.keepUntil),
                headers);
    }

    private static LocalDate day(Table.Row row, Column column) {
        String day = row.get(column);
        return day == null ? null : LocalDate.parse(day);
    }
}
