package vn.plancascade.kernel;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * What one act does to many duties is on record as one: what befalls each of them meanwhile, in the same thread, is a part of it
 * and no act of its own.
 */
public final class WholeAct {

    private static final ThreadLocal<WholeAct> UNDER_WAY = new ThreadLocal<>();

    private final Long entry;

    private WholeAct(Long entry) {
        this.entry = entry;
    }

    /** @param entry the act's line in the audit, to which the units of the parts are added; null where it names none */
    public static <T> T during(Long entry, Supplier<T> parts) {
        WholeAct around = UNDER_WAY.get();
        UNDER_WAY.set(new WholeAct(entry));
        try {
            return parts.get();
        } finally {
            UNDER_WAY.set(around);
        }
    }

    public static Optional<WholeAct> underWay() {
        return Optional.ofNullable(UNDER_WAY.get());
    }

    public Optional<Long> entry() {
        return Optional.ofNullable(entry);
    }
}
