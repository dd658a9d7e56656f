package vn.plancascade.plan;

import org.springframework.test.context.TestPropertySource;

@TestPropertySource(properties = "spring.datasource.url=jdbc:h2:mem:plan-documents;MODE=PostgreSQL;DB_CLOSE_DELAY=-1")
class PlanDocumentsOnH2Test extends PlanDocumentsScenario {}
