package vn.plancascade.engine;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Tells what has stood still over several looks in a row. Looks are counted, not seconds: a program that was itself asleep,
 * or could not look, concludes nothing from it.
 */
class Unchanged<V> {

    private final int looks;
    private Map<String, Seen<V>> seen = Map.of();

    /** @param looks how many looks in a row, after the first, have to find the same */
    Unchanged(int looks) {
        this.looks = looks;
    }

    /** Looks once; returns the keys whose value has been the same for so long. */
    Set<String> look(Map<String, V> values) {
        Map<String, Seen<V>> now = new HashMap<>();
        Set<String> still = new HashSet<>();
        values.forEach((key, value) -> {
            Seen<V> before = seen.get(key);
            int times = before != null && before.value().equals(value) ? before.times() + 1 : 0;
            now.put(key, new Seen<>(value, times));
            if (times >= looks) {
                still.add(key);
            }
        });
        seen = now;
        return still;
    }

    private record Seen<V>(V value, int times) {}
}
