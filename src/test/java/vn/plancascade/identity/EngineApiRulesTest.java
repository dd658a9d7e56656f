package vn.plancascade.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.plancascade.support.Client;

class EngineApiRulesTest extends RunningApplication {

    private static final List<String> WAYS = List.of("/engine-rest", "/camunda/api/engine/engine/default");

    private Client as(String login, String way) {
        return way.equals("/engine-rest") ? basic(login) : webapp(login);
    }

    @ParameterizedTest
    @CsvSource({
        "POST,/process-definition/key/identityDuty/start",
        "POST,/process-definition/x/start",
        "POST,/process-definition/x/submit-form",
        "POST,/process-definition/x/restart",
        "PUT,/process-definition/x/suspended",
        "DELETE,/process-definition/x",
        "POST,/process-instance",
        "POST,/process-instance/delete",
        "DELETE,/process-instance/x",
        "PUT,/process-instance/x/suspended",
        "POST,/process-instance/x/modification",
        "PUT,/process-instance/x/variables/a",
        "POST,/process-instance/x/variables",
        "POST,/process-instance/message-async",
        "POST,/message",
        "POST,/signal",
        "POST,/execution/x/signal",
        "POST,/execution/x/localVariables",
        "POST,/execution/x/messageSubscriptions/m/trigger",
        "POST,/task/create",
        "PUT,/task/x",
        "DELETE,/task/x",
        "POST,/task/x/bpmnError",
        "POST,/task/x/bpmnEscalation",
        "POST,/task/x/delegate",
        "POST,/task/x/resolve",
        "POST,/task/x/assignee",
        "POST,/task/x/identity-links",
        "POST,/task/x/identity-links/delete",
        "POST,/task/x/variables",
        "PUT,/task/x/variables/a",
        "DELETE,/task/x/variables/a",
        "POST,/task/x/localVariables",
        "POST,/task/x/comment/create",
        "POST,/task/x/attachment/create",
        "POST,/deployment/create",
        "DELETE,/deployment/x",
        "POST,/external-task/fetchAndLock",
        "POST,/external-task/x/complete",
        "PUT,/external-task/x/retries",
        "POST,/decision-definition/key/x/evaluate",
        "POST,/condition",
        "POST,/user/create",
        "PUT,/user/nguyen.an/profile",
        "PUT,/user/nguyen.an/credentials",
        "DELETE,/user/x",
        "POST,/group/create",
        "PUT,/group/x/members/y",
        "POST,/tenant/create",
        "POST,/authorization/create",
        "PUT,/authorization/x",
        "POST,/identity/verify",
        "POST,/migration/execute",
        "POST,/modification/execute",
        "POST,/batch",
        "PUT,/batch/x/suspended",
        "POST,/job/x/execute",
        "PUT,/job/x/retries",
        "PUT,/job/x/duedate",
        "PUT,/job-definition/x/retries",
        "POST,/history/cleanup",
        "POST,/history/process-instance/delete",
        "DELETE,/history/process-instance/x",
        "POST,/filter/create",
        "PUT,/filter/plan-cascade-mine",
        "DELETE,/filter/plan-cascade-mine",
        "POST,/telemetry/configuration",
        "PATCH,/task/x"
    })
    void nobodyButAdministratorsWritesToTheEngine(String method, String path) {
        for (String way : WAYS) {
            HttpResponse<String> answer = as(DRAFTER, way).send(method, way + path, "{}", "application/json");

            assertThat(answer.statusCode()).as(way + path + " " + answer.body()).isEqualTo(403);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "POST,/task/create",
        "PUT,/task/x",
        "POST,/task/x/bpmnError",
        "POST,/task/x/resolve",
        "POST,/task/x/assignee",
        "POST,/task/x/variables",
        "POST,/process-definition/key/identityDuty/start",
        "DELETE,/process-instance/x",
        "POST,/process-instance/x/modification",
        "PUT,/process-instance/x/variables/a",
        "POST,/message",
        "POST,/signal",
        "POST,/execution/x/signal",
        "POST,/external-task/x/complete",
        "POST,/authorization/create",
        "POST,/user/create",
        "POST,/history/cleanup",
        "POST,/migration/execute"
    })
    void administratorsDoNotActOnBusinessDataEither(String method, String path) {
        for (String way : WAYS) {
            assertThat(as(ADMINISTRATOR, way)
                            .send(method, way + path, "{}", "application/json")
                            .statusCode())
                    .as(way + path)
                    .isEqualTo(403);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/task",
                "/task/count",
                "/filter",
                "/filter/count",
                "/filter/plan-cascade-mine",
                "/filter/plan-cascade-mine/list",
                "/filter/plan-cascade-overdue/count",
                "/process-definition",
                "/process-definition/count",
                "/process-definition/key/identityDuty",
                "/process-definition/key/identityDuty/xml",
                "/history/task",
                "/history/process-instance",
                "/user/nguyen.an/profile",
                "/identity/groups?userId=nguyen.an",
                "/group?member=nguyen.an",
                "/authorization/check?permissionName=ACCESS&permissionValue=32&resourceName=application&resourceType=0"
            })
    void everybodyReadsWhatTasklistNeeds(String path) {
        for (String way : WAYS) {
            HttpResponse<String> answer = as(DRAFTER, way).get(way + path);

            assertThat(answer.statusCode()).as(way + path + " " + answer.body()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/user",
                "/user/count",
                "/user/tran.binh/profile",
                "/identity/groups?userId=tran.binh",
                "/identity/groups?userId=nguyen.an&userId=tran.binh",
                "/group",
                "/group?member=tran.binh",
                "/authorization",
                "/deployment",
                "/job",
                "/incident",
                "/process-instance",
                "/variable-instance",
                "/metrics",
                "/engine/default/task",
                "/telemetry/data"
            })
    void whatIsNobodysBusinessIsForAdministrators(String path) {
        for (String way : WAYS) {
            assertThat(as(DRAFTER, way).get(way + path).statusCode())
                    .as(way + path)
                    .isEqualTo(403);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/user",
                "/user/tran.binh/profile",
                "/group",
                "/authorization",
                "/deployment",
                "/job",
                "/incident",
                "/process-instance",
                "/variable-instance"
            })
    void administratorsSeeTheWholeEngine(String path) {
        for (String way : WAYS) {
            HttpResponse<String> answer = as(ADMINISTRATOR, way).get(way + path);

            assertThat(answer.statusCode()).as(way + path + " " + answer.body()).isEqualTo(200);
        }
    }

    @Test
    void otherWaysToWriteAPathAreRefusedAsWell() {
        String task = task("drafter:UNIT-A");
        for (String path : new String[] {
            "/engine-rest/engine/default/task/" + task + "/complete",
            "/engine-rest//task/" + task + "/assignee",
            "/engine-rest/task/" + task + ";x=1/assignee",
            "/engine-rest/task/" + task + "/complete/",
            "/engine-rest/TASK/" + task + "/assignee",
            "/engine-rest/task/" + task + "%2fassignee",
            "/engine-rest/./task/" + task + "/assignee"
        }) {
            assertThat(basic(DRAFTER).post(path, "{\"userId\":\"tran.binh\"}").statusCode())
                    .as(path)
                    .isIn(400, 403);
        }
        // Written otherwise but the same: it is the product's task list that answers.
        assertThat(basic(DRAFTER)
                        .post("/engine-rest/task/" + task + "/%63laim", "{\"userId\":\"tran.binh\"}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(tasks.createTaskQuery().taskId(task).singleResult().getAssignee())
                .isNull();
    }

    @Test
    void methodCannotBeOverridden() {
        String task = task("drafter:UNIT-A");

        basic(DRAFTER)
                .with("X-HTTP-Method-Override", "DELETE")
                .with("X-Method-Override", "DELETE")
                .post("/engine-rest/task/count?_method=DELETE", "{}");
        basic(DRAFTER).with("X-HTTP-Method-Override", "DELETE").get("/engine-rest/task/" + task + "?_method=DELETE");

        assertThat(tasks.createTaskQuery().taskId(task).count()).isEqualTo(1);
    }
}
