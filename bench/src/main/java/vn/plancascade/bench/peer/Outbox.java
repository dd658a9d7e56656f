package vn.plancascade.bench.peer;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** What a reminder leaves for whoever sends mails. */
public final class Outbox {

    private final DataSource database;

    Outbox(DataSource database) throws SQLException {
        this.database = database;
        execute("create table outbox (id bigserial primary key, unit_code text not null, rung int not null)");
    }

    /** In a transaction of its own: the engine's connection is not to be had from a model. */
    public void tell(String unit, int rung) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("insert into outbox (unit_code, rung) values (?, ?)")) {
            statement.setString(1, unit);
            statement.setInt(2, rung);
            statement.executeUpdate();
        }
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Waits until the count is as low as that. */
    void awaitAtMost(long most, String count) throws SQLException, InterruptedException {
        while (count(count) > most) {
            Thread.sleep(50);
        }
    }

    private long count(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            found.next();
            return found.getLong(1);
        }
    }
}
