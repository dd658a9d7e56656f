package vn.plancascade.organisation;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(
        properties =
                "spring.datasource.url=jdbc:h2:mem:substitution;MODE=PostgreSQL;LOCK_TIMEOUT=10000;DB_CLOSE_DELAY=-1")
class SubstitutionOnH2Test extends SubstitutionScenario {

    @Test
    @Order(8)
    void everybodyDoesTheirWholeWorkOnPagesInABrowser() {
        everybodyDoesTheirWholeWork("vi-VN");
    }
}
