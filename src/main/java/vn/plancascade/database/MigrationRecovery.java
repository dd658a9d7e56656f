package vn.plancascade.database;

import java.util.Properties;
import java.util.function.Consumer;
import liquibase.integration.spring.SpringLiquibase;
import org.h2.engine.ConnectionInfo;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** A start that was killed while the tables were changed is made good by the next one. */
@Component
class MigrationRecovery implements BeanPostProcessor {

    private final Environment environment;

    MigrationRecovery(Environment environment) {
        this.environment = environment;
    }

    /** Before anybody has opened the database. */
    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof SpringLiquibase) {
            withCopy(CopyBeforeMigration::restore);
        }
        return bean;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof SpringLiquibase) {
            withCopy(CopyBeforeMigration::discard);
        }
        return bean;
    }

    private void withCopy(Consumer<CopyBeforeMigration> work) {
        String url = environment.getProperty("spring.datasource.url", "");
        if (url.startsWith("jdbc:h2:")) {
            ConnectionInfo info = new ConnectionInfo(url, new Properties(), null, null);
            if (info.isPersistent()) {
                work.accept(new CopyBeforeMigration(info.getName()));
            }
        }
    }
}
