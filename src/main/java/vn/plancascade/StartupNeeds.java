package vn.plancascade;

import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** Refuses to start without what only the operator can know, and says what that is. */
final class StartupNeeds implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final Logger LOG = LoggerFactory.getLogger(StartupNeeds.class);

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        ConfigurableEnvironment environment = context.getEnvironment();
        if (isMissing(environment, "spring.datasource.url")) {
            throw new IllegalStateException("""
                    Chưa khai báo cơ sở dữ liệu / no database is configured.
                    Set SPRING_DATASOURCE_URL, SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD, for example
                      jdbc:postgresql://host/plan?socketTimeout=60&connectTimeout=5&tcpKeepAlive=true
                    To look at the product with sample data, start it with the profile demo.""");
        }
        if (!environment.acceptsProfiles(Profiles.of("demo"))) {
            mail(environment);
        }
    }

    /** Without a mail server the product runs and mails wait; with one, mails must say who sends them and lead back. */
    private static void mail(Environment environment) {
        if (isMissing(environment, "spring.mail.host")) {
            LOG.warn("Chưa khai báo máy chủ thư, thư sẽ chờ / no mail server is configured, mails will wait. Set "
                    + "SPRING_MAIL_HOST, SPRING_MAIL_PORT, SPRING_MAIL_USERNAME and SPRING_MAIL_PASSWORD, "
                    + "PLAN_CASCADE_MAIL_FROM and PLAN_CASCADE_BASE_URL.");
            return;
        }
        List<String> missing = new ArrayList<>();
        if (isMissing(environment, "plan-cascade.mail.from")) {
            missing.add("PLAN_CASCADE_MAIL_FROM, the sender's address");
        }
        if (isMissing(environment, "plan-cascade.base-url")) {
            missing.add("PLAN_CASCADE_BASE_URL, where people reach the product, for links: https://kehoach.example.vn");
        }
        if (!missing.isEmpty()) {
            throw new IllegalStateException(
                    "Đã khai báo máy chủ thư nhưng còn thiếu / a mail server is configured, but this is missing:\n  "
                            + String.join("\n  ", missing));
        }
    }

    private static boolean isMissing(Environment environment, String property) {
        return environment.getProperty(property, "").isBlank();
    }
}
