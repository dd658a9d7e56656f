package vn.plancascade.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.plancascade.support.OwnPostgres;

class NodesOnPostgresTest extends NodesScenario {

    private static final OwnPostgres DATABASE = new OwnPostgres();

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        DATABASE.use(properties);
    }

    @Test
    void whileTheDatabaseIsStoppedEverybodyIsToldSo() {
        DATABASE.stop();
        try {
            everybodyIsToldSo();
        } finally {
            DATABASE.startAgain();
        }
        isServedAgain();
    }

    @Test
    void whileTheDatabaseSaysNothingEverybodyIsToldSo() {
        DATABASE.pause();
        try {
            everybodyIsToldSo();
        } finally {
            DATABASE.goOn();
        }
        isServedAgain();
    }

    private void everybodyIsToldSo() {
        // Before it is known, and after.
        List<Integer> first = IntStream.range(0, 20)
                .parallel()
                .mapToObj(n -> caller().get("/api/v1/tasks").statusCode())
                .toList();
        assertThat(first).containsOnly(503);
        Awaitility.await().atMost(SOON).until(() -> status("/actuator/health/readiness") == 503);

        assertThat(status("/actuator/health")).isEqualTo(503);
        assertThat(status("/actuator/health/liveness")).isEqualTo(200);
        assertThat(caller().get("/actuator/health/liveness").statusCode()).isEqualTo(200);
        isToldToComeAgain(caller().get("/api/v1/tasks"), "databaseAway");
        isToldToComeAgain(caller().post("/api/v1/plans", "{}"), "databaseAway");
        isToldToComeAgain(caller().get("/engine-rest/task"), "databaseAway");
        assertThat(caller().page("/").body())
                .containsSubsequence(
                        "Tạm thời chưa phục vụ được", "chưa có gì thay đổi", "Not available", "nothing has");
        assertThat(status("/css/login.css")).isEqualTo(200);
    }

    private void isServedAgain() {
        Awaitility.await().atMost(SOON).until(() -> status("/actuator/health") == 200);
        Awaitility.await()
                .atMost(SOON)
                .until(() -> caller().get("/api/v1/tasks").statusCode() == 401);
        runtime.startProcessInstanceByKey("step");
        awaitDone();
        assertThat(effects()).isOne();
    }
}
