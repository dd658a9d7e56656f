package vn.plancascade.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;

/** A PostgreSQL of its own, as durable as a server in use: what was committed is on the disk. */
final class Server implements AutoCloseable {

    private final EmbeddedPostgres postgres;

    Server() throws IOException {
        postgres = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("shared_buffers", "1GB")
                .setServerConfig("max_wal_size", "4GB")
                .setServerConfig("max_connections", "200")
                .start();
    }

    /** A new and empty one; of that name there is none after it but this. */
    Database newDatabase(String name) throws SQLException {
        admin("drop database if exists " + name + " with (force)", "create database " + name, "checkpoint");
        return new Database(postgres.getJdbcUrl("postgres", name));
    }

    void drop(Database database) throws SQLException {
        admin("drop database if exists " + database.name() + " with (force)");
    }

    private void admin(String... statements) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    String version() throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection()) {
            return connection.getMetaData().getDatabaseProductVersion();
        }
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }

    /** One of its databases. */
    record Database(String url) {

        String name() {
            return url.replaceAll(".*/([^?]+).*", "$1");
        }

        Connection connect() throws SQLException {
            return DriverManager.getConnection(url + (url.contains("?") ? "&" : "?") + "reWriteBatchedInserts=true");
        }

        long count(String sql) throws SQLException {
            try (Connection connection = connect();
                    Statement statement = connection.createStatement();
                    ResultSet found = statement.executeQuery(sql)) {
                found.next();
                return found.getLong(1);
            }
        }

        /** How many rows were ever inserted into each table; the server takes note of that within seconds. */
        Map<String, Long> inserted() throws SQLException, InterruptedException {
            Thread.sleep(2_000);
            Map<String, Long> rows = new TreeMap<>();
            try (Connection connection = connect();
                    Statement statement = connection.createStatement();
                    ResultSet found = statement.executeQuery("select relname, n_tup_ins from pg_stat_user_tables")) {
                while (found.next()) {
                    rows.put(found.getString(1), found.getLong(2));
                }
            }
            return rows;
        }
    }
}
