package vn.plancascade.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import vn.plancascade.support.Postgres;

/** On PostgreSQL, which tells what it has planned for whoever asks next. */
class PlannedStatementsTest {

    @Test
    void whatIsReadAlongTheTreeKeepsNoPlanForEverybodyAndAllElseDoes() throws SQLException {
        try (Connection connection = Postgres.newDatabase().getConnection()) {
            JdbcClient jdbc =
                    JdbcClient.create(new PlannedStatements(new SingleConnectionDataSource(connection, true)));
            jdbc.sql("create table unit_below (superior_code varchar(40), unit_code varchar(40))")
                    .update();

            IntStream.range(0, 20).forEach(n -> {
                jdbc.sql("select count(*) from unit_below where superior_code = :code")
                        .param("code", "U" + n)
                        .query(Long.class)
                        .single();
                jdbc.sql("select count(*) from pg_class where relname = :name")
                        .param("name", "U" + n)
                        .query(Long.class)
                        .single();
            });

            assertThat(jdbc.sql("select statement from pg_prepared_statements")
                            .query(String.class)
                            .list())
                    .anyMatch(statement -> statement.contains("from pg_class"))
                    .noneMatch(statement -> statement.contains("unit_below"));
        }
    }
}
