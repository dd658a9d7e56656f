package vn.plancascade.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent has bounds, and every name in it is one that somebody reads. */
class BoundsTest extends RunningApplication {

    @Test
    void aDraftHoldsTheFormsFieldsAndNoMoreThanAPersonWrites() {
        String task = task("drafter:UNIT-A");
        assertThat(draft(task, "{\"title\":\"a\",\"khong_co\":1}")).isEqualTo(400);
        assertThat(draft(task, keys(30_000))).isEqualTo(422);
        assertThat(draft(task, "{\"note\":" + "[".repeat(20) + "]".repeat(20) + "}"))
                .isEqualTo(422);
        assertThat(draft(task, "{\"note\":\"" + "a".repeat(1_100_000) + "\"}")).isEqualTo(422);
        assertThat(draft(task, keys(1_000_000))).isEqualTo(413);
        assertThat(draft(task, "{\"title\":\"a\",\"note\":\"b\",\"version\":0}"))
                .isEqualTo(200);
        ObjectNode kept = (ObjectNode)
                read(basic(DRAFTER).get("/api/v1/tasks/" + task + "/draft").body());
        assertThat(kept.get("title").asText()).isEqualTo("a");
        assertThat(kept.has("khong_co")).isFalse();
    }

    @Test
    void aCompletionHoldsTheFormsFieldsWhateverWayItTakes() {
        String task = task("drafter:UNIT-A");
        String unknown = "{\"variables\":{\"title\":\"a\",\"khong_co\":1}}";
        String typed = "{\"variables\":{\"title\":{\"value\":\"a\"},\"khong_co\":{\"value\":1}}}";
        assertThat(basic(DRAFTER)
                        .post("/api/v1/tasks/" + task + "/complete", unknown)
                        .statusCode())
                .isEqualTo(400);
        assertThat(basic(DRAFTER)
                        .post("/api/v1/tasks/" + task + "/complete", "{\"variable\":{}}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(basic(DRAFTER)
                        .post("/engine-rest/task/" + task + "/complete", typed)
                        .statusCode())
                .isEqualTo(400);
        assertThat(basic(DRAFTER)
                        .post("/engine-rest/task/" + task + "/submit-form", "{\"varables\":{}}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(basic(DRAFTER)
                        .post("/engine-rest/task/" + task + "/claim", "{\"user\":\"a\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(tasks.createTaskQuery().taskId(task).count()).isEqualTo(1);
        assertThat(basic(DRAFTER)
                        .post("/api/v1/tasks/" + task + "/complete", "{\"variables\":{\"title\":\"a\"}}")
                        .statusCode())
                .isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/plans", "/api/v1/people", "/engine-rest/task", "/login", "/khong-co"})
    void noBodyIsReadWithoutAnEnd(String path) throws Exception {
        byte[] much = "a".repeat(3 * 1024 * 1024).getBytes(StandardCharsets.US_ASCII);
        String login =
                Base64.getEncoder().encodeToString((ADMINISTRATOR + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        for (var body : List.of(
                HttpRequest.BodyPublishers.ofByteArray(much),
                HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(much)))) {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                    .version(HttpClient.Version.HTTP_1_1)
                    .header("Authorization", "Basic " + login)
                    .header("Content-Type", "application/json")
                    .POST(body)
                    .build();
            HttpResponse<String> answer =
                    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(path).isEqualTo(413);
        }
    }

    /** Whatever an administrator may change in the engine: a slip in a name changes nothing. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PUT | /process-instance/suspended | {'suspended':true,'processInstanceQuery':{'orQueries':[{'typo':1}]}}",
                "PUT | /process-instance/suspended | {'suspended':true,'processInstanceQuery':{'typo':1}}",
                "PUT | /process-instance/suspended | {'suspended':true,'historicProcessInstanceQuery':{'typo':1}}",
                "PUT | /process-instance/suspended | {'suspended':true,'processInstanceQuerry':{}}",
                "PUT | /process-instance/x/suspended | {'suspended':true,'typo':1}",
                "PUT | /job/suspended | {'suspended':true,'processDefinitionKeey':'subPlan'}",
                "PUT | /job/x/suspended | {'suspended':true,'typo':1}",
                "POST | /job/retries | {'retries':1,'jobQuery':{'typo':1}}",
                "PUT | /job/x/retries | {'retries':1,'typo':1}",
                "PUT | /job-definition/suspended | {'suspended':true,'typo':1}",
                "PUT | /job-definition/x/suspended | {'suspended':true,'typo':1}",
                "PUT | /job-definition/x/retries | {'retries':1,'typo':1}",
                "PUT | /external-task/retries | {'retries':1,'externalTaskQuery':{'typo':1}}",
                "PUT | /external-task/x/retries | {'retries':1,'typo':1}",
                "PUT | /incident/x/annotation | {'annotation':'a','typo':1}",
                "PUT | /process-definition/suspended | {'suspended':true,'typo':1}",
                "PUT | /process-definition/x/suspended | {'suspended':true,'typo':1}",
                "PUT | /process-definition/key/x/suspended | {'suspended':true,'typo':1}",
                "POST | /filter/create | {'resourceType':'Task','name':'a','query':{'orQueries':[{'typo':1}]}}",
                "POST | /filter/create | {'resourceType':'Task','name':'a','typo':1}",
                "PUT | /filter/x | {'resourceType':'Task','name':'a','query':{'typo':1}}"
            })
    void aSlipInAChangeOfTheEnginesChangesNothing(String method, String path, String body) {
        String running = task("drafter:UNIT-A");
        for (String root : List.of("/engine-rest")) {
            HttpResponse<String> answer =
                    basic(ADMINISTRATOR).send(method, root + path, body.replace('\'', '"'), "application/json");
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
            assertThat(answer.body()).containsAnyOf("typo", "Querry", "Keey");
        }
        assertThat(tasks.createTaskQuery().taskId(running).active().count()).isEqualTo(1);
    }

    private int draft(String task, String body) {
        return basic(DRAFTER)
                .send("PUT", "/api/v1/tasks/" + task + "/draft", body, "application/json")
                .statusCode();
    }

    private static String keys(int n) {
        StringBuilder body = new StringBuilder("{");
        for (int i = 0; i < n; i++) {
            body.append(i == 0 ? "" : ",").append("\"k").append(i).append("\":1");
        }
        return body.append('}').toString();
    }
}
