package vn.plancascade.deadline;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** How late what is owed is, in calendar days since the last permitted one. */
public enum Ageing {
    notLate("notLate", 0, 0),
    upTo3("1-3", 1, 3),
    upTo7("4-7", 4, 7),
    upTo14("8-14", 8, 14),
    more("15+", 15, Integer.MAX_VALUE);

    private final String code;
    private final int from;
    private final int to;

    Ageing(String code, int from, int to) {
        this.code = code;
        this.from = from;
        this.to = to;
    }

    /** As addresses and answers write it, such as 4-7. */
    @JsonValue
    public String code() {
        return code;
    }

    public int from() {
        return from;
    }

    /** The last day that belongs to it; none for the oldest. */
    public Optional<Integer> to() {
        return this == more ? Optional.empty() : Optional.of(to);
    }

    public static Ageing of(String code) {
        return Arrays.stream(values())
                .filter(each -> each.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(code));
    }
}
