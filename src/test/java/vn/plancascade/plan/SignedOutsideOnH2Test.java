package vn.plancascade.plan;

import org.springframework.test.context.TestPropertySource;

@TestPropertySource(
        properties = "spring.datasource.url=jdbc:h2:mem:outside;MODE=PostgreSQL;LOCK_TIMEOUT=10000;DB_CLOSE_DELAY=-1")
class SignedOutsideOnH2Test extends SignedOutsideScenario {}
