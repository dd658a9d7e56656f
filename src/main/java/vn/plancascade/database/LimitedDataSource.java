package vn.plancascade.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import vn.plancascade.database.Patience.Limits;

/**
 * Hands out each connection with the limits of whoever takes it. A connection keeps them, so that most of the time there is
 * nothing to send. Until the application is up there are none: a migration takes as long as it takes.
 */
class LimitedDataSource extends DelegatingDataSource {

    private final Patience patience;
    private final Map<Connection, Limits> present = Collections.synchronizedMap(new WeakHashMap<>());
    private volatile Dialect dialect;
    private volatile boolean started;

    LimitedDataSource(DataSource target, Patience patience) {
        super(target);
        this.patience = patience;
    }

    void start() {
        started = true;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return limited(super.getConnection());
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        return limited(super.getConnection(username, password));
    }

    private Connection limited(Connection connection) throws SQLException {
        try {
            Limits wanted = wanted();
            Connection session = connection.unwrap(Connection.class);
            if (!wanted.equals(present.getOrDefault(session, Limits.NONE))) {
                try (Statement statement = connection.createStatement()) {
                    for (String sql : dialect(connection).limits(wanted)) {
                        statement.execute(sql);
                    }
                }
                present.put(session, wanted);
            }
            return connection;
        } catch (SQLException | RuntimeException failed) {
            connection.close();
            throw failed;
        }
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
