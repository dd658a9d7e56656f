package vn.plancascade.report;

import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.plancascade.support.Postgres;

class ReportDocumentsOnPostgresTest extends ReportDocumentsScenario {

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        Postgres.newDatabase(properties);
    }
}
