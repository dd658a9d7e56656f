package vn.plancascade.monitoring.web;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.function.Function;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.monitoring.web.ProvinceTable.Row;

/** By what the table of provinces is sorted. */
final class ProvinceOrder {

    static final String USUAL = "-overdue";

    private static final Map<String, Function<Row, Comparable<?>>> SORTS = Map.ofEntries(
            Map.entry("name", Row::name),
            Map.entry("expected", row -> row.measures().expected()),
            Map.entry("actual", row -> row.measures().actual()),
            Map.entry("rate", row -> orNone(row.measures().rate())),
            Map.entry("rateOnTime", row -> orNone(row.measures().rateOnTime())),
            Map.entry("rateOnTimeOriginal", row -> orNone(row.measures().rateOnTimeOriginal())),
            Map.entry("overdue", row -> row.measures().overdue()),
            Map.entry("median", row -> row.lateness().median()),
            Map.entry("ninetieth", row -> row.lateness().ninetieth()),
            Map.entry("oldest", row -> row.lateness().oldest()),
            Map.entry("returned", row -> row.lateness().returned()),
            Map.entry("extended", row -> row.lateness().extended()),
            Map.entry("waived", Row::waived),
            Map.entry("unanswered", row -> row.contact().unanswered()),
            Map.entry(
                    "lastContact",
                    row -> row.contact().last() == null
                            ? LocalDate.MIN
                            : row.contact().last()),
            Map.entry(
                    "own",
                    row -> row.contact().own() == null
                            ? -1
                            : row.contact().own().ordinal()));

    private ProvinceOrder() {}

    @SuppressWarnings({"unchecked", "rawtypes"})
    static Comparator<Row> of(String sort) {
        String name = sort == null ? USUAL : sort;
        boolean down = name.startsWith("-");
        Function<Row, Comparable<?>> by = SORTS.get(down ? name.substring(1) : name);
        if (by == null) {
            throw new InvalidInput("sort", "sort.unknown", String.join(", ", new java.util.TreeSet<>(SORTS.keySet())));
        }
        Comparator<Row> order = (one, other) -> ((Comparable) by.apply(one)).compareTo(by.apply(other));
        return (down ? order.reversed() : order).thenComparing(Row::name);
    }

    private static double orNone(Double rate) {
        return rate == null ? -1 : rate;
    }
}
