package vn.plancascade.organisation.transfer;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.plancascade.kernel.Names;
import vn.plancascade.kernel.sheet.Cell;
import vn.plancascade.organisation.ColumnMap;
import vn.plancascade.organisation.transfer.Table.Column;
import vn.plancascade.organisation.transfer.Table.Subject;

/** What columns are called: by the API's names, in Vietnamese, or in English, however they are written, or as a person said. */
@Component
class Headers {

    private static final List<Locale> LANGUAGES = List.of(Locale.forLanguageTag("vi"), Locale.ENGLISH);

    /** People first: their sheet may have the code of a unit, but a sheet of units has no login of its own. */
    private static final List<Subject> SUBJECTS = List.of(Subject.people, Subject.units, Subject.changes);

    private final MessageSource messages;
    private final Map<Subject, Map<String, Column>> names = new EnumMap<>(Subject.class);

    Headers(MessageSource messages) {
        this.messages = messages;
        for (Subject subject : Subject.values()) {
            names.put(subject, names(subject));
        }
    }

    /**
     * A row that names columns.
     *
     * @param places which column stands where, from 0
     * @param twice headers of columns that are there already
     */
    record Heading(Subject subject, Map<Integer, Column> places, Map<Column, String> headers, List<String> twice) {}

    String label(Column column, Locale language) {
        return messages.getMessage("import.column." + column, null, language);
    }

    /** As workbooks are headed: for people, with the name that programs use. */
    String label(Column column) {
        return label(column, LANGUAGES.get(0)) + " (" + column + ")";
    }

    /** The columns that a row names; null if it heads neither units nor people nor changes. */
    Heading heading(List<Cell> cells, ColumnMap map) {
        for (Subject subject : SUBJECTS) {
            Heading heading = heading(subject, cells, map);
            long texts = cells.stream().filter(cell -> !Cells.isBlank(cell)).count();
            if (heading.headers.containsKey(subject.key()) && (heading.places.size() > 1 || texts == 1)) {
                return heading;
            }
        }
        return null;
    }

    private Heading heading(Subject subject, List<Cell> cells, ColumnMap map) {
        Heading heading = new Heading(subject, new HashMap<>(), new EnumMap<>(Column.class), new ArrayList<>());
        for (int i = 0; i < cells.size(); i++) {
            String header = Names.cleanLine(cells.get(i).shown());
            Column column = header == null ? null : column(subject, header, map);
            if (column == null) {
                continue;
            }
            if (heading.headers.putIfAbsent(column, header) != null) {
                heading.twice.add(header);
            } else {
                heading.places.put(i, column);
            }
        }
        return heading;
    }

    private Column column(Subject subject, String header, ColumnMap map) {
        String compared = ColumnMap.header(header);
        String said = map.fields().get(compared);
        if (said != null && said.isEmpty()) {
            return null;
        }
        // What was said of a sheet of units says nothing of a sheet of people that is headed alike.
        return subject.columns.stream()
                .filter(column -> column.name().equals(said))
                .findFirst()
                .orElseGet(() -> names.get(subject).get(compared));
    }

    private Map<String, Column> names(Subject subject) {
        Map<String, Column> columns = new HashMap<>();
        for (Column column : subject.columns) {
            List<String> written = new ArrayList<>(List.of(column.name(), label(column)));
            LANGUAGES.forEach(language -> {
                written.add(label(column, language));
                written.add(label(column, language) + " (" + column + ")");
                // Unless it is another column's name already.
                written.addAll(
                        List.of(messages.getMessage("import.column." + subject + "." + column, null, "", language)
                                .split("\\|")));
            });
            written.forEach(name -> columns.putIfAbsent(ColumnMap.header(name), column));
        }
        columns.remove("");
        return columns;
    }
}
