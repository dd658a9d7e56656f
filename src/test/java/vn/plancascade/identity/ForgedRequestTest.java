package vn.plancascade.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.plancascade.support.Client;

class ForgedRequestTest extends RunningApplication {

    private static final String SUBMISSION = "{\"variables\":{\"title\":{\"value\":\"Xong\"}}}";

    @Test
    void tasklistsFormWithoutItsTokenIsRefusedAndNothingHappens() {
        String task = task("drafter:UNIT-A");
        String path = "/camunda/api/engine/engine/default/task/" + task + "/submit-form";
        Client without = webapp(DRAFTER);
        without.headers.remove("X-XSRF-TOKEN");
        Client foreign = webapp(DRAFTER).with("X-XSRF-TOKEN", "0123456789ABCDEF0123456789ABCDEF");

        assertThat(without.post(path, SUBMISSION).statusCode()).isEqualTo(403);
        assertThat(foreign.post(path, SUBMISSION).statusCode()).isEqualTo(403);
        assertThat(tasks.createTaskQuery().taskId(task).count()).isEqualTo(1);
        assertThat(webapp(DRAFTER).post(path, SUBMISSION).statusCode()).isEqualTo(204);
    }

    @Test
    void ourInterfaceUnderASessionNeedsAToken() {
        String task = task("drafter:UNIT-A");
        String path = "/api/v1/tasks/" + task + "/claim";
        Client browser = session(DRAFTER);

        assertThat(browser.post(path, "{}").statusCode()).isEqualTo(403);
        assertThat(tasks.createTaskQuery().taskId(task).singleResult().getAssignee())
                .isNull();
        browser.with("X-CSRF-TOKEN", Client.formToken(browser.page("/login")));
        assertThat(browser.post(path, "{}").statusCode()).isEqualTo(200);
        browser.with("X-CSRF-TOKEN", "khong-phai");
        assertThat(browser.post(path, "{}").statusCode()).isEqualTo(403);
    }

    @Test
    void credentialsNextToASessionDoNotReplaceTheToken() {
        String task = task("drafter:UNIT-A");
        Client browser = session(DRAFTER).basic(DRAFTER, PASSWORD);

        assertThat(browser.post("/api/v1/tasks/" + task + "/claim", "{}").statusCode())
                .isEqualTo(403);
    }

    @Test
    void programWithCredentialsNeedsNoToken() {
        String task = task("drafter:UNIT-A");

        assertThat(basic(DRAFTER).post("/api/v1/tasks/" + task + "/claim", "{}").statusCode())
                .isEqualTo(200);
    }

    @Test
    void otherSitesCannotUseCredentialsThatABrowserKeeps() {
        String task = task("drafter:UNIT-A");
        Client forged = basic(DRAFTER).with("Sec-Fetch-Site", "cross-site").with("Sec-Fetch-Mode", "cors");

        assertThat(forged.post("/engine-rest/task/" + task + "/claim", "{}").statusCode())
                .isEqualTo(403);
        assertThat(forged.post("/api/v1/tasks/" + task + "/claim", "{}").statusCode())
                .isEqualTo(403);
    }

    @Test
    void loginAndLogoutNeedAToken() {
        Client browser = client();
        assertThat(browser.form("/login", Map.of("username", DRAFTER, "password", PASSWORD))
                        .headers()
                        .firstValue("location"))
                .get()
                .asString()
                .endsWith("/login?expired");
        Client loggedIn = session(DRAFTER);
        assertThat(loggedIn.form("/logout", Map.of()).statusCode()).isEqualTo(403);
        assertThat(loggedIn.get("/api/v1/tasks").statusCode()).isEqualTo(200);
    }
}
