package vn.plancascade.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.plancascade.support.Api;
import vn.plancascade.support.Client;
import vn.plancascade.support.Pdfs;
import vn.plancascade.support.Pictures;

/** Evidence at the items of a sub-plan, from the draft over rounds of approval to what was issued. */
final class AttachedEvidence {

    private static final String DRAFT = "userTask_draftSubPlan";
    private static final String APPROVE = "userTask_approveSubPlan";

    private static final byte[] MINUTES = Pdfs.signed("biên bản");

    private final int port;
    private final JdbcClient jdbc;
    private final String unit;
    private final long duty;

    AttachedEvidence(int port, JdbcClient jdbc, String unit, long duty) {
        this.port = port;
        this.jdbc = jdbc;
        this.unit = unit;
        this.duty = duty;
    }

    void badFilesAreRefused() {
        Api drafter = as(".chuyenvien");
        String task = task(drafter, DRAFT);
        byte[] page = "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8);
        assertThat(add(drafter, task, null, "a.pdf", Pdfs.signed("x")).fields()).containsExactly("item");
        assertThat(add(drafter, task, "99", "a.pdf", Pdfs.signed("x")).fields()).containsExactly("item");
        assertThat(add(drafter, task, "1", "a.pdf", null).fields()).containsExactly("file");
        assertThat(add(drafter, task, "1", "a.pdf", page).fields()).containsExactly("file");
        assertThat(add(drafter, task, "1", "a.png", Pdfs.withScript()).fields()).containsExactly("file");
        assertThat(files(drafter, task)).isEmpty();
    }

