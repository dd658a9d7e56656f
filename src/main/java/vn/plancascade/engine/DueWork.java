package vn.plancascade.engine;

import java.time.Instant;
import java.util.Optional;

/**
 * Work that comes due by the product's clock and that a moved clock has to pass through: the engine's jobs, the mails that
 * wait. Those of lower {@link org.springframework.core.annotation.Order} run first.
 */
public interface DueWork {

    /** When the next piece comes due; the past, if one is waiting already; empty if none waits. */
    Optional<Instant> nextDue();

    /** Runs everything that is due now, and what that makes due; returns how many pieces ran. */
    int runDue();
}
