package vn.plancascade.organisation.transfer;

import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.ColumnMap;

/** What each person has said columns are, by their headers: said once, it holds for the files to come. */
@Component
class RememberedColumns {

    private final JdbcClient jdbc;

    RememberedColumns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What the person says now, and has said before. It is kept even if the file is refused for something else.
     *
     * @throws InvalidInput on {@code map} for a field that there is none of
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    ColumnMap remembered(Actor actor, ColumnMap said) {
        said.fields().values().forEach(field -> {
            if (!field.isEmpty() && !isField(field)) {
                throw new InvalidInput("map", "import.fieldUnknown", field);
            }
        });
        if (!said.fields().isEmpty()) {
            // Two answers of one person at once go one after the other.
            jdbc.sql("select login from person where login = :login for update")
                    .param("login", actor.login())
                    .query(String.class)
                    .optional();
        }
        said.fields().forEach((header, field) -> {
            jdbc.sql("delete from import_column where login = :login and header = :header")
                    .param("login", actor.login())
                    .param("header", header)
                    .update();
            jdbc.sql("insert into import_column (login, header, field) values (:login, :header, :field)")
                    .param("login", actor.login())
                    .param("header", header)
                    .param("field", field)
                    .update();
        });
        Map<String, String> before = new HashMap<>();
        jdbc.sql("select header, field from import_column where login = :login")
                .param("login", actor.login())
                .query(row -> {
                    before.put(row.getString(1), row.getString(2));
                });
        return said.or(new ColumnMap(before));
    }

    private static boolean isField(String name) {
        for (Table.Column column : Table.Column.values()) {
            if (column.name().equals(name)) {
                return true;
            }
        }
        return false;
    }
}
