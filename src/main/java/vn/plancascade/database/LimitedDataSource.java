package vn.plancascade.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.Executor;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import vn.plancascade.database.Patience.Limits;

/**
 * Hands out each connection with the limits of whoever takes it. A connection keeps them, so that most of the time there is
 * nothing to send. Until the application is up there are none: a migration takes as long as it takes.
 */
class LimitedDataSource extends DelegatingDataSource {

    /** A server that says nothing any more cannot cancel what took too long: the client hangs up a little later. */
    private static final Duration HANGS_UP_AFTER = Duration.ofSeconds(5);

    private static final Executor AT_ONCE = Runnable::run;

    private final Patience patience;
    private final Map<Connection, Session> sessions = Collections.synchronizedMap(new WeakHashMap<>());
    private volatile Dialect dialect;
    private volatile boolean started;
    private volatile boolean waitedInVain;

    /** @param silence milliseconds after which the client hangs up by the operator's address of the database; 0 never */
    private record Session(Limits limits, int silence) {}

    LimitedDataSource(DataSource target, Patience patience) {
        super(target);
        this.patience = patience;
    }

    void start() {
        started = true;
    }

    /** Whether somebody has waited for a connection in vain, and every one is still in use. */
    boolean isExhausted() {
        if (waitedInVain
                && getTargetDataSource() instanceof HikariDataSource pool
                && pool.getHikariPoolMXBean() != null) {
            waitedInVain = pool.getHikariPoolMXBean().getActiveConnections() >= pool.getMaximumPoolSize();
        }
        return waitedInVain;
    }

    /** Closes every connection as soon as nobody uses it. */
    void forgetConnections() {
        forget(getTargetDataSource());
    }

    /** The same of any pool. */
    static void forget(DataSource source) {
        if (source instanceof HikariDataSource pool && pool.getHikariPoolMXBean() != null) {
            pool.getHikariPoolMXBean().softEvictConnections();
        }
    }

    @Override
    public Connection getConnection() throws SQLException {
        return limited(() -> super.getConnection());
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        return limited(() -> super.getConnection(username, password));
    }

    private interface Source {
        Connection get() throws SQLException;
    }

    private Connection limited(Source source) throws SQLException {
        Connection connection;
        try {
            connection = source.get();
        } catch (SQLTransientConnectionException none) {
            waitedInVain = true;
            throw none;
        }
        waitedInVain = false;
        try {
            limit(connection);
            return connection;
        } catch (SQLException | RuntimeException failed) {
            connection.close();
            throw failed;
        }
    }

    private void limit(Connection connection) throws SQLException {
        Limits wanted = wanted();
        Connection physical = connection.unwrap(Connection.class);
        Session session = sessions.get(physical);
        if (session == null) {
            session = new Session(Limits.NONE, dialect(connection).silence(physical));
            sessions.put(physical, session);
        }
        // Each time: the pool sets it back when it looks whether a connection still lives.
        dialect(connection).hangUp(physical, silence(wanted, session.silence()), AT_ONCE);
        if (!wanted.equals(session.limits())) {
            try (Statement statement = connection.createStatement()) {
                for (String sql : dialect(connection).limits(wanted)) {
                    statement.execute(sql);
                }
            }
            sessions.put(physical, new Session(wanted, session.silence()));
        }
    }

    /** A little longer than a statement may take, or what the operator says if that is less. */
    private static int silence(Limits wanted, int operators) {
        if (wanted.statement().isZero()) {
            return operators;
        }
        int ours = (int) wanted.statement().plus(HANGS_UP_AFTER).toMillis();
        return operators == 0 ? ours : Math.min(ours, operators);
    }

    private Limits wanted() {
        if (!started) {
            return Limits.NONE;
        }
        return Waiting.isPerson() ? patience.people() : patience.jobs();
    }

    private Dialect dialect(Connection connection) throws SQLException {
        if (dialect == null) {
            dialect = Dialect.of(connection.getMetaData().getDatabaseProductName());
        }
        return dialect;
    }
}
