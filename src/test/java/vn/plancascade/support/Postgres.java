package vn.plancascade.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.test.context.DynamicPropertyRegistry;

/** A real PostgreSQL, one for the whole run, with a new database for each class that asks. */
public final class Postgres {

    private static EmbeddedPostgres server;

    private Postgres() {}

    /** Returns its address. */
    public static String newDatabase(DynamicPropertyRegistry properties) {
        String name = create();
        properties.add("spring.datasource.url", () -> server.getJdbcUrl("postgres", name));
        properties.add("spring.datasource.username", () -> "postgres");
        properties.add("spring.datasource.password", () -> "postgres");
        return server.getJdbcUrl("postgres", name);
    }

    public static DataSource newDatabase() {
        String name = create();
        return server.getDatabase("postgres", name);
    }

    private static synchronized String create() {
        try {
            if (server == null) {
                server = EmbeddedPostgres.builder().start();
                Runtime.getRuntime().addShutdownHook(new Thread(Postgres::stop));
            }
            String name = "t" + UUID.randomUUID().toString().replace("-", "");
            try (Connection connection = server.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create database " + name);
            }
            return name;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void stop() {
        try {
            server.close();
        } catch (IOException atExit) {
            throw new UncheckedIOException(atExit);
        }
    }
}
