package vn.plancascade.organisation;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.plancascade.support.Postgres;

class SubstitutionOnPostgresTest extends SubstitutionScenario {

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        Postgres.newDatabase(properties);
    }

    @Test
    @Order(8)
    void everybodyDoesTheirWholeWorkOnPagesInAnEnglishBrowser() {
        everybodyDoesTheirWholeWork("en-US");
    }
}
