package vn.plancascade.notification;

import org.springframework.test.context.TestPropertySource;

@TestPropertySource(
        properties = "spring.datasource.url=jdbc:h2:mem:mail;MODE=PostgreSQL;LOCK_TIMEOUT=10000;DB_CLOSE_DELAY=-1")
class MailOnH2Test extends MailScenario {}
