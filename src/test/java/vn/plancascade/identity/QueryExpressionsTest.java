package vn.plancascade.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.plancascade.support.Client;

@DisplayName("No code runs through a query (CVE-2026-109432)")
class QueryExpressionsTest extends RunningApplication {

    private static final String NESTED = "{\"orQueries\":[{\"assigneeExpression\":\"${queryMarker.touch()}\"}]}";
    private static final String DEEPLY_NESTED =
            "{\"orQueries\":[{\"orQueries\":[{\"assigneeExpression\":\"${queryMarker.touch()}\"}]}]}";
    private static final String PLAIN = "{\"orQueries\":[{\"assignee\":\"x\"}]}";
    private static final String REFUSAL = "Expressions are not allowed";
    private static final String FILTER = "/filter/plan-cascade-mine";

    @AfterEach
    void nothingRan() {
        assertThat(QueryMarker.TOUCHED).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/task", "/task/count", FILTER + "/list", FILTER + "/count", FILTER + "/singleResult"})
    void expressionInANestedQueryIsRefusedAndAPlainOneIsNot(String path) {
        for (String user : new String[] {DRAFTER, ADMINISTRATOR}) {
            HttpResponse<String> refused = basic(user).post("/engine-rest" + path, NESTED);
            HttpResponse<String> control = basic(user).post("/engine-rest" + path, PLAIN);

            assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
            assertThat(control.statusCode()).as(control.body()).isIn(200, 204);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/task", "/task/count", FILTER + "/list", FILTER + "/count"})
    void theWebappsInterfaceRefusesItToo(String path) {
        Client browser = webapp(DRAFTER);
        String engine = "/camunda/api/engine/engine/default";

        HttpResponse<String> refused = browser.post(engine + path, NESTED);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains(REFUSAL);
        assertThat(browser.post(engine + path, PLAIN).statusCode()).isEqualTo(200);
    }

    @Test
    void expressionInsideTwoLevelsIsRefused() {
        HttpResponse<String> refused = basic(DRAFTER).post("/engine-rest/task", DEEPLY_NESTED);

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
    }

    @Test
    void expressionInAnAddressIsRefused() {
        String expression = URLEncoder.encode("${queryMarker.touch()}", StandardCharsets.UTF_8);

        HttpResponse<String> refused = basic(DRAFTER).get("/engine-rest/task?assigneeExpression=" + expression);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains(REFUSAL);
        assertThat(basic(DRAFTER).get("/engine-rest/task?assignee=x").statusCode())
                .isEqualTo(200);
    }

    @Test
    void filterThatHoldsAnExpressionIsNotStored() {
        String filter = "{\"resourceType\":\"Task\",\"name\":\"%s\",\"query\":%s,\"properties\":{}}";

        HttpResponse<String> refused =
                basic(ADMINISTRATOR).post("/engine-rest/filter/create", filter.formatted("Lén", NESTED));
        HttpResponse<String> control =
                basic(ADMINISTRATOR).post("/engine-rest/filter/create", filter.formatted("Thường", PLAIN));

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
        assertThat(refused.body()).contains(REFUSAL);
        assertThat(control.statusCode()).as(control.body()).isEqualTo(200);
        String id = read(control.body()).get("id").asText();
        assertThat(basic(ADMINISTRATOR)
                        .send("PUT", "/engine-rest/filter/" + id, filter.formatted("Đổi", NESTED), "application/json")
                        .statusCode())
                .isEqualTo(400);
        assertThat(basic(ADMINISTRATOR)
                        .get("/engine-rest/filter/" + id + "/list")
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/process-instance", "/history/process-instance", "/history/task"})
    void otherQueriesWithNestedOnesAreStillAnswered(String path) {
        String plain = "{\"orQueries\":[{\"processDefinitionKey\":\"identityDuty\"}]}";

        assertThat(basic(ADMINISTRATOR).post("/engine-rest" + path, plain).statusCode())
                .isEqualTo(200);
    }
}
