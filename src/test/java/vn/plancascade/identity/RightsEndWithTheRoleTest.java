package vn.plancascade.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Resources;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.organisation.Role;
import vn.plancascade.support.Client;

class RightsEndWithTheRoleTest extends RunningApplication {

    private static final String WEBAPP = "/camunda/api/engine/engine/default";
    private static final String SUBMISSION = "{\"variables\":{\"title\":{\"value\":\"Xong\"}}}";

    @Autowired
    AuthorizationService authorizations;

    @Autowired
    Clock clock;

    @Test
    void formerHolderNeitherSeesNorCompletesWhatWasClaimed() {
        person("thay.the", "Hồ Thay Thế", Role.drafter, "UNIT-A");
        String task = task("drafter:UNIT-A");
        Client program = basic("thay.the");
        Client browser = webapp("thay.the");
        assertThat(program.post("/engine-rest/task/" + task + "/claim", "{\"userId\":\"thay.the\"}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(listed(program, "/engine-rest")).contains(task);
        assertThat(listed(browser, WEBAPP)).contains(task);

        people.endRole("thay.the", Role.drafter, "UNIT-A", VietnamTime.dayOf(clock.instant()));

        assertThat(listed(program, "/engine-rest")).doesNotContain(task);
        assertThat(listed(browser, WEBAPP)).doesNotContain(task);
        assertThat(read(program.get("/api/v1/tasks").body()).get("items")).isEmpty();
        for (String path : new String[] {"", "/form-variables", "/variables", "/form"}) {
            assertThat(program.get("/engine-rest/task/" + task + path).statusCode())
                    .as(path)
                    .isIn(403, 404);
            assertThat(browser.get(WEBAPP + "/task/" + task + path).statusCode())
                    .as(path)
                    .isIn(403, 404);
        }
        for (String step : new String[] {"/submit-form", "/complete", "/claim", "/unclaim"}) {
            assertThat(program.post("/engine-rest/task/" + task + step, SUBMISSION)
                            .statusCode())
                    .as(step)
                    .isIn(403, 404);
            assertThat(browser.post(WEBAPP + "/task/" + task + step, SUBMISSION).statusCode())
                    .as(step)
                    .isIn(403, 404);
        }
        assertThat(program.post("/api/v1/tasks/" + task + "/complete", SUBMISSION)
                        .statusCode())
                .isIn(403, 404);
        assertThat(tasks.createTaskQuery().taskId(task).count()).isEqualTo(1);
    }

    @Test
    void peopleOfAnotherUnitSeeNothing() {
        String task = task("drafter:UNIT-A");

        assertThat(listed(basic(STRANGER), "/engine-rest")).doesNotContain(task);
        assertThat(listed(webapp(STRANGER), WEBAPP)).doesNotContain(task);
        assertThat(basic(STRANGER).get("/engine-rest/task/" + task).statusCode())
                .isIn(403, 404);
        assertThat(basic(STRANGER)
                        .get("/engine-rest/task/" + task + "/variables")
                        .statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "process-instance",
                "activity-instance",
                "task",
                "variable-instance",
                "detail",
                "incident",
                "job-log",
                "identity-link-log",
                "user-operation",
                "decision-instance",
                "batch",
                "external-task-log"
            })
    void historyTellsPeopleNothingAboutOthers(String kind) {
        task("drafter:UNIT-A");

        assertThat(read(basic(STRANGER).get("/engine-rest/history/" + kind).body()))
                .as(kind)
                .isEmpty();
        assertThat(read(basic(STRANGER)
                                .get("/engine-rest/history/" + kind + "/count")
                                .body())
                        .get("count")
                        .asInt())
                .as(kind)
                .isZero();
    }

    @Test
    void onlyTheCandidateGroupIsEverGrantedATask() {
        String task = task("drafter:UNIT-A");
        tasks.setAssignee(task, DRAFTER);
        tasks.setOwner(task, DRAFTER);
        tasks.addCandidateUser(task, COLLEAGUE);

        List<Authorization> grants = authorizations
                .createAuthorizationQuery()
                .resourceType(Resources.TASK)
                .resourceId(task)
                .list();

        assertThat(grants).singleElement().satisfies(grant -> {
            assertThat(grant.getGroupId()).isEqualTo("drafter:UNIT-A");
            assertThat(grant.getUserId()).isNull();
        });
    }

    @Test
    void grantGoesWithTheCandidateGroup() {
        String task = task("drafter:UNIT-A");

        tasks.addCandidateGroup(task, "drafter:UNIT-B");
        tasks.deleteCandidateGroup(task, "drafter:UNIT-A");

        assertThat(authorizations
                        .createAuthorizationQuery()
                        .resourceType(Resources.TASK)
                        .resourceId(task)
                        .list())
                .extracting(Authorization::getGroupId)
                .containsExactly("drafter:UNIT-B");
    }

    private List<String> listed(Client client, String engine) {
        List<String> ids = new ArrayList<>();
        for (JsonNode task : read(client.get(engine + "/task?maxResults=1000").body())) {
            ids.add(task.get("id").asText());
        }
        return ids;
    }
}
