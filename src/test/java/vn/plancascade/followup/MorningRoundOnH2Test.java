package vn.plancascade.followup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.springframework.test.context.TestPropertySource;

/** In a JVM whose own zone is half a day away; the build runs it in one of its own. */
@Tag("otherZone")
@TestPropertySource(
        properties =
                "spring.datasource.url=jdbc:h2:mem:morninground;MODE=PostgreSQL;LOCK_TIMEOUT=10000;DB_CLOSE_DELAY=-1")
class MorningRoundOnH2Test extends MorningRoundScenario {

    @BeforeAll
    static void theJvmIsElsewhere() {
        assertThat(ZoneId.systemDefault()).isEqualTo(ZoneId.of("America/New_York"));
    }
}
