package vn.plancascade.monitoring.web;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import vn.plancascade.deadline.DutyFigures;
import vn.plancascade.deadline.DutyFigures.By;
import vn.plancascade.deadline.Lateness;
import vn.plancascade.deadline.Measures;
import vn.plancascade.deadline.ObligationState;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.organisation.Scope;
import vn.plancascade.web.Texts;

/** The figures of each province, superior or kind of unit, one row each. */
@Component
class ProvinceTable {

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
            Map.entry("waived", Row::waived));

    private final DutyFigures figures;
    private final Organisation organisation;
    private final Texts texts;

    ProvinceTable(DutyFigures figures, Organisation organisation, Texts texts) {
        this.figures = figures;
        this.organisation = organisation;
        this.texts = texts;
    }

    List<Row> of(MonitorFilter filter, By by, Scope scope) {
        Map<String, Measures> measures = figures.summary(filter.duties(), by, scope);
        Map<String, Lateness> lateness = figures.lateness(filter.duties(), by, scope);
        Map<String, String> names =
                switch (by) {
                    case province -> organisation.provinces();
                    case superior -> organisation.unitNames(measures.keySet());
                    default -> Map.of();
                };
        return measures.entrySet().stream()
                .map(entry -> new Row(
                        entry.getKey(),
                        name(by, entry.getKey(), names),
                        entry.getValue(),
                        lateness.getOrDefault(entry.getKey(), Lateness.NONE),
                        address(filter, by, entry.getKey())))
                .sorted(order(filter.sort()))
                .toList();
    }

    private String name(By by, String code, Map<String, String> names) {
        if (code.isEmpty()) {
            return texts.of("monitor.none");
        }
        return by == By.unitKind ? texts.of("unitKind." + code) : names.getOrDefault(code, code);
    }

    /** The overdue ones of the row; null where no filter finds those without a province. */
    private static String address(MonitorFilter filter, By by, String code) {
        return code.isEmpty()
                ? null
                : filter.list()
                        .with(by.name(), code)
                        .with("overdue", true)
                        .with("sort", "-daysLate")
                        .toString();
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Comparator<Row> order(String sort) {
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

    /**
     * @param key the code of the province or unit, or the kind; empty where duties belong to none
     * @param address the list of what is overdue there, or null
     */
    record Row(String key, String name, Measures measures, Lateness lateness, String address) {

        public long waived() {
            return measures.byState().getOrDefault(ObligationState.waived, 0L);
        }

        /** How dark the row's number of overdue ones is, from 0 to 5: by the share of what is expected. */
        public int heat() {
            return measures.overdue() == 0 || measures.expected() == 0
                    ? 0
                    : (int) Math.max(1, Math.ceil(5.0 * measures.overdue() / measures.expected()));
        }
    }
}
