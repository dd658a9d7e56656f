package vn.plancascade.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.organisation.NewUnit;
import vn.plancascade.organisation.Numbering;
import vn.plancascade.organisation.OrganisationAdmin;
import vn.plancascade.organisation.Person;
import vn.plancascade.organisation.Role;
import vn.plancascade.organisation.UnitKind;
import vn.plancascade.support.Client;
import vn.plancascade.support.OtherInstance;
import vn.plancascade.support.OwnPostgres;

class NodesOnPostgresTest extends NodesScenario {

    private static final OwnPostgres DATABASE = new OwnPostgres();

    private static final String ADMINISTRATOR = "quan.tri";
    private static final String PASSWORD = "một mật khẩu dài";

    @Autowired
    OrganisationAdmin people;

    @Autowired
    PasswordEncoder encoder;

    @Autowired
    Clock clock;

    @Autowired
    ProcessEngine engine;

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

    @Test
    void aLoginAtOneInstanceIsOneAtTheOtherAndSoIsALogout() {
        somebodyOfTheMinistry();
        try (OtherInstance other = new OtherInstance(DATABASE.address(), engine)) {
            Client here = new Client(port);
            String token = Client.formToken(here.page("/login"));
            Client there = here.at(other.port());
            // The form was shown here and is sent there, before the login and after it.
            assertThat(there.form("/login", Map.of("username", ADMINISTRATOR, "password", PASSWORD, "_csrf", token))
                            .headers()
                            .firstValue("location"))
                    .contains("/");
            here = there.at(port);
            assertThat(here.page("/failures").statusCode()).isEqualTo(200);
            assertThat(there.get("/api/v1/people?size=1").statusCode()).isEqualTo(200);
            token = Client.formToken(here.page("/account"));
            assertThat(there.form("/account/language", Map.of("locale", "vi", "_csrf", token))
                            .statusCode())
                    .isEqualTo(302);
            assertThat(here.page("/account?lang=vi").body()).contains("role=\"status\"");

            assertThat(here.page("/camunda/app/tasklist/default/").statusCode()).isEqualTo(200);
            there = here.at(other.port()).with("X-XSRF-TOKEN", here.cookies.get("XSRF-TOKEN"));
            assertThat(there.post("/camunda/api/engine/engine/default/task/count", "{}")
                            .statusCode())
                    .isEqualTo(200);

            people.endRole(ADMINISTRATOR, Role.administrator, "MOH", VietnamTime.dayOf(clock.instant()));
            assertThat(there.page("/failures").statusCode()).isEqualTo(403);
            assertThat(there.page("/account").statusCode()).isEqualTo(200);

            there.form("/logout", Map.of("_csrf", Client.formToken(there.page("/account"))));
            assertThat(here.get("/api/v1/tasks").statusCode()).isEqualTo(401);
        }
    }

    private void somebodyOfTheMinistry() {
        people.addUnit(new NewUnit(
                "MOH",
                "Bộ Y tế",
                UnitKind.MOH,
                null,
                null,
                null,
                null,
                "BYT",
                "Hà Nội",
                Numbering.register,
                LocalDate.of(2020, 1, 1),
                false));
        people.addPerson(new Person(ADMINISTRATOR, "Phạm Quản Trị", null, "vi", true), encoder.encode(PASSWORD));
        people.assign(ADMINISTRATOR, Role.administrator, "MOH", null, LocalDate.of(2020, 1, 1));
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
