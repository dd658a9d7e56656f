package vn.plancascade.database;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.jdbc.DataSourceProperties;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A few connections apart from the application's pool, for what has to go on while that is empty: the nodes' heartbeat, the
 * answer to whether the database can be reached. Nothing that a user asked for runs over them.
 *
 * <p>None is opened before the first use, which is after the tables were made: H2's mode belongs to the whole database.
 */
@Component
public class SpareConnections implements DisposableBean {

    private static final int CONNECTIONS = 3;
    private static final int TIMEOUT_SECONDS = 2;

    private final HikariDataSource pool;
    private final JdbcClient client;
    private final boolean exclusive;

    SpareConnections(DataSourceProperties properties) {
        pool = properties
                .initializeDataSourceBuilder()
                .type(HikariDataSource.class)
                .build();
        pool.setPoolName("spare");
        pool.setMaximumPoolSize(CONNECTIONS);
        pool.setMinimumIdle(0);
        pool.setConnectionTimeout(TIMEOUT_SECONDS * 1000L);
        pool.setValidationTimeout(TIMEOUT_SECONDS * 500L);
        if (properties.determineUrl().startsWith("jdbc:postgresql:")) {
            // A server that vanished without a word must not hold the heartbeat for good.
            pool.addDataSourceProperty("connectTimeout", String.valueOf(TIMEOUT_SECONDS));
            pool.addDataSourceProperty("socketTimeout", String.valueOf(2 * TIMEOUT_SECONDS));
        }
        exclusive = properties.determineUrl().startsWith("jdbc:h2:");
        JdbcTemplate template = new JdbcTemplate(pool);
        template.setQueryTimeout(TIMEOUT_SECONDS);
        client = JdbcClient.create(template);
    }

    /** Runs statements, each in a transaction of its own; fails within seconds where the database does not answer. */
    public JdbcClient client() {
        return client;
    }

    void forgetConnections() {
        LimitedDataSource.forget(pool);
    }

    /** Whether no other program can have this database open: H2's belongs to the one that opened it. */
    public boolean exclusive() {
        return exclusive;
    }

    @Override
    public void destroy() {
        pool.close();
    }
}
