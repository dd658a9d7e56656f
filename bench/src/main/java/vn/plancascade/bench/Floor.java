package vn.plancascade.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * What the database alone can do: the rows of a launch once more, into copies of their tables with the same indexes, in batches of
 * a hundred units a transaction, over two connections.
 */
final class Floor {

    private static final int UNITS = 4_000;
    private static final int BATCH = 100;
    private static final int CONNECTIONS = 2;

    private final Server.Database database;
    private final Map<String, Long> tenths;

    /** @param tenths rows a unit of each table, in tenths */
    Floor(Server.Database database, Map<String, Long> tenths) {
        this.database = database;
        this.tenths = tenths;
    }

    /** Units a second. */
    double perSecond() throws SQLException, InterruptedException {
        Map<String, Rows> samples = new LinkedHashMap<>();
        try (Connection connection = database.connect()) {
            for (Map.Entry<String, Long> table : tenths.entrySet()) {
                samples.put(table.getKey(), sample(connection, table.getKey(), UNITS * table.getValue() / 10));
            }
        }
        ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
        long begun = System.nanoTime();
        List<Future<?>> lanes = new ArrayList<>();
        for (int lane = 0; lane < CONNECTIONS; lane++) {
            int first = lane;
            lanes.add(threads.submit(() -> {
                insert(samples, first);
                return null;
            }));
        }
        try {
            for (Future<?> lane : lanes) {
                lane.get();
            }
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        } finally {
            threads.shutdown();
        }
        return UNITS / Figures.since(begun);
    }

    private record Rows(String columns, List<Object[]> values) {}

    private static Rows sample(Connection connection, String table, long n) throws SQLException {
        String columns = Copies.columns(connection, table);
        List<Object[]> values = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            try (ResultSet found = statement.executeQuery("select " + columns + " from " + table + " limit " + n)) {
                int width = found.getMetaData().getColumnCount();
                while (found.next()) {
                    Object[] row = new Object[width];
                    for (int i = 0; i < width; i++) {
                        row[i] = found.getObject(i + 1);
                    }
                    values.add(row);
                }
            }
            statement.execute("drop table if exists floor_" + table);
            statement.execute("create table floor_" + table + " (like " + table + " including all)");
        }
        return new Rows(columns, values);
    }

    private void insert(Map<String, Rows> samples, int first) throws SQLException {
        int batches = UNITS / BATCH;
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            for (int batch = first; batch < batches; batch += CONNECTIONS) {
                for (Map.Entry<String, Rows> table : samples.entrySet()) {
                    List<Object[]> all = table.getValue().values();
                    insert(
                            connection,
                            table.getKey(),
                            table.getValue().columns(),
                            all.subList(all.size() * batch / batches, all.size() * (batch + 1) / batches));
                }
                connection.commit();
            }
        }
    }

    private static void insert(Connection connection, String table, String columns, List<Object[]> rows)
            throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        String marks = String.join(", ", Collections.nCopies(rows.get(0).length, "?"));
        try (PreparedStatement statement = connection.prepareStatement(
                "insert into floor_" + table + " (" + columns + ") overriding system value values (" + marks + ")")) {
            for (Object[] row : rows) {
                for (int i = 0; i < row.length; i++) {
                    statement.setObject(i + 1, row[i]);
                }
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
