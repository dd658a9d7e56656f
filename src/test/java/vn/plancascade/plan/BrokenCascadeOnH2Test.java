package vn.plancascade.plan;

import org.springframework.test.context.TestPropertySource;

@TestPropertySource(
        properties =
                "spring.datasource.url=jdbc:h2:mem:${random.uuid};MODE=PostgreSQL;LOCK_TIMEOUT=10000;DB_CLOSE_DELAY=-1")
class BrokenCascadeOnH2Test extends BrokenCascadeScenario {}
