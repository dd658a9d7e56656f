package vn.plancascade.reorganisation;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * A change of units from a day on.
 *
 * @param units the codes of those that change; one but for a merger
 * @param into the unit that takes their place, several of a split; of a move the new superior; otherwise none
 * @param from the first day; null for today
 * @param name the new name; with a merger into a code that there is not yet, that of the new unit
 * @param keepUntil the day on which what is under way goes over, where the old unit's people are to go on with it until then;
 *     null where it goes over with the change itself
 */
public record UnitChange(
        Kind kind,
        List<String> units,

        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
        List<String> into,

        LocalDate from,
        String name,
        LocalDate keepUntil) {

    public UnitChange {
        units = units == null ? List.of() : List.copyOf(units);
        into = into == null ? List.of() : List.copyOf(into);
    }

    /** The codes of all units that it speaks of. */
    public Stream<String> mentioned() {
        return Stream.concat(units.stream(), into.stream());
    }

    /** The day on which what is under way goes over. */
    public LocalDate handedOverOn() {
        return keepUntil == null ? from : keepUntil;
    }

    /** The unit that what is under way goes to; null where there is none, and before a new superior. */
    public String heir() {
        return kind.ends() && !into.isEmpty() ? into.get(0) : null;
    }

    public enum Kind {
        /** They end, and another unit goes on in their place: one there is, or a new one with their people. */
        merge,
        /** One ends, and the first of the others owes what it owed. */
        split,
        /** One ends, and what it owes is withdrawn. */
        close,
        rename,
        /** One has another superior. */
        move;

        /** Whether the units are no more afterwards. */
        public boolean ends() {
            return this == merge || this == split || this == close;
        }
    }
}
