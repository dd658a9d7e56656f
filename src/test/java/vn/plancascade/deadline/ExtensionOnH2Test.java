package vn.plancascade.deadline;

import org.springframework.test.context.TestPropertySource;

@TestPropertySource(
        properties = "spring.datasource.url=jdbc:h2:mem:extension;MODE=PostgreSQL;LOCK_TIMEOUT=10000;DB_CLOSE_DELAY=-1")
class ExtensionOnH2Test extends ExtensionScenario {}
