package vn.plancascade.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import vn.plancascade.database.Patience.Limits;

/** How each database is told its limits, for the session and so for every transaction in it. */
enum Dialect {
    POSTGRES {
        @Override
        List<String> limits(Limits limits) {
            return List.of(
                    "set statement_timeout = %d; set lock_timeout = %d; set idle_in_transaction_session_timeout = %d"
                            .formatted(
                                    limits.statement().toMillis(),
                                    limits.lock().toMillis(),
                                    limits.idle().toMillis()));
        }

        @Override
        int silence(Connection connection) throws SQLException {
            return connection.getNetworkTimeout();
        }

        @Override
        void hangUp(Connection connection, int silence, Executor executor) throws SQLException {
            connection.setNetworkTimeout(executor, silence);
        }
    },

    /** Here a wait of zero is none at all, where PostgreSQL waits without an end. */
    H2 {
        @Override
        List<String> limits(Limits limits) {
            Duration lock = limits.lock().isZero() ? WITHOUT_AN_END : limits.lock();
            return List.of("set query_timeout " + limits.statement().toMillis(), "set lock_timeout " + lock.toMillis());
        }
    };

    private static final Duration WITHOUT_AN_END = Duration.ofDays(1);

    abstract List<String> limits(Limits limits);

    /** Milliseconds without a word after which the client takes the server for gone; 0 never. */
    int silence(Connection connection) throws SQLException {
        return 0;
    }

    void hangUp(Connection connection, int silence, Executor executor) throws SQLException {
        // Within one program nobody falls silent.
    }

    static Dialect of(String product) {
        return product.equals("H2") ? H2 : POSTGRES;
    }
}
