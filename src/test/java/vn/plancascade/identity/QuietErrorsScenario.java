package vn.plancascade.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.plancascade.organisation.Role;
import vn.plancascade.support.Client;

/** What no client sends by itself is refused with a status of its own, tells nothing of the program, and is no fault. */
abstract class QuietErrorsScenario extends RunningApplication {

    private static final String LONG = "x".repeat(5000);

    private static void isQuiet(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.uri() + " " + answer.body()).isBetween(400, 499);
        assertThat(answer.headers().firstValue("content-type").orElse(""))
                .as(answer.body())
                .matches("(application/(problem\\+)?json|text/html).*");
        // Camunda's interfaces name the kind of a problem by a class of theirs; clients go by it.
        assertThat(answer.body().replaceFirst("\"type\":\"\\w+\"", ""))
                .doesNotContain("org.", "java.", "vn.plancascade", "Exception");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/%65ngine-rest/task",
                "/%65ngine-rest/task/x/complete",
                "/camund%61/api/engine/engine/default/task",
                "/engine-rest//task",
                "//",
                "//engine-rest/task",
                "/;x/",
                "/;x=1/engine-rest/task",
                "/css/../engine-rest/task",
                "/css/..%2fengine-rest/task",
                "/css/%2e%2e/api/v1/tasks",
                "/api/v1/tasks/%00",
                "/api/v1/tasks?page=%00",
                "/people?q=a%00b",
                "/login?%00",
                "/engine-rest/task?name=%00",
                "/camunda/api/engine/engine/default/task?name=%00",
                "/error",
                "/error?x=1",
                "/no-such-page",
                "/api/v1/no-such-thing"
            })
    void oddAddressesAreRefusedForProgramsAndForPeople(String path) {
        isQuiet(basic(ADMINISTRATOR).get(path));
        isQuiet(basic(ADMINISTRATOR).page(path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/people?q=",
                "/obligations?q=",
                "/obligations?unit=",
                "/login?",
                "/api/v1/people?q=",
                "/engine-rest/task?name="
            })
    void addressesOfPagesLengthAreRefusedWhole(String path) {
        String address = path + (path.contains("?") ? "" : "?") + LONG;

        isQuiet(basic(ADMINISTRATOR).get(address));
        assertThat(session(ADMINISTRATOR).page(address).body()).endsWith("</html>\n");
    }

    /** As long as an address may be: it is repeated in links all over the page. */
    @Test
    void pageWithALongAddressIsWhole() {
        HttpResponse<String> page = basic(ADMINISTRATOR).page("/obligations?q=" + "x".repeat(3900));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body().strip()).endsWith("</html>");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/people,*/*",
        "/api/v1/people,application/*",
        "/api/v1/people,x",
        "/api/v1/people,application/json;charset=typo",
        "/api/v1/people,text/plain",
        "/api/v1/tasks/x/complete,*/*",
        "/api/v1/units/import,multipart/form-data",
        "/api/v1/units/import,multipart/form-data;boundary=x",
        "/login,*/*",
        "/people/new,*/*",
        "/engine-rest/task,*/*",
        "/engine-rest/task,text/plain",
        "/engine-rest/task/x/complete,*/*",
        "/camunda/api/engine/engine/default/task,*/*",
        "/camunda/api/engine/engine/default/task/count,x"
    })
    void bodiesOfNoKindAreRefused(String path, String type) {
        isQuiet(basic(ADMINISTRATOR).send("POST", path, "{}", type));
    }

    @ParameterizedTest
    @CsvSource({
        "X-Forwarded-Host,a b",
        "X-Forwarded-Host,[::1",
        "X-Forwarded-Proto,javascript",
        "X-Forwarded-Port,x",
        "X-Forwarded-Port,-1",
        "X-Forwarded-Prefix,//evil.example",
        "X-Forwarded-For,x",
        "Forwarded,for=;host=;;=",
        "Accept,x",
        "Accept,*/*;q=x",
        "Accept-Language,x-y-z;q=9",
        "Cookie,lang=%00; JSESSIONID=x",
        "If-Modified-Since,x",
        "Range,bytes=x"
    })
    void hostileHeadersAreNoFault(String header, String value) {
        for (String path : new String[] {"/api/v1/tasks", "/", "/login", "/engine-rest/task", "/v3/api-docs"}) {
            assertThat(basic(ADMINISTRATOR).with(header, value).get(path).statusCode())
                    .as(path)
                    .isLessThan(500);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/obligations?late=true,late",
        "/api/v1/obligations/summary?by=unit&late=true,late",
        "/api/v1/notices?units=,units",
        "/api/v1/tasks?typo,typo",
        "/api/v1/people?lang=vi,lang",
        "/api/v1/plans?_csrf=x,_csrf",
        "/obligations?late=true,late",
        "/obligations?overdue=true&state%5B0%5D.x=1,state[0].x",
        "/people?unt=UNIT-A,unt",
        "/calendar?yaer=2026,yaer",
        "/login?typo,typo",
        "/?typo=1,typo"
    })
    void parametersThatNobodyLooksAtAreRefusedByName(String path, String name) {
        HttpResponse<String> answer = basic(ADMINISTRATOR).get(path);
        HttpResponse<String> page = basic(ADMINISTRATOR).page(path);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(answer.body() + page.body()).contains("“" + name + "”");
        if (path.startsWith("/api/")) {
            assertThat(read(answer.body()).at("/errors/0/field").asText()).isEqualTo(name);
        }
    }

    @Test
    void fieldsThatNobodyLooksAtAreRefusedByName() {
        Client administrator = session(ADMINISTRATOR);
        String token = Client.formToken(administrator.page("/people/new"));
        HttpResponse<String> form = administrator.form(
                "/people/new",
                Map.of("login", "moi", "fullName", "Mới", "email", "", "enabledd", "true", "_csrf", token));
        HttpResponse<String> body = basic(ADMINISTRATOR)
                .post("/api/v1/people", "{\"login\":\"moi\",\"fullName\":\"Mới\",\"enabledd\":true}");

        assertThat(form.statusCode()).isEqualTo(400);
        assertThat(form.body()).contains("“enabledd”");
        assertThat(body.statusCode()).as(body.body()).isEqualTo(400);
        assertThat(read(body.body()).at("/errors/0/field").asText()).isEqualTo("enabledd");
        assertThat(organisation.person("moi")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/v1/people | {'login':'a\\u0000b','fullName':'x'}",
                "/api/v1/people | {'login':'x','full\\u0000Name':'x'}",
                "/api/v1/tasks/x/complete | {'variables':{'title':'\\u0000'}}",
                "/api/v1/tasks/x/complete | {'variables':{'a':[{'b':'\\\\\\u0000'}]}}",
                "/engine-rest/task | {'name':'\\u0000'}",
                "/camunda/api/engine/engine/default/task | {'name':'\\u0000'}"
            })
    void nulInABodyIsRefused(String path, String body) {
        Client client = path.startsWith("/camunda") ? webapp(ADMINISTRATOR) : basic(ADMINISTRATOR);
        HttpResponse<String> answer = client.post(path, body.replace('\'', '"'));

        isQuiet(answer);
        assertThat(answer.statusCode()).as(answer.body()).isIn(400, 404, 422);
    }

    @Test
    void nulInAFormAFileNameOrALoginIsRefused() {
        Client administrator = session(ADMINISTRATOR);
        String token = Client.formToken(administrator.page("/people/new"));

        isQuiet(administrator.form(
                "/people/new", Map.of("login", "a\0b", "fullName", "x", "email", "", "_csrf", token)));
        isQuiet(client().basic("a\0b", PASSWORD).get("/api/v1/tasks"));
        assertThat(client().login("a\0b", PASSWORD)
                        .headers()
                        .firstValue("location")
                        .orElse(""))
                .contains("/login?error");
        for (String name : new String[] {"filename=\"a\0b.csv\"", "filename*=UTF-8''a%00b.csv"}) {
            isQuiet(basic(ADMINISTRATOR)
                    .send(
                            "POST",
                            "/api/v1/units/import",
                            "--x\r\nContent-Disposition: form-data; name=\"file\"; " + name
                                    + "\r\nContent-Type: text/csv\r\n\r\ncode\r\n--x--\r\n",
                            "multipart/form-data; boundary=x"));
        }
    }

    /** Thirteen of twenty were faults. */
    @Test
    void sameRoleGivenTwentyTimesAtOnceIsGivenOnce() throws Exception {
        String login = "dong.thoi." + getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
        person(login, "Nguyễn Đồng Thời", Role.drafter, "UNIT-B");

        List<HttpResponse<String>> answers = atOnce(
                20,
                () -> basic(ADMINISTRATOR)
                        .post("/api/v1/people/" + login + "/roles", "{\"unitCode\":\"UNIT-A\",\"role\":\"clerk\"}"));

        assertThat(answers)
                .extracting(HttpResponse::statusCode)
                .isSubsetOf(200, 409, 422)
                .contains(200);
        JsonNode roles =
                read(basic(ADMINISTRATOR).get("/api/v1/people/" + login).body()).get("roles");
        assertThat(roles)
                .filteredOn(role -> role.get("role").asText().equals("clerk"))
                .hasSize(1);
        assertThat(organisation.actor(login).orElseThrow().holds(Role.clerk)).isTrue();
        assertThat(LocalDate.parse(roles.get(0).get("validFrom").asText())).isNotNull();
    }

    private static List<HttpResponse<String>> atOnce(
            int times, java.util.concurrent.Callable<HttpResponse<String>> call) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(times);
        CyclicBarrier start = new CyclicBarrier(times);
        List<Future<HttpResponse<String>>> running = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            running.add(threads.submit(() -> {
                start.await();
                return call.call();
            }));
        }
        List<HttpResponse<String>> answers = new ArrayList<>();
        for (Future<HttpResponse<String>> one : running) {
            answers.add(one.get());
        }
        threads.shutdown();
        return answers;
    }
}
