package vn.plancascade.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import vn.plancascade.support.Client;

/** The table of reminders over HTTP; what it says about duties is shown where there are some. */
abstract class DeadlinePolicyScenario extends RunningApplication {

    private static final String PATH = "/api/v1/deadline-policy";

    @Test
    void administratorsAloneReplaceTheTableAndOnlyAfterACheck() {
        Client admin = basic(ADMINISTRATOR);
        JsonNode before = read(admin.get(PATH).body());
        String own = admin.get(PATH + "/file").body();
        assertThat(before.get("content").asText()).contains("REMIND_3");
        String earlier = own.replace("<text>-3</text>", "<text>-2</text>");

        assertThat(basic(DRAFTER).get(PATH).statusCode()).isEqualTo(403);
        assertThat(basic(DRAFTER).get(PATH + "/file").statusCode()).isEqualTo(403);
        assertThat(sent(basic(DRAFTER), PATH, earlier).statusCode()).isEqualTo(403);
        assertThat(basic(DRAFTER).page("/deadline-policy").statusCode()).isEqualTo(403);
        HttpResponse<String> code = sent(admin, PATH, own.replace("<text>-3</text>", "<text>now()</text>"));
        assertThat(code.statusCode()).isEqualTo(422);
        assertThat(read(code.body()).at("/errors/0/field").asText()).isEqualTo("file");
        HttpResponse<String> tried = sent(admin, PATH + "?dryRun=true", earlier);
        assertThat(tried.statusCode()).as(tried.body()).isEqualTo(200);
        assertThat(read(tried.body()).get("applied").asBoolean()).isFalse();
        assertThat(read(admin.get(PATH).body())).isEqualTo(before);

        HttpResponse<String> applied = sent(admin, PATH, earlier);

        assertThat(applied.statusCode()).as(applied.body()).isEqualTo(200);
        assertThat(read(applied.body()).get("version").asInt()).isEqualTo(1);
        JsonNode history = read(admin.get(PATH).body()).get("history");
        assertThat(history).hasSize(2);
        assertThat(history.at("/0/uploadedBy").asText()).isEqualTo(ADMINISTRATOR);
        assertThat(history.at("/0/fileName").asText()).isEqualTo("moi.dmn");
        assertThat(admin.get(PATH + "/file").body()).isEqualTo(earlier);
        assertThat(admin.get(PATH + "/file?version=0").body()).isEqualTo(own);
        assertThat(admin.get(PATH + "/file?version=9").statusCode()).isEqualTo(404);
        assertThat(sent(admin, PATH, earlier).statusCode()).isEqualTo(422);
        assertThat(session(ADMINISTRATOR).page("/deadline-policy").body()).contains("moi.dmn");
        assertThat(sent(admin, PATH, own).statusCode()).isEqualTo(200);
    }

    @Test
    void nobodyDeploysModelsOverHttp() {
        for (String path : new String[] {"/engine-rest/deployment/create", "/engine-rest/deployment/x/redeploy"}) {
            assertThat(sent(basic(ADMINISTRATOR), path, "<!DOCTYPE x SYSTEM \"http://127.0.0.1/\"><x/>")
                            .statusCode())
                    .isEqualTo(403);
        }
        assertThat(sent(webapp(ADMINISTRATOR), "/camunda/api/engine/engine/default/deployment/create", "<x/>")
                        .statusCode())
                .isEqualTo(403);
    }

    private static HttpResponse<String> sent(Client client, String path, String file) {
        return client.send(
                "POST",
                path,
                "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"moi.dmn\"\r\n"
                        + "Content-Type: application/xml\r\n\r\n" + file + "\r\n--x--\r\n",
                "multipart/form-data; boundary=x");
    }
}
