package vn.plancascade.notification.domain;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds out where the database lives. */
@Configuration(proxyBeanMethods = false)
class Installations {

    @Bean
    Installation installation(DataSource database, JdbcClient jdbc, @Value("${plan-cascade.installation}") String name)
            throws SQLException {
        try (Connection connection = database.getConnection()) {
            return of(connection.getMetaData().getDatabaseProductName(), jdbc, name.strip());
        }
    }

    static Installation of(String product, JdbcClient jdbc, String name) {
        if (product.equals("PostgreSQL")) {
            return new ServerInstallation(jdbc, name);
        }
        return jdbc.sql("select database_path()")
                .query(String.class)
                .optional()
                .<Installation>map(path -> new FileInstallation(Path.of(path), name))
                .orElseGet(InMemory::new);
    }

    /** Nobody copies it. */
    private static final class InMemory implements Installation {

        @Override
        public boolean isOwn(String mark) {
            return true;
        }

        @Override
        public String renewed() {
            return "memory";
        }

        @Override
        public void kept(String mark) {
            // Nothing is left of it.
        }

        @Override
        public boolean mayChangeWhileRunning() {
            return false;
        }
    }
}
