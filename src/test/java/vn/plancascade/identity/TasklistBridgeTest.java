package vn.plancascade.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.camunda.bpm.engine.HistoryService;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.plancascade.support.Client;

class TasklistBridgeTest extends RunningApplication {

    /** The two ways to the engine. */
    enum Way {
        REST("/engine-rest/task/"),
        WEBAPP("/camunda/api/engine/engine/default/task/");

        final String root;

        Way(String root) {
            this.root = root;
        }
    }

    @Autowired
    HistoryService history;

    private Client as(Way way, String login) {
        return way == Way.REST ? basic(login) : webapp(login);
    }

    @ParameterizedTest
    @EnumSource
    void formShowsTheDraftAsVariables(Way way) {
        String task = task("drafter:UNIT-A");

        HttpResponse<String> answer = as(way, DRAFTER).get(way.root + task + "/form-variables?deserializeValues=false");

        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode variables = read(answer.body());
        assertThat(variables.at("/title/value").asText()).isEqualTo("Kế hoạch");
        assertThat(variables.at("/title/type").asText()).isEqualTo("String");
        assertThat(variables.at("/count/type").asText()).isEqualTo(way == Way.REST ? "Integer" : "String");
        assertThat(variables.at("/share/type").asText()).isEqualTo("Double");
        assertThat(variables.at("/urgent/type").asText()).isEqualTo("Boolean");
        assertThat(variables.at("/note/type").asText()).isEqualTo("Null");
        assertThat(variables.at("/items/type").asText()).isEqualTo("Json");
        assertThat(read(variables.at("/items/value").textValue()).at("/0/name").asText())
                .isEqualTo("Việc 1");
        assertThat(read(as(way, DRAFTER).get(way.root + task + "/variables").body()))
                .isEqualTo(variables);
    }

    @ParameterizedTest
    @EnumSource
    void savedDraftIsShownToTheNextPerson(Way way) {
        String task = task("drafter:UNIT-A");

        HttpResponse<String> saved =
                as(way, DRAFTER).send("PUT", way.root + task + "/draft", "{\"title\":\"Bản mới\"}", "application/json");

        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(200);
        assertThat(read(as(way, COLLEAGUE)
                                .get(way.root + task + "/form-variables")
                                .body())
                        .at("/title/value")
                        .asText())
                .isEqualTo("Bản mới");
    }

    @ParameterizedTest
    @EnumSource
    void submittedFormIsCheckedRecordedAndLeavesNoVariables(Way way) {
        String task = task("drafter:UNIT-A");
        String instance = tasks.createTaskQuery().taskId(task).singleResult().getProcessInstanceId();
        Client client = as(way, DRAFTER);

        HttpResponse<String> claimed = client.post(way.root + task + "/claim", "{\"userId\":\"" + DRAFTER + "\"}");
        HttpResponse<String> answer = client.post(
                way.root + task + "/submit-form",
                "{\"variables\":{\"title\":{\"value\":\"Xong\"},\"count\":{\"value\":7,\"type\":\"Integer\"},"
                        + "\"items\":{\"value\":\"[{\\\"name\\\":\\\"A\\\"}]\",\"type\":\"Json\"},"
                        + "\"text\":{\"value\":\"[không phải JSON\"}}}");

        assertThat(claimed.statusCode()).isEqualTo(204);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
        assertThat(DutyForm.completedWith.get("title").asText()).isEqualTo("Xong");
        assertThat(DutyForm.completedWith.get("count").intValue()).isEqualTo(7);
        assertThat(DutyForm.completedWith.at("/items/0/name").asText()).isEqualTo("A");
        assertThat(DutyForm.completedWith.get("text").asText()).isEqualTo("[không phải JSON");
        assertThat(history.createHistoricVariableInstanceQuery()
                        .processInstanceId(instance)
                        .variableName("title")
                        .count())
                .isZero();
        HttpResponse<String> again = client.post(way.root + task + "/complete", "{\"variables\":{}}");
        assertThat(again.statusCode()).as(again.body()).isIn(404, 409);
        assertThat(read(again.body()).get("message").asText()).isNotBlank();
    }

