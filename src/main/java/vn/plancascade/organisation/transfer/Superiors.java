package vn.plancascade.organisation.transfer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;

/** Who stands above whom in one tree, from today on: each unit's superiors one after the other, with their days. */
final class Superiors {

    /** From a day, inclusive, to another, exclusive, or for good. */
    record Span(LocalDate from, LocalDate to, String superior) {

        boolean covers(LocalDate day) {
            return !from.isAfter(day) && (to == null || to.isAfter(day));
        }
    }

    private final Map<String, List<Span>> spans = new HashMap<>();

    void add(String unit, Span span) {
        List<Span> before = spans.get(unit);
        if (before == null) {
            // Nearly every unit has one superior only.
            spans.put(unit, List.of(span));
        } else {
            List<Span> all = new ArrayList<>(before);
            all.add(span);
            all.sort(Comparator.comparing(Span::from));
            spans.put(unit, all);
        }
    }

    String on(String unit, LocalDate day) {
        for (Span span : spans.getOrDefault(unit, List.of())) {
            if (span.covers(day)) {
                return span.superior();
            }
        }
        return null;
    }

    /**
     * Puts the unit below another from a day until the next change that is entered already.
     *
     * @return what was entered, or null if it was so already
     */
    Span set(String unit, String superior, LocalDate from) {
        if (Objects.equals(on(unit, from), superior)) {
            return null;
        }
        LocalDate next = null;
        List<Span> after = new ArrayList<>();
        for (Span span : spans.getOrDefault(unit, List.of())) {
            next = earliest(earliest(next, span.from(), from), span.to(), from);
            if (!span.covers(from)) {
                after.add(span);
            } else if (span.from().isBefore(from)) {
                after.add(new Span(span.from(), from, span.superior()));
            }
        }
        Span entered = new Span(from, next, superior);
        if (superior != null) {
            after.add(entered);
            after.sort(Comparator.comparing(Span::from));
        }
        spans.put(unit, after);
        return entered;
    }

    private static LocalDate earliest(LocalDate found, LocalDate day, LocalDate after) {
        return day == null || !day.isAfter(after) || found != null && found.isBefore(day) ? found : day;
    }

    void forEach(BiConsumer<String, Span> action) {
        spans.forEach((unit, all) -> all.forEach(span -> action.accept(unit, span)));
    }

    /** The units on the way up from this one on a day that lead back to it; empty if there is no such circle. */
    List<String> circle(String unit, LocalDate day) {
        List<String> way = new ArrayList<>();
        String at = unit;
        while (at != null && !way.contains(at)) {
            way.add(at);
            at = on(at, day);
        }
        return unit.equals(at) ? way : List.of();
    }
}
