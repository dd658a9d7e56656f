package vn.plancascade.organisation.transfer;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.plancascade.kernel.Names;
import vn.plancascade.organisation.transfer.Table.Column;
import vn.plancascade.organisation.transfer.Table.Subject;

/** What columns are called: by the API's names, in Vietnamese, or in English, however letters are written. */
@Component
class Headers {

    private static final List<Locale> LANGUAGES = List.of(Locale.forLanguageTag("vi"), Locale.ENGLISH);

    private final MessageSource messages;

    Headers(MessageSource messages) {
        this.messages = messages;
    }

    String label(Column column, Locale language) {
        return messages.getMessage("import.column." + column, null, language);
    }

    /** As workbooks are headed: for people, with the name that programs use. */
    String label(Column column) {
        return label(column, LANGUAGES.get(0)) + " (" + column + ")";
    }

    /** The columns of a header row by their place; null if it heads neither units nor people. */
    Table head(List<String> cells, Map<Integer, Column> places, Problems problems) {
        for (Subject subject : Subject.values()) {
            Map<String, Column> names = names(subject);
            Column key = subject.columns.get(0);
            if (cells.stream().noneMatch(cell -> names.get(normal(cell)) == key)) {
                continue;
            }
            Table table = new Table(subject);
            for (int i = 0; i < cells.size(); i++) {
                String header = Names.clean(cells.get(i));
                if (header == null) {
                    continue;
                }
                Column column = names.get(normal(header));
                if (column == null) {
                    problems.add(1, header, "import.columnUnknown", header);
                } else if (table.headers.putIfAbsent(column, header) != null) {
                    problems.add(1, header, "import.columnTwice", header);
                } else {
                    places.put(i, column);
                }
            }
            return table;
        }
        return null;
    }

    private Map<String, Column> names(Subject subject) {
        Map<String, Column> names = new HashMap<>();
        for (Column column : subject.columns) {
            names.put(normal(column.name()), column);
            names.put(normal(label(column)), column);
            LANGUAGES.forEach(language -> names.put(normal(label(column, language)), column));
        }
        return names;
    }

    private static String normal(String header) {
        String clean = Names.clean(header);
        return clean == null ? "" : clean.toLowerCase(Locale.ROOT);
    }
}
