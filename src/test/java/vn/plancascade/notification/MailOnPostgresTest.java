package vn.plancascade.notification;

import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.plancascade.support.Postgres;

class MailOnPostgresTest extends MailScenario {

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        Postgres.newDatabase(properties);
    }
}
