package vn.plancascade.plan.domain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import vn.plancascade.kernel.Names;
import vn.plancascade.kernel.sheet.Cell;

/**
 * A list of a plan's draft as a sheet of a workbook: a row each, told from the others by its first column. Vietnamese, like
 * the plans.
 *
 * @param name of the sheet
 * @param list of the draft
 * @param columns the first holds what tells rows apart
 */
record PlanSheet(String name, String list, List<Column> columns) {

    /** @param words what stands in a cell, by the values that it may have; empty for any text */
    record Column(String field, String title, int width, Kind kind, Map<String, String> words) {

        /** How a cell holds a field. */
        enum Kind {
            text,
            number,
            yesNo,
            word,
            /** Several words, with semicolons between them. */
            several
        }

        static Column text(String field, String title, int width) {
            return new Column(field, title, width, Kind.text, Map.of());
        }

        static Column number(String field, String title, int width) {
            return new Column(field, title, width, Kind.number, Map.of());
        }

        static Column yesNo(String field, String title, int width) {
            return new Column(field, title, width, Kind.yesNo, Map.of("true", "có", "false", "không"));
        }

        static Column codes(String field, String title, int width) {
            return new Column(field, title, width, Kind.several, Map.of());
        }

        /** What stands in the cell of this row. */
        String of(JsonNode row) {
            JsonNode value = row.path(field);
            if (kind == Kind.several) {
                return String.join(
                        "; ",
                        StreamSupport.stream(value.spliterator(), false)
                                .map(one -> words.getOrDefault(one.asText(), one.asText()))
                                .toList());
            }
            return value.isNull() || value.isContainerNode() ? "" : words.getOrDefault(value.asText(), value.asText());
        }

        /** Puts what a cell holds into a row; false where it is none of the words. */
        boolean into(ObjectNode row, Cell cell, String text) {
            switch (kind) {
                case number -> {
                    if (cell.number() == null) {
                        row.put(field, text);
                    } else {
                        row.put(field, cell.number());
                    }
                }
                case text -> row.put(field, text);
                case yesNo, word -> {
                    String value = value(text);
                    if (value == null) {
                        return false;
                    }
                    if (kind == Kind.yesNo) {
                        row.put(field, Boolean.parseBoolean(value));
                    } else {
                        row.put(field, value);
                    }
                }
                case several -> {
                    List<String> values = new ArrayList<>();
                    for (String one : text.split("[;\\n]")) {
                        if (!one.isBlank()) {
                            values.add(value(one.strip()));
                        }
                    }
                    if (values.contains(null)) {
                        return false;
                    }
                    values.forEach(row.putArray(field)::add);
                }
            }
            return true;
        }

        /** The value that a word stands for, however it is written; null where it is none. */
        private String value(String word) {
            if (words.isEmpty()) {
                return word;
            }
            return words.entrySet().stream()
                    .filter(one -> Names.folded(one.getValue()).equals(Names.folded(word))
                            || one.getKey().equalsIgnoreCase(word))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElse(null);
        }
    }

    static Map<String, String> words(String... valuesAndWords) {
        Map<String, String> words = new LinkedHashMap<>();
        for (int i = 0; i < valuesAndWords.length; i += 2) {
            words.put(valuesAndWords[i], valuesAndWords[i + 1]);
        }
        return words;
    }
}
