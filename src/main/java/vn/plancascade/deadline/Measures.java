package vn.plancascade.deadline;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;

/**
 * How complete and how timely the documents of a group of duties are, in the words of DHIS2's reporting rates. Expected are all
 * duties but those waived, not required, withdrawn, or waiting for the unit above; what its plan closed on is expected still; actual are those of them whose document has
 * been issued; on time those whose document bears a date up to the last permitted day.
 *
 * @param actualOnTime against the deadline as it was extended
 * @param actualOnTimeOriginal against the deadline as it was first given
 * @param total all duties of the group, expected or not
 * @param started those for which a case was opened
 * @param settled those of which nothing is owed any more; one that is not required never owed anything and does not count, nor
 *     does one that was not accomplished when its plan closed
 * @param overdue those still owed without a document after their deadline
 */
public record Measures(
        long expected,
        long actual,
        long actualOnTime,
        long actualOnTimeOriginal,
        long total,
        long started,
        long settled,
        long overdue,
        Map<ObligationState, Long> byState) {

    public static final Measures NONE = new Measures(0, 0, 0, 0, 0, 0, 0, 0, Map.of());

    /** Those on which their plan has closed. */
    @JsonProperty
    public long notAccomplished() {
        return byState.getOrDefault(ObligationState.notAccomplished, 0L);
    }

    /** Actual of expected, in percent with one decimal; null where nothing is expected. */
    @JsonProperty
    public Double rate() {
        return percent(actual);
    }

    /** On time of expected, in percent with one decimal; null where nothing is expected. */
    @JsonProperty
    public Double rateOnTime() {
        return percent(actualOnTime);
    }

    /** The same against the deadline as it was first given. */
    @JsonProperty
    public Double rateOnTimeOriginal() {
        return percent(actualOnTimeOriginal);
    }

    private Double percent(long part) {
        return expected == 0 ? null : Math.round(1000.0 * part / expected) / 10.0;
    }
}
