package vn.plancascade.deadline;

import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a line of a duty's history tells: a {@link DutyStep}, which moves the duty to another state, or a {@link DutyNote},
 * which leaves its state alone. The history keeps the constant's name; its text is {@code event.<word>}.
 */
public sealed interface DutyWord permits DutyStep, DutyNote {

    /** As the history keeps it. */
    String name();

    /** @throws IllegalArgumentException if the history has no such word */
    static DutyWord of(String kept) {
        return Stream.<DutyWord>concat(Arrays.stream(DutyStep.values()), Arrays.stream(DutyNote.values()))
                .filter(word -> word.name().equals(kept))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No word of a duty's history: " + kept));
    }

    /** One answer for each word, whichever sort it is of; both functions are meant to be switches without a default. */
    default <R> R map(Function<DutyStep, R> ofStep, Function<DutyNote, R> ofNote) {
        return this instanceof DutyStep step ? ofStep.apply(step) : ofNote.apply((DutyNote) this);
    }
}