    void theDraftHoldsItForThoseWhoMayReadTheDraft(String stranger) {
        Api drafter = as(".chuyenvien");
        String task = task(drafter, DRAFT);
        Api.Answer added = add(drafter, task, "1", "../Ảnh cuộc họp.exe", Pictures.png(40, 30));
        assertThat(added.status()).as(added.body()).isEqualTo(201);
        assertThat(added.json().get("fileName").asText()).isEqualTo("Ảnh cuộc họp.png");
        assertThat(added.json().get("item").asText()).isEqualTo("1");
        long id = added.json().get("id").asLong();
        assertThat(add(drafter, task, "1", "lần nữa.png", Pictures.png(40, 30))
                        .ok()
                        .get("id")
                        .asLong())
                .isEqualTo(id);

        String path = path(task) + "/" + id;
        HttpResponse<String> given =
                new Client(port).basic(unit + ".thutruong", "demo").get(path);
        assertThat(given.statusCode()).isEqualTo(200);
        assertThat(given.headers().firstValue("Content-Type")).contains("image/png");
        assertThat(given.headers().firstValue("Content-Disposition").orElse("")).startsWith("attachment");
        assertThat(given.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(given.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("sandbox");
        for (String login : List.of(stranger + ".thutruong", stranger + ".chuyenvien")) {
            Api other = new Api(port, login);
            assertThat(other.get(path(task)).status()).isEqualTo(404);
            assertThat(other.get(path).status()).isEqualTo(404);
            assertThat(other.delete(path).status()).isEqualTo(404);
            assertThat(add(other, task, "1", "a.pdf", Pdfs.signed("x")).status())
                    .isEqualTo(404);
        }
        assertThat(add(as(".thutruong"), task, "1", "a.pdf", Pdfs.signed("x")).status())
                .isEqualTo(403);
        assertThat(new Api(port, "thanhtra.bo").delete(path).status()).isEqualTo(403);
        assertThat(files(new Api(port, "thanhtra.bo"), task)).containsExactly("Ảnh cuộc họp.png");
    }

    void whoApprovesSeesItAndEachRoundKeepsItsOwn() {
        Api drafter = as(".chuyenvien");
        submit(drafter);
        Api head = as(".thutruong");
        String approval = task(head, APPROVE);
        assertThat(files(head, approval)).containsExactly("Ảnh cuộc họp.png");
        assertThat(add(head, approval, "1", "a.pdf", Pdfs.signed("x")).status()).isEqualTo(409);
        assertThat(head.delete(path(approval) + "/" + first(head, approval)).status())
                .isEqualTo(409);
        Client browser = new Client(port);
        browser.login(unit + ".thutruong", "demo");
        assertThat(browser.page("/tasks/" + approval).body()).contains("Ảnh cuộc họp.png", "/attachments/");
        assertThat(as(".thutruong")
                        .get("/api/v1/obligations/" + duty + "/attachments")
                        .ok())
                .isEmpty();

        head.complete(approval, Api.object().put("decision", "return").put("comment", "Thay ảnh"))
                .ok();
        String again = task(drafter, DRAFT);
        assertThat(files(drafter, again)).containsExactly("Ảnh cuộc họp.png");
        add(drafter, again, "1", "biên bản.pdf", MINUTES).ok();
        assertThat(drafter.delete(path(again) + "/" + first(drafter, again)).status())
                .isEqualTo(204);
        assertThat(files(drafter, again)).containsExactly("biên bản.pdf");
        assertThat(jdbc.sql(
                                "select file_name, from_round, until_round from evidence_file where subject = :s order by id")
                        .param("s", "subPlan:" + duty)
                        .query((row, n) -> row.getString(1) + " " + row.getInt(2) + " " + row.getObject(3))
                        .list())
                .containsExactly("Ảnh cuộc họp.png 1 1", "biên bản.pdf 2 null");
    }

    void whatWasIssuedIsFrozenAndReadByThoseWhoMayReadTheDocument(String stranger) {
        submit(as(".chuyenvien"));
        Api head = as(".thutruong");
        head.complete(task(head, APPROVE), Api.object().put("decision", "approve"))
                .ok();
        Api clerk = as(".vanthu");
        clerk.complete(task(clerk, "userTask_issueSubPlan"), Api.object().put("documentNumber", "41/KH-" + unit))
                .ok();

        String path = "/api/v1/obligations/" + duty + "/attachments";
        JsonNode issued = new Api(port, "thanhtra.bo").get(path).ok();
        assertThat(issued).hasSize(1);
        assertThat(issued.get(0).get("fileName").asText()).isEqualTo("biên bản.pdf");
        String file = path + "/" + issued.get(0).get("id").asLong();
        assertThat(Arrays.equals(head.bytes(file), MINUTES)).isTrue();
        assertThat(head.delete(file).status()).isEqualTo(405);
        assertThat(new Api(port, stranger + ".thutruong").get(path).status()).isEqualTo(404);
        assertThat(new Api(port, stranger + ".thutruong").get(file).status()).isEqualTo(404);
        Client browser = new Client(port);
        browser.login("thanhtra.bo", "demo");
        assertThat(browser.page("/obligations/" + duty).body()).contains("biên bản.pdf");
    }

    void aDraftThatIsGivenUpTakesItAlong() {
        Api drafter = as(".chuyenvien");
        add(drafter, task(drafter, DRAFT), "1", "a.pdf", Pdfs.signed("x")).ok();
        new Api(port, "thanhtra.bo")
                .post("/api/v1/obligations/" + duty + "/waiver", Api.object().put("reason", "Đơn vị giải thể"))
                .ok();
        assertThat(jdbc.sql("select count(*) from evidence_file where subject = :s")
                        .param("s", "subPlan:" + duty)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private void submit(Api drafter) {
        String task = task(drafter, DRAFT);
        ObjectNode draft = Api.adopted(drafter.draft(task));
        draft.remove("version");
        drafter.complete(task, draft).ok();
    }

    /** Other plans ask the same unit. */
    private String task(Api who, String key) {
        return who.tasks(key).stream()
                .filter(task -> task.get("obligationId").asLong() == duty)
                .findFirst()
                .orElseThrow()
                .get("id")
                .asText();
    }

    private Api as(String who) {
        return new Api(port, unit + who);
    }

    private static Api.Answer add(Api who, String task, String item, String name, byte[] file) {
        return who.upload(path(task), item == null ? Map.of() : Map.of("item", item), name, file);
    }

    private static String path(String task) {
        return "/api/v1/tasks/" + task + "/attachments";
    }

    private static long first(Api who, String task) {
        return who.get(path(task)).ok().get(0).get("id").asLong();
    }

    private static List<String> files(Api who, String task) {
        List<String> names = new ArrayList<>();
        who.get(path(task)).ok().forEach(file -> names.add(file.get("fileName").asText()));
        return names;
    }
}
