package vn.plancascade.plan;

import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.plancascade.support.Postgres;

class PlanDocumentsOnPostgresTest extends PlanDocumentsScenario {

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        Postgres.newDatabase(properties);
    }
}
