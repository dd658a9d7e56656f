package vn.plancascade.plan;

import org.springframework.test.context.TestPropertySource;

@TestPropertySource(
        properties = "spring.datasource.url=jdbc:h2:mem:unusual;MODE=PostgreSQL;LOCK_TIMEOUT=10000;DB_CLOSE_DELAY=-1")
class UnusualUnitsOnH2Test extends UnusualUnitsScenario {}
