package vn.plancascade.kernel;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.Set;
import org.springframework.dao.ConcurrencyFailureException;

/** Why the database did not do what it was asked, where that is nobody's mistake in the program. */
public enum DatabaseRefusal {

    /** It is gone, going or not there yet, its disk is full, or no connection was to be had: nothing is known of what was asked last. */
    AWAY(Set.of("57P01", "57P02", "57P03", "53300", "53100", "58030", "90067", "90098", "90121", "90028", "90031")),

    /** It worked or waited too long, and gave up: canceled, a lock not had in time, idle in a transaction. */
    TOO_SLOW(Set.of("57014", "55P03", "HYT00", "25P03")),

    /** Somebody else was faster: the same row written twice, gone, or changed; each kills the other (H2's own: 9…). */
    RACE(Set.of("23505", "23503", "23506", "40001", "40P01", "90131")),

    /** What was sent cannot be kept: too long, out of range, a character that no text may hold. */
    UNSTORABLE(Set.of("22001", "22003", "22007", "22008", "22021", "22025", "22P05"));

    private static final int DEEPEST = 20;

    /** The class of states that are about the connection. */
    private static final String CONNECTION = "08";

    /** What a pool says of a connection that broke a moment before; there is no state for it. */
    private static final String BROKEN_BEFORE = "Connection is closed";

    /** H2 gives a disk on which it could not write no state of its own. */
    private static final String STORE_FAILED = "org.h2.mvstore.MVStoreException";

    private final Set<String> states;

    DatabaseRefusal(Set<String> states) {
        this.states = states;
    }

    /** Empty where the database has nothing to do with it, or where the statement itself is wrong. */
    public static Optional<DatabaseRefusal> of(Throwable fault) {
        boolean raced = false;
        int depth = 0;
        for (Throwable cause = fault; cause != null && depth < DEEPEST; cause = cause.getCause(), depth++) {
            raced |= cause instanceof ConcurrencyFailureException;
            if (cause instanceof SQLException sql && isAway(sql)
                    || cause.getClass().getName().equals(STORE_FAILED)) {
                return Optional.of(AWAY);
            }
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                for (DatabaseRefusal refusal : values()) {
                    if (refusal.states.contains(sql.getSQLState())) {
                        return Optional.of(refusal);
                    }
                }
            }
        }
        return raced ? Optional.of(RACE) : Optional.empty();
    }

    private static boolean isAway(SQLException failed) {
        String state = failed.getSQLState();
        return failed instanceof SQLTransientConnectionException
                || failed instanceof SQLNonTransientConnectionException
                || (state == null ? BROKEN_BEFORE.equals(failed.getMessage()) : state.startsWith(CONNECTION));
    }
}
