package vn.plancascade.organisation.transfer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.plancascade.organisation.Role;

/** Who holds which role from today on, and what an import changes about it. */
final class HeldRoles {

    record Key(String login, String role, String unit) {

        Key(String login, Role role, String unit) {
            this(login, role.name(), unit);
        }

        @Override
        public String toString() {
            return login + " " + role + ":" + unit;
        }
    }

    /** A role from a day, inclusive, to another, exclusive, or for good. */
    static final class Held {

        private final Long id;
        private final LocalDate wasFrom;
        private final LocalDate wasTo;
        private LocalDate from;
        private LocalDate to;
        private String title;

        private Held(Long id, LocalDate from, LocalDate to, String title) {
            this.id = id;
            this.wasFrom = from;
            this.wasTo = to;
            this.from = from;
            this.to = to;
            this.title = title;
        }

        LocalDate from() {
            return from;
        }

        LocalDate to() {
            return to;
        }

        boolean covers(LocalDate day) {
            return !from.isAfter(day) && (to == null || to.isAfter(day));
        }

        private boolean isMoved() {
            return id != null && !(from.equals(wasFrom) && java.util.Objects.equals(to, wasTo));
        }
    }

    private final Map<Key, List<Held>> held = new HashMap<>();
    private final Map<String, Set<String>> heads = new HashMap<>();
    private final Map<Key, List<Held>> removed = new LinkedHashMap<>();

    void add(Key key, Long id, LocalDate from, LocalDate to) {
        add(key, new Held(id, from, to, null));
    }

    void give(Key key, LocalDate from, LocalDate to, String title) {
        add(key, new Held(null, from, to, title));
    }

    private void add(Key key, Held role) {
        List<Held> all = held.computeIfAbsent(key, any -> new ArrayList<>(1));
        all.add(role);
        all.sort(Comparator.comparing(Held::from));
        if (key.role().equals(Role.head.name())) {
            heads.computeIfAbsent(key.unit(), any -> new HashSet<>()).add(key.login());
        }
    }

    List<Held> of(Key key) {
        return List.copyOf(held.getOrDefault(key, List.of()));
    }

    Held on(Key key, LocalDate day) {
        return of(key).stream().filter(role -> role.covers(day)).findFirst().orElse(null);
    }

    /** Those who head a unit now or are to. */
    Set<String> heads(String unit) {
        return Set.copyOf(heads.getOrDefault(unit, Set.of()));
    }

    void begin(Held role, LocalDate from) {
        role.from = from;
    }

    /** Ends a role; one that would not have begun by then is taken away. */
    void end(Key key, Held role, LocalDate to) {
        role.to = to;
        if (to != null && !to.isAfter(role.from)) {
            held.get(key).remove(role);
            removed.computeIfAbsent(key, any -> new ArrayList<>()).add(role);
        }
    }

    List<Map<String, Object>> inserts() {
        return rows(held, role -> role.id == null);
    }

    List<Map<String, Object>> updates() {
        return rows(held, Held::isMoved);
    }

    List<Map<String, Object>> deletes() {
        return rows(removed, role -> role.id != null);
    }

    private static List<Map<String, Object>> rows(
            Map<Key, List<Held>> from, java.util.function.Predicate<Held> wanted) {
        return from.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().filter(wanted).map(role -> row(entry.getKey(), role)))
                .toList();
    }

    private static Map<String, Object> row(Key key, Held role) {
        Map<String, Object> row = new HashMap<>();
        row.put("id", role.id);
        row.put("login", key.login());
        row.put("role", key.role());
        row.put("unit", key.unit());
        row.put("title", role.title);
        row.put("from", role.from);
        row.put("to", role.to);
        return row;
    }
}
