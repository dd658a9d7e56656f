package vn.plancascade.kernel;

import java.sql.SQLException;
import java.util.Set;

/** Tells a statement that the database gave up, since it worked or waited too long, from one that is wrong. */
public final class TooSlow {

    /** Canceled (both databases), a lock not had in time (PostgreSQL, H2), idle in a transaction (PostgreSQL). */
    private static final Set<String> STATES = Set.of("57014", "55P03", "HYT00", "25P03");

    private TooSlow() {}

    public static boolean caused(Throwable fault) {
        int depth = 0;
        for (Throwable cause = fault; cause != null && depth < 20; cause = cause.getCause(), depth++) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null && STATES.contains(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
