package vn.plancascade.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.plancascade.support.Client;

class LoginTest extends RunningApplication {

    @Test
    void personLogsInThroughThePageAndReachesTasklist() {
        Client browser = client();

        HttpResponse<String> answer = browser.login(DRAFTER, PASSWORD);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("location").orElseThrow()).doesNotContain("error");
        HttpResponse<String> tasklist = browser.page("/camunda/app/tasklist/default/");
        assertThat(tasklist.statusCode()).isEqualTo(200);
        assertThat(tasklist.body()).contains("camunda-tasklist");
        assertThat(read(browser.get("/camunda/api/admin/auth/user/default").body())
                        .get("authorizedApps"))
                .hasSize(2)
                .extracting(app -> app.asText())
                .containsExactlyInAnyOrder("tasklist", "welcome");
    }

    @Test
    void wrongPasswordIsRefusedInVietnamese() {
        Client browser = client();

        HttpResponse<String> answer = browser.login(DRAFTER, "sai");

        assertThat(answer.headers().firstValue("location").orElseThrow()).endsWith("/login?error");
        assertThat(browser.page("/login?error").body()).contains("không đúng");
    }

    @ParameterizedTest
    @CsvSource({"demo,demo", "admin,admin", "camunda,camunda", "administrator,administrator", "quantri,quantri"})
    void noDefaultAccountExists(String login, String password) {
        assertThat(client().basic(login, password).get("/api/v1/tasks").statusCode())
                .isEqualTo(401);
        assertThat(client().basic(login, password).get("/engine-rest/task").statusCode())
                .isEqualTo(401);
        assertThat(client().login(login, password).headers().firstValue("location"))
                .get()
                .asString()
                .endsWith("/login?error");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/anything", "/engine-rest/task", "/camunda/api/engine/engine/default/task"})
    void basicCredentialsOpenEveryInterface(String path) {
        assertThat(client().get(path).statusCode()).isEqualTo(401);
        assertThat(basic(DRAFTER).get(path + "?maxResults=5").statusCode()).isIn(200, 404);
        assertThat(client().basic(DRAFTER, "sai").get(path).statusCode()).isEqualTo(401);
    }

    @Test
    void programIsAskedForBasicCredentialsAndABrowserNeverIs() {
        assertThat(client().get("/engine-rest/task").headers().firstValue("www-authenticate"))
                .get()
                .asString()
                .startsWith("Basic");
        assertThat(client().with("User-Agent", "Mozilla/5.0")
                        .get("/engine-rest/task")
                        .headers()
                        .firstValue("www-authenticate"))
                .isEmpty();
        assertThat(client().with("Sec-Fetch-Mode", "cors")
                        .get("/api/v1/tasks")
                        .headers()
                        .firstValue("www-authenticate"))
                .isEmpty();
    }

    @Test
    void sessionIdChangesAtLogin() {
        Client browser = client();
        browser.page("/login");
        String before = browser.cookies.get("JSESSIONID");

        browser.login(DRAFTER, PASSWORD);

        assertThat(browser.cookies.get("JSESSIONID")).isNotNull().isNotEqualTo(before);
    }

    @Test
    void oldCookieIsDeadAfterLogout() {
        Client browser = session(DRAFTER);
        String old = browser.cookies.get("JSESSIONID");
        assertThat(browser.get("/api/v1/anything").statusCode()).isNotEqualTo(401);
        String token = Client.formToken(browser.page("/login"));

        HttpResponse<String> answer = browser.form("/logout", Map.of("_csrf", token));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        assertThat(answer.headers().firstValue("location").orElseThrow()).endsWith("/login?loggedOut");
        browser.cookies.put("JSESSIONID", old);
        assertThat(browser.get("/api/v1/anything").statusCode()).isEqualTo(401);
    }

    @Test
    void signingOutInTasklistEndsOurSessionToo() {
        Client browser = webapp(DRAFTER);
        String old = browser.cookies.get("JSESSIONID");

        assertThat(browser.post("/camunda/api/admin/auth/user/default/logout", "")
                        .statusCode())
                .isEqualTo(200);

        browser.cookies.put("JSESSIONID", old);
        assertThat(browser.get("/api/v1/anything").statusCode()).isEqualTo(401);
    }

    @Test
    void disabledPersonLosesTheSessionAtOnce() {
        person("tam.nghi", "Đỗ Tạm Nghỉ", vn.plancascade.organisation.Role.drafter, "UNIT-A");
        Client browser = session("tam.nghi");
        assertThat(browser.get("/camunda/api/engine/engine/default/task/count").statusCode())
                .isEqualTo(200);

        people.change(new vn.plancascade.organisation.Person("tam.nghi", "Đỗ Tạm Nghỉ", null, "vi", false));

        assertThat(browser.get("/camunda/api/engine/engine/default/task/count").statusCode())
                .isIn(401, 403);
        assertThat(browser.get("/api/v1/anything").statusCode()).isIn(401, 403);
        assertThat(basic("tam.nghi").get("/engine-rest/task/count").statusCode())
                .isEqualTo(401);
    }

    @Test
    void sameNameAndPasswordInAnyUnicodeFormLogIn() {
        String decomposed = java.text.Normalizer.normalize(PASSWORD, java.text.Normalizer.Form.NFD);

        assertThat(client().basic(DRAFTER, decomposed)
                        .get("/engine-rest/task/count")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void cookiesAreSecureAndHidden() {
        HttpResponse<String> page = client().page("/login");

        assertThat(page.headers().allValues("set-cookie"))
                .isNotEmpty()
                .allSatisfy(cookie -> assertThat(cookie)
                        .contains("Secure")
                        .contains("HttpOnly")
                        .contains("SameSite=Lax"));
    }
}
