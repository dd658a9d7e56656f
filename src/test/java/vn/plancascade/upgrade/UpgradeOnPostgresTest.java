package vn.plancascade.upgrade;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.zip.GZIPInputStream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.plancascade.support.Postgres;

class UpgradeOnPostgresTest extends UpgradeScenario {

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) throws SQLException, IOException {
        String url = Postgres.newDatabase(properties);
        try (InputStream dump = new GZIPInputStream(
                        new ClassPathResource("upgrade/before-report-cycles-postgres.sql.gz").getInputStream());
                Connection connection = DriverManager.getConnection(url, "postgres", "postgres");
                Statement statement = connection.createStatement()) {
            statement.execute(new String(dump.readAllBytes(), StandardCharsets.UTF_8));
            clockOfThatDay(connection);
        }
    }
}
