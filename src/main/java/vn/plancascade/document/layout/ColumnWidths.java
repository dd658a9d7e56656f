package vn.plancascade.document.layout;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.plancascade.document.Block;

/**
 * How wide the columns of a table are: by their weights, but none narrower than what must stand in one line, its dates and
 * figures first and then its words. Where all of it does not fit on the page, the table's letters are smaller.
 *
 * @param twips of each column
 * @param size of the table's letters, in points
 */
record ColumnWidths(int[] twips, double size) {

    /** The least that is read without effort, in points. */
    private static final double SMALLEST = 8;

    /** A word takes at most this share of the table; one that is longer is cut. */
    private static final double LONGEST_WORD = 0.3;

    private static final double LONGEST_FIGURE = 0.5;

    /** The part of its share by weight below which a column of text does not fall while letters can be smaller. */
    private static final double COMFORT = 0.5;

    /** Borders, and what programs round differently, in points. */
    private static final double SLACK = 1.5;

    private static final Pattern WORD_ENDS = Pattern.compile("[ \\t\\n]+");
    private static final Pattern DIGIT = Pattern.compile("\\d");

    /**
     * @param room of the table, in points
     * @param side the margin at either side of a cell, in points
     * @param size of the letters where there is room, in points
     */
    static ColumnWidths of(Block.Table table, double room, double side, double size) {
        for (double share : List.of(COMFORT, 0.0)) {
            for (double smaller = size; smaller >= SMALLEST; smaller -= 0.5) {
                double[] least = comfortable(table, least(table, room, side, smaller, word -> true), room * share);
                if (Arrays.stream(least).sum() <= room) {
                    return new ColumnWidths(shared(table.columns(), least, room), smaller);
                }
            }
        }
        double[] figures =
                least(table, room, side, SMALLEST, word -> DIGIT.matcher(word).find());
        double all = Arrays.stream(figures).sum();
        double[] least = all <= room
                ? figures
                : Arrays.stream(figures).map(width -> width * room / all).toArray();
        return new ColumnWidths(shared(table.columns(), least, room), SMALLEST);
    }

    /** Columns of text keep a part of what their weight gives them: names are no towers of single words. */
    private static double[] comfortable(Block.Table table, double[] least, double room) {
        double weights = table.columns().stream().mapToInt(Block.Column::weight).sum();
        return IntStream.range(0, least.length)
                .mapToDouble(i -> {
                    Block.Column column = table.columns().get(i);
                    return column.number() ? least[i] : Math.max(least[i], room * column.weight() / weights);
                })
                .toArray();
    }

    /** What each column needs so that none of these words is cut. */
    private static double[] least(Block.Table table, double room, double side, double size, Predicate<String> counts) {
        return IntStream.range(0, table.columns().size())
                .mapToDouble(i -> {
                    double head = longest(Stream.of(table.columns().get(i).title()), size, true, room, counts);
                    double body = longest(table.rows().stream().map(row -> row.get(i)), size, false, room, counts);
                    return Math.max(head, body) + 2 * side + SLACK;
                })
                .toArray();
    }

    private static double longest(
            Stream<String> texts, double size, boolean bold, double room, Predicate<String> counts) {
        return texts.map(Amounts::kept)
                .flatMap(WORD_ENDS::splitAsStream)
                .filter(word -> !word.isEmpty())
                .filter(counts)
                .distinct()
                .mapToDouble(word -> within(word, TextWidth.of(word, size, bold), room))
                .max()
                .orElse(0);
    }

    /** Text without an end, such as an address of the web, does not push the rest aside. */
    private static double within(String word, double width, double room) {
        double most = room * (DIGIT.matcher(word).find() ? LONGEST_FIGURE : LONGEST_WORD);
        return width <= most ? width : 0;
    }

    /** By weight; whoever would get less than the least gets that, and the others share the rest. */
    private static int[] shared(List<Block.Column> columns, double[] least, double room) {
        double[] widths = new double[least.length];
        boolean[] fixed = new boolean[least.length];
        boolean again = true;
        while (again) {
            again = false;
            double rest = room;
            double weights = 0;
            for (int i = 0; i < widths.length; i++) {
                rest -= fixed[i] ? widths[i] : 0;
                weights += fixed[i] ? 0 : columns.get(i).weight();
            }
            for (int i = 0; i < widths.length; i++) {
                if (!fixed[i]) {
                    widths[i] = rest * columns.get(i).weight() / weights;
                }
            }
            for (int i = 0; i < widths.length; i++) {
                if (!fixed[i] && widths[i] < least[i]) {
                    widths[i] = least[i];
                    fixed[i] = true;
                    again = true;
                }
            }
        }
        return Arrays.stream(widths)
                .mapToInt(width -> (int) Math.floor(width * Word.TWIPS_PER_POINT))
                .toArray();
    }
}
