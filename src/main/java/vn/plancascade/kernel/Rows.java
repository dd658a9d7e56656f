package vn.plancascade.kernel;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** Reads values that both databases store but neither driver hands out as the product uses them. */
public final class Rows {

    private Rows() {}

    /** The moment in a column of type {@code timestamp with time zone}, or null. */
    public static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    /** The pattern of whatever holds the text, for {@code like … escape '!'}. */
    public static String containing(String text) {
        return "%" + text.replaceAll("([!%_])", "!$1") + "%";
    }
}
