package vn.plancascade.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.Iterator;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.plancascade.support.Client;

@DisplayName("Nobody is anonymous")
class ClosedDoorsTest extends RunningApplication {

    @Test
    void everyPathOfTheInterfaceAsksForALogin() {
        JsonNode paths = read(basic(DRAFTER).get("/v3/api-docs").body()).get("paths");
        assertThat(paths.size()).isPositive();

        for (Map.Entry<String, JsonNode> path : paths.properties()) {
            for (Iterator<String> methods = path.getValue().fieldNames(); methods.hasNext(); ) {
                String method = methods.next().toUpperCase();
                String address = path.getKey().replaceAll("\\{[^}]+}", "1");
                String body = method.equals("GET") || method.equals("DELETE") ? null : "{}";

                HttpResponse<String> answer = client().send(method, address, body, "application/json");

                assertThat(answer.statusCode()).as(method + " " + address).isEqualTo(401);
                assertThat(answer.headers().firstValue("content-type").orElseThrow())
                        .startsWith("application/problem+json");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v3/api-docs",
                "/v3/api-docs.yaml",
                "/api/v1/tasks",
                "/api/v1/unknown",
                "/actuator",
                "/actuator/env",
                "/engine-rest",
                "/engine-rest/",
                "/engine-rest/engine",
                "/engine-rest/engine/default/task",
                "/engine-rest/version",
                "/engine-rest/process-definition",
                "/engine-rest/user",
                "/engine-rest/identity/password-policy",
                "/camunda/api/engine/engine/",
                "/camunda/api/engine/engine/default/identity/password-policy",
                "/camunda/api/engine/engine/default/task",
                "/camunda/api/admin/auth/user/default",
                "/camunda/api/admin/plugin/license/default/check-key",
                "/camunda/api/cockpit/plugin/base/default/process-definition/statistics",
                "/camunda/api/tasklist/plugin/tasklistPlugins/static/app/plugin.js"
            })
    void everyInterfaceAsksForALogin(String path) {
        assertThat(client().get(path).statusCode()).as(path).isEqualTo(401);
        assertThat(client().page(path).statusCode()).as(path + " by a browser").isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/unknown",
                "/camunda",
                "/camunda/",
                "/camunda/app/",
                "/camunda/app/tasklist/default/",
                "/camunda/app/admin/default/",
                "/camunda/app/cockpit/default/",
                "/camunda/app/welcome/default/"
            })
    void everyPageLeadsToTheLogin(String path) {
        HttpResponse<String> answer = client().page(path);

        assertThat(answer.statusCode()).as(path).isEqualTo(302);
        assertThat(answer.headers().firstValue("location").orElseThrow()).endsWith("/login");
    }

    @ParameterizedTest
    @CsvSource({"/login,200", "/css/login.css,200", "/actuator/health,200"})
    void theWayInIsOpen(String path, int status) {
        assertThat(client().get(path).statusCode()).isEqualTo(status);
    }

    @Test
    void nobodyMakesAnAdministratorThroughTheSetup() {
        String path = "/camunda/api/admin/setup/default/user/create";
        String body = "{\"profile\":{\"id\":\"evil\",\"firstName\":\"e\",\"lastName\":\"v\"},"
                + "\"credentials\":{\"password\":\"evil\"}}";

        assertThat(client().post(path, body).statusCode()).isEqualTo(401);
        assertThat(webapp(DRAFTER).post(path, body).statusCode()).isEqualTo(403);
        assertThat(webapp(ADMINISTRATOR).post(path, body).statusCode()).isEqualTo(403);
        assertThat(basic(ADMINISTRATOR).post(path, body).statusCode()).isEqualTo(403);
        assertThat(organisation.person("evil")).isEmpty();
    }

    @Test
    void theWebappsHaveNoLoginOfTheirOwn() {
        Client browser = webapp(DRAFTER);

        HttpResponse<String> answer = browser.form(
                "/camunda/api/admin/auth/user/default/login/tasklist",
                Map.of("username", ADMINISTRATOR, "password", PASSWORD));

        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void engineInterfaceDoesNotTakeTheSession() {
        assertThat(session(DRAFTER).get("/engine-rest/task").statusCode()).isEqualTo(401);
        assertThat(basic(DRAFTER).get("/engine-rest/task").headers().allValues("set-cookie"))
                .isEmpty();
    }

    @Test
    void onlyAdministratorsOpenTheOtherWebapps() {
        assertThat(session(DRAFTER).page("/camunda/app/admin/default/").statusCode())
                .isEqualTo(403);
        assertThat(session(DRAFTER).page("/camunda/app/cockpit/default/").statusCode())
                .isEqualTo(403);
        assertThat(session(ADMINISTRATOR).page("/camunda/app/admin/default/").statusCode())
                .isEqualTo(200);
        assertThat(session(ADMINISTRATOR).page("/camunda/app/cockpit/default/").statusCode())
                .isEqualTo(200);
    }

    @Test
    void everyAnswerCarriesTheHeadersThatProtectIt() {
        Client browser = session(DRAFTER);

        for (String path : new String[] {"/login", "/api/v1/tasks", "/camunda/app/tasklist/default/"}) {
            HttpResponse<String> answer = browser.get(path);
            assertThat(answer.headers().map())
                    .as(path)
                    .containsKeys("x-content-type-options", "content-security-policy");
            assertThat(answer.headers().allValues("content-security-policy")).hasSize(1);
        }
        assertThat(basic(DRAFTER).get("/engine-rest/task").headers().map())
                .containsKeys("x-content-type-options", "content-security-policy", "cache-control");
    }
}