    @ParameterizedTest
    @EnumSource
    void whatIsWrongIsSaidInASentenceAndNothingHappens(Way way) {
        String task = task("drafter:UNIT-A");

        HttpResponse<String> answer = as(way, DRAFTER)
                .with("Accept-Language", "vi")
                .post(way.root + task + "/submit-form", "{\"variables\":{\"title\":{\"value\":\"\"}}}");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(read(answer.body()).get("type").asText()).isEqualTo("InvalidInput");
        assertThat(read(answer.body()).get("message").asText())
                .contains(way == Way.REST ? "title: " : "Tên kế hoạch: ")
                .contains("Không được để trống");
        assertThat(tasks.createTaskQuery().taskId(task).count()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"vi, '1.500,5'", "en, '1,500.5'"})
    void tasklistTakesNumbersAsPeopleWriteThemAndShowsThemSo(String language, String typed) {
        String task = task("drafter:UNIT-A");
        Client client = as(Way.WEBAPP, DRAFTER);
        client.cookies.put("lang", language);

        HttpResponse<String> saved = client.send(
                "PUT", Way.WEBAPP.root + task + "/draft", "{\"count\": \"" + typed + "\"}", "application/json");

        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(200);
        assertThat(variable(Way.REST, task, "/count/value").decimalValue()).isEqualByComparingTo("1500.5");
        assertThat(variable(Way.WEBAPP, task, "/count/value").asText()).isEqualTo("1500,5");
    }

    private JsonNode variable(Way way, String task, String pointer) {
        return read(as(way, COLLEAGUE).get(way.root + task + "/form-variables").body())
                .at(pointer);
    }

    @ParameterizedTest
    @EnumSource
    void whoeverSendsAnOlderVersionIsToldAndOverwritesNothing(Way way) {
        String task = task("drafter:UNIT-A");
        String draft = way.root + task + "/draft";
        as(way, COLLEAGUE).send("PUT", draft, "{\"title\": \"Mới\", \"version\": 0}", "application/json");
        Client client = as(way, DRAFTER);

        assertThat(client.send("PUT", draft, "{\"title\": \"Cũ\", \"version\": 0}", "application/json")
                        .statusCode())
                .isEqualTo(409);
        assertThat(client.post(
                                way.root + task + "/submit-form",
                                "{\"variables\": {\"title\": {\"value\": \"Cũ\"}, \"version\": {\"value\": 0}}}")
                        .statusCode())
                .isEqualTo(409);
        assertThat(variable(way, task, "/title/value").asText()).isEqualTo("Mới");
    }

    @ParameterizedTest
    @EnumSource
    void brokenBodyIsRefused(Way way) {
        String task = task("drafter:UNIT-A");

        assertThat(as(way, DRAFTER)
                        .post(way.root + task + "/submit-form", "{\"variables\":")
                        .statusCode())
                .isEqualTo(400);
        assertThat(as(way, DRAFTER).post(way.root + task + "/submit-form", "[]").statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @EnumSource
    void nobodyClaimsForSomebodyElseOrTakesWhatIsClaimed(Way way) {
        String task = task("drafter:UNIT-A");

        assertThat(as(way, DRAFTER)
                        .post(way.root + task + "/claim", "{\"userId\":\"" + COLLEAGUE + "\"}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(as(way, DRAFTER).post(way.root + task + "/claim", "{}").statusCode())
                .isEqualTo(204);
        assertThat(as(way, COLLEAGUE).post(way.root + task + "/claim", "{}").statusCode())
                .isEqualTo(409);
        assertThat(as(way, DRAFTER).post(way.root + task + "/unclaim", "{}").statusCode())
                .isEqualTo(204);
        assertThat(as(way, COLLEAGUE).post(way.root + task + "/claim", "{}").statusCode())
                .isEqualTo(204);
    }

    @ParameterizedTest
    @EnumSource
    void administratorsDoNotDoOtherPeoplesWork(Way way) {
        String task = task("drafter:UNIT-A");

        for (String step : new String[] {"/claim", "/complete", "/submit-form"}) {
            assertThat(as(way, ADMINISTRATOR).post(way.root + task + step, "{}").statusCode())
                    .as(step)
                    .isIn(403, 404);
        }
    }
}
