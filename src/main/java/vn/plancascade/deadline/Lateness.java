package vn.plancascade.deadline;

import java.util.NavigableMap;

/**
 * How late the late duties of a group are, in calendar days; those that are open count up to the day asked about.
 *
 * @param late how many of them there are
 * @param median half of them are at most this late
 * @param ninetieth nine of ten are at most this late
 * @param oldest the latest of them
 * @param returned duties that were sent back at least once, late or not
 * @param extended duties whose deadline was moved, late or not
 */
public record Lateness(long late, long median, long ninetieth, long oldest, long returned, long extended) {

    public static final Lateness NONE = new Lateness(0, 0, 0, 0, 0, 0);

    /** @param days how many duties are how many days late, without those in time */
    public static Lateness of(NavigableMap<Long, Long> days, long returned, long extended) {
        long late = days.values().stream().mapToLong(Long::longValue).sum();
        return late == 0
                ? new Lateness(0, 0, 0, 0, returned, extended)
                : new Lateness(late, at(days, late, 50), at(days, late, 90), days.lastKey(), returned, extended);
    }

    /** The smallest number of days that this share of the duties does not exceed. */
    private static long at(NavigableMap<Long, Long> days, long late, int percent) {
        long wanted = (late * percent + 99) / 100;
        long seen = 0;
        for (var entry : days.entrySet()) {
            seen += entry.getValue();
            if (seen >= wanted) {
                return entry.getKey();
            }
        }
        return days.lastKey();
    }
}
