package vn.plancascade.document;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.stream.IntStream;

/** A piece of a document's body. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "block")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Block.Paragraph.class, name = "paragraph"),
    @JsonSubTypes.Type(value = Block.Table.class, name = "table")
})
public sealed interface Block {

    default boolean isTable() {
        return this instanceof Table;
    }

    static Block basis(String text) {
        return new Paragraph(Style.basis, text);
    }

    static Block heading(String text) {
        return new Paragraph(Style.heading, text);
    }

    static Block text(String text) {
        return new Paragraph(Style.text, text);
    }

    /** What a paragraph is; the layout says how it looks. */
    enum Style {
        /** Căn cứ ban hành. */
        basis,
        heading,
        text
    }

    record Paragraph(Style style, String text) implements Block {

        public Paragraph {
            text = Printable.lines(text);
        }
    }

    /**
     * A table whose head is repeated on every page.
     *
     * @param rows each with a text for each column
     */
    record Table(List<Column> columns, List<List<String>> rows) implements Block {

        public Table {
            columns = List.copyOf(columns);
            rows = rows.stream()
                    .map(row -> row.stream().map(Printable::lines).toList())
                    .toList();
        }
    }

    /**
     * @param weight its share of the table's width, beside those of the other columns
     * @param number whether it holds figures, which stand to the right
     */
    record Column(String title, int weight, boolean number) {

        public Column {
            title = Printable.of(title);
        }

        public static Column of(String title, int weight) {
            return new Column(title, weight, false);
        }

        /** Columns of texts, with their weights. */
        public static List<Column> of(List<String> titles, int... weights) {
            if (titles.size() != weights.length) {
                throw new IllegalArgumentException(titles + " are not " + weights.length + " columns");
            }
            return IntStream.range(0, weights.length)
                    .mapToObj(i -> of(titles.get(i), weights[i]))
                    .toList();
        }

        public static Column figures(String title, int weight) {
            return new Column(title, weight, true);
        }
    }
}
