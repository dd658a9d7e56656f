package vn.plancascade.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Tables as they stand, once more and with the same indexes, named {@code bare_…}. */
final class Copies {

    private Copies() {}

    static void of(Connection connection, String table) throws SQLException {
        String columns = columns(connection, table);
        try (Statement statement = connection.createStatement()) {
            statement.execute("create table bare_" + table + " (like " + table + " including all)");
            statement.execute("insert into bare_" + table + " (" + columns + ") overriding system value select "
                    + columns + " from " + table);
            statement.execute("analyze bare_" + table);
        }
    }

    /** What is written, and not computed. */
    static String columns(Connection connection, String table) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "select string_agg(quote_ident(column_name), ', ' order by ordinal_position)"
                        + " from information_schema.columns"
                        + " where table_schema = 'public' and table_name = ? and is_generated = 'NEVER'")) {
            statement.setString(1, table);
            try (ResultSet found = statement.executeQuery()) {
                found.next();
                return found.getString(1);
            }
        }
    }
}
