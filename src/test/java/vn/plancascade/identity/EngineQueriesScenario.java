package vn.plancascade.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.plancascade.support.Client;

/** Nobody but an administrator makes the engine search by whatever there is, and nobody makes it search for long. */
abstract class EngineQueriesScenario extends RunningApplication {

    private static final List<String> WAYS = List.of("/engine-rest", "/camunda/api/engine/engine/default");
    private static final List<String> QUERIES =
            List.of("/task", "/task/count", "/filter/plan-cascade-mine/list", "/filter/plan-cascade-mine/count");

    private Client as(String login, String way) {
        return way.equals("/engine-rest") ? basic(login) : webapp(login);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "typo                     | {'typo':1}",
                "caseInstanceId           | {'caseInstanceId':'x'}",
                "withCommentAttachmentInfo| {'withCommentAttachmentInfo':true}",
                "typo                     | {'orQueries':[{'typo':1}]}",
                "orQueries                | {'orQueries':[{'orQueries':[{'assignee':'x'}]}]}",
                "orQueries                | {'orQueries':[{},{},{},{}]}",
                "orQueries                | {'orQueries':'x'}",
                "orQueries                | {'orQueries':['x']}",
                "processVariables         | {'processVariables':[<V>,<V>,<V>,<V>,<V>,<V>]}",
                "taskVariables            | {'processVariables':[<V>,<V>,<V>],'taskVariables':[<V>,<V>,<V>]}",
                "processVariables         | {'orQueries':[{'processVariables':[<V>,<V>,<V>]},{'processVariables':[<V>,<V>,<V>]}]}",
                "processVariables.sql     | {'processVariables':[{'sql':'x'}]}",
                "processVariables         | {'processVariables':{'name':'x'}}",
                "sorting                  | {'sorting':[<S>,<S>,<S>,<S>]}",
                "sorting.typo             | {'sorting':[{'typo':'x'}]}",
                "name                     | {'name':{'typo':'x'}}",
                "nameLike                 | {'nameLike':'x%\\\\'}",
                "nameLike                 | {'nameLike':'\\\\x'}",
                "name                     | {'name':'a\\u0000b'}",
            })
    void unknownAndUnboundedQueriesAreRefusedByName(String property, String body) {
        String sent = body.replace('\'', '"')
                .replace("<V>", "{\"name\":\"planId\",\"operator\":\"like\",\"value\":\"%1%\"}")
                .replace("<S>", "{\"sortBy\":\"dueDate\",\"sortOrder\":\"asc\"}");
        for (String way : WAYS) {
            Client client = as(DRAFTER, way);
            for (String query : QUERIES) {
                HttpResponse<String> answer = client.post(way + query, sent);

                assertThat(answer.statusCode()).as(query + answer.body()).isEqualTo(400);
                assertThat(read(answer.body()).get("message").asText()).contains("“" + property + "”");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/task,typo=1,typo",
        "/task/count,late=true,late",
        "/task,nameLike=%5C,nameLike",
        "/task,'processVariables=a_eq_1,b_eq_1,c_eq_1,d_eq_1,e_eq_1,f_eq_1',processVariables",
        "/filter/plan-cascade-mine/list,name=x,name",
        "/filter,typo=1,typo",
        "/process-definition,resourceNameLike=x,resourceNameLike",
        "/history/process-instance,variables=a_eq_1,variables",
        "/history/task,taskNameLike=%25x,taskNameLike",
        "/history/task,orQueries=x,orQueries"
    })
    void unknownParametersAreRefusedByName(String path, String parameters, String named) {
        for (String way : WAYS) {
            HttpResponse<String> answer = as(DRAFTER, way).get(way + path + "?" + parameters);

            assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(400);
            assertThat(answer.body()).contains("“" + named + "”");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {DRAFTER, ADMINISTRATOR})
    void listsWithoutAnEndAreRefused(String login) {
        String many = IntStream.range(0, 100_000).mapToObj(n -> "\"" + n + "\"").collect(Collectors.joining(","));
        String thousand =
                IntStream.range(0, 1001).mapToObj(n -> "\"" + n + "\"").collect(Collectors.joining(","));
        for (String way : WAYS) {
            Client client = as(login, way);
            for (String list : new String[] {many, thousand}) {
                HttpResponse<String> answer = client.post(way + "/task", "{\"taskIdIn\":[" + list + "]}");

                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/task?nameLike=%5C",
                "/process-definition?nameLike=x%5C",
                "/process-instance?variables=a_like_%5C",
                "/task?maxResults=-1",
                "/task?maxResults=x",
                "/task?sortBy=typo&sortOrder=asc",
                "/task?dueBefore=x"
            })
    void whatTheDatabaseWouldStumbleOverIsRefusedForAdministratorsToo(String path) {
        for (String way : WAYS) {
            HttpResponse<String> answer = as(ADMINISTRATOR, way).get(way + path);

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
            assertThat(read(answer.body()).get("message").asText()).doesNotContain("org.", "java.", "SQL", "ACT_");
        }
    }

    /** A condition that the engine does not know would suspend every case. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/process-instance/suspended | {'suspended':true,'processInstanceQuery':{'orQueries':[{'typo':1}]}} | typo",
                "/process-instance/suspended | {'suspended':true,'processInstanceIdss':['x']} | processInstanceIdss",
                "/process-definition/suspended | {'suspended':true,'processDefinitionKeyy':'x'} | processDefinitionKeyy",
                "/job/suspended | {'suspended':true,'jobIdd':'x'} | jobIdd",
                "/job/retries | {'retries':1,'jobQuery':{'typo':1}} | typo",
                "/job/x/retries | {'retrys':1} | retrys"
            })
    void changesOfAdministratorsNameNothingUnknown(String path, String body, String named) {
        for (String way : WAYS) {
            Client client = as(ADMINISTRATOR, way);
            String method = path.equals("/job/retries") ? "POST" : "PUT";

            HttpResponse<String> answer = client.send(method, way + path, body.replace('\'', '"'), "application/json");

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
            assertThat(answer.body()).contains(named + "”");
        }
    }

    /** Word for word what the webapp posts: an empty search, one by each sort of condition, any of them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'processVariables':[],'taskVariables':[],'caseInstanceVariables':[],'firstResult':0,'maxResults':15,"
                        + "'sorting':[{'sortOrder':'desc','sortBy':'created'}],'active':true}",
                "{'processVariables':[{'name':'planId','operator':'eq','value':1}],'taskVariables':[],"
                        + "'caseInstanceVariables':[],'nameLike':'%kế hoạch%','dueBefore':'2026-01-01T00:00:00.000+0700',"
                        + "'assignee':'nguyen.an','variableNamesIgnoreCase':true,'firstResult':0,'maxResults':15,"
                        + "'sorting':[{'sortBy':'dueDate','sortOrder':'asc'},{'sortBy':'processVariable','sortOrder':'asc',"
                        + "'parameters':{'variable':'planId','type':'long'}}],'active':true}",
                "{'orQueries':[{'processVariables':[],'taskVariables':[],'caseInstanceVariables':[],'priority':50,"
                        + "'descriptionLike':'%x%'}],'firstResult':0,'maxResults':15,'sorting':[],'active':true}"
            })
    void tasklistsOwnSearchesAreAnswered(String body) {
        for (String way : WAYS) {
            HttpResponse<String> answer = as(DRAFTER, way)
                    .post(way + "/filter/plan-cascade-mine/list?firstResult=0&maxResults=15", body.replace('\'', '"'));

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        }
    }

    /** Requests whose body does not come hold their turn, so that the twenty-first is refused whatever the machine does. */
    @Test
    void onePersonAsksAFewThingsAtOnceAndNobodyElseWaits() throws IOException {
        List<Socket> waiting = new ArrayList<>();
        try {
            for (int call = 0; call < 20; call++) {
                waiting.add(started(COLLEAGUE));
            }
            try (Socket surplus = started(COLLEAGUE)) {
                List<Socket> all = new ArrayList<>(waiting);
                all.add(surplus);
                assertThat(firstAnswer(all)).contains("429").containsIgnoringCase("retry-after:");
            }
            assertThat(basic(DRAFTER).get("/engine-rest/task/count").statusCode())
                    .isEqualTo(200);
        } finally {
            for (Socket call : waiting) {
                call.close();
            }
        }
    }

    private Socket started(String login) throws IOException {
        Socket socket = new Socket("localhost", port);
        String credentials =
                Base64.getEncoder().encodeToString((login + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream()
                .write(("POST /engine-rest/task/count HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                                + "Authorization: Basic " + credentials + "\r\nContent-Length: 2\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static String firstAnswer(List<Socket> sockets) throws IOException {
        while (true) {
            for (Socket socket : sockets) {
                InputStream answer = socket.getInputStream();
                if (answer.available() > 0) {
                    byte[] head = new byte[2048];
                    return new String(head, 0, answer.read(head), StandardCharsets.UTF_8);
                }
            }
            Thread.onSpinWait();
        }
    }
}
