package vn.plancascade.report;

import org.springframework.test.context.TestPropertySource;

@TestPropertySource(properties = "spring.datasource.url=jdbc:h2:mem:report-documents;MODE=PostgreSQL;DB_CLOSE_DELAY=-1")
class ReportDocumentsOnH2Test extends ReportDocumentsScenario {}
