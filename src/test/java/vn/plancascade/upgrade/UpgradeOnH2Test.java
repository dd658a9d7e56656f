package vn.plancascade.upgrade;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

class UpgradeOnH2Test extends UpgradeScenario {

    private static final String URL = "jdbc:h2:mem:upgrade;MODE=PostgreSQL;DB_CLOSE_DELAY=-1";

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) throws SQLException {
        try (Connection connection = DriverManager.getConnection(URL, "sa", "");
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "runscript from 'classpath:upgrade/before-report-cycles-h2.sql.gz' compression gzip charset 'UTF-8'");
            clockOfThatDay(connection);
        }
        properties.add("spring.datasource.url", () -> URL);
    }
}
