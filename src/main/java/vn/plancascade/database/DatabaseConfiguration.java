package vn.plancascade.database;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;

/** Puts the limits around whatever pool there is; the operator's address of the database need not know of them. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Patience.class)
class DatabaseConfiguration {

    @Bean
    static Limiting limiting(ObjectProvider<Patience> patience) {
        return new Limiting(patience);
    }

    @Bean
    JdbcTemplate statements(DataSource source) {
        return new PlannedStatements(source);
    }

    static final class Limiting implements BeanPostProcessor {

        private final ObjectProvider<Patience> patience;
        private volatile LimitedDataSource limited;

        Limiting(ObjectProvider<Patience> patience) {
            this.patience = patience;
        }

        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            if (name.equals("dataSource") && bean instanceof DataSource source) {
                tune(source);
                limited = new LimitedDataSource(source, patience.getObject());
                return limited;
            }
            return bean;
        }

        /**
         * PostgreSQL's driver sends a batch of inserts row by row unless it is told to put them into one statement; and the
         * server takes longer to compile a statement of ours than to run it, and sorts the country on its disk.
         */
        private static void tune(DataSource source) {
            if (source instanceof HikariDataSource pool && pool.getJdbcUrl().startsWith("jdbc:postgresql:")) {
                pool.addDataSourceProperty("reWriteBatchedInserts", "true");
                pool.addDataSourceProperty("options", "-c jit=off -c work_mem=16MB");
            }
        }

        /** Whether somebody has waited for a connection in vain, and every one is still in use. */
        boolean isExhausted() {
            return limited != null && limited.isExhausted();
        }

        void forgetConnections() {
            if (limited != null) {
                limited.forgetConnections();
            }
        }

        @EventListener
        void started(ApplicationReadyEvent ready) {
            limited.start();
        }
    }
}
