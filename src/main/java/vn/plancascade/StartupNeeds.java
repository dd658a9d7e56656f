package vn.plancascade;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;

/** Refuses to start without what only the operator can know, and says what that is. */
final class StartupNeeds implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        ConfigurableEnvironment environment = context.getEnvironment();
        if (environment.getProperty("spring.datasource.url", "").isBlank()) {
            throw new IllegalStateException("""
                    Chưa khai báo cơ sở dữ liệu / no database is configured.
                    Set SPRING_DATASOURCE_URL, SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD, for example
                      jdbc:postgresql://host/plan?socketTimeout=60&connectTimeout=5&tcpKeepAlive=true
                    To look at the product with sample data, start it with the profile demo.""");
        }
    }
}
