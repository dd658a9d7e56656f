package vn.plancascade.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import vn.plancascade.support.Api;
import vn.plancascade.support.Pdfs;

/** The board of a plan's tasks over HTTP, for scenarios in which plan 360 is in force. */
public final class BoardOfTasks {

    private static final String LED = "II.2.2";

    private final int port;
    private final long plan;

    public BoardOfTasks(int port, long plan) {
        this.port = port;
        this.plan = plan;
    }

    public JsonNode task(String login, String no) {
        JsonNode items = as(login).get(at("")).ok().get("items");
        for (JsonNode item : items) {
            if (item.get("no").asText().equals(no)) {
                return item;
            }
        }
        throw new AssertionError(no + " is not among " + items.findValuesAsText("no"));
    }

    /** Each number of the board is that of the list behind it. */
    public void eachNumberLeadsToItsList(String login, String no) {
        JsonNode units = task(login, no).get("units");
        for (Answer answer : Answer.values()) {
            assertThat(as(login)
                            .get(at("/" + no + "/units?size=1&answer=" + answer))
                            .ok()
                            .get("total")
                            .asInt())
                    .as(no + " " + answer)
                    .isEqualTo(units.get(answer.name()).asInt());
        }
    }

    /** The units that say this of the task. */
    public List<String> units(String login, String no, Answer answer) {
        return as(login)
                .get(at("/" + no + "/units?size=2000&answer=" + answer))
                .ok()
                .get("items")
                .findValuesAsText("unitCode");
    }

    public void theUnitsThatThePlanNamesTellHowFarTheyAre() {
        JsonNode first = task("lanhdao.bo", LED);
        assertThat(first.at("/unit/code").asText()).isEqualTo("VPB");
        assertThat(first.get("coordinating").findValuesAsText("code")).containsExactly("BAO-SKDS", "TT-TTGDSK");
        assertThat(first.get("due").asText()).isEqualTo("2023-11-30");
        assertThat(first.get("state").asText()).isEqualTo("notBegun");
        assertThat(first.get("milestones")).hasSize(2);
        assertThat(task("lanhdao.bo", "II.1.1").get("unit").isNull()).isTrue();

        ObjectNode told =
                Api.object().put("state", "underWay").put("percent", 40).put("note", "Đã ký hợp đồng");
        told.putArray("milestonesDone").add(1);
        JsonNode now =
                as("VPB.chuyenvien").post(at("/" + LED + "/progress"), told).ok();
        assertThat(now.get("percent").asInt()).isEqualTo(40);
        assertThat(now.at("/milestones/0/doneOn").isNull()).isFalse();
        assertThat(now.at("/milestones/1/doneOn").isNull()).isTrue();

        // Whoever wrote upon what was there before is told so; the others go on from the newest.
        ObjectNode next =
                Api.object().put("state", "underWay").put("percent", 60).put("version", 0);
        assertThat(as("BAO-SKDS.chuyenvien")
                        .post(at("/" + LED + "/progress"), next)
                        .status())
                .isEqualTo(409);
        as("BAO-SKDS.chuyenvien")
                .post(at("/" + LED + "/progress"), next.put("version", 1))
                .ok();
        as("thanhtra.bo")
                .post(at("/" + LED + "/progress"), next.put("percent", 65).put("version", 2))
                .ok();

        JsonNode detail = as("lanhdao.bo").get(at("/" + LED)).ok();
        assertThat(detail.get("history").findValuesAsText("percent")).containsExactly("65", "60", "40");
        assertThat(detail.at("/history/2/note").asText()).isEqualTo("Đã ký hợp đồng");
        assertThat(as("quantri").get("/api/v1/audit?plan=" + plan).ok().toString())
                .contains("planTaskTold");
    }

    public void othersNeitherTellNorReadWhatWasTold() {
        ObjectNode told = Api.object().put("state", "done");
        for (String stranger : List.of("BV-E.thutruong", "SYT-01.chuyenvien", "lanhdao.bo", "quantri")) {
            assertThat(as(stranger).post(at("/" + LED + "/progress"), told).status())
                    .as(stranger)
                    .isEqualTo(403);
        }
        JsonNode seen = task("BV-E.thutruong", LED);
        assertThat(seen.get("percent").asInt()).isEqualTo(65);
        assertThat(seen.get("note").isNull()).isTrue();
        assertThat(as("BV-E.thutruong").get(at("/" + LED)).ok().get("history")).isEmpty();
        assertThat(as("BV-E.thutruong").get("/api/v1/plans/999/tasks").status()).isEqualTo(404);
        assertThat(as("lanhdao.bo").get(at("/IX.9")).status()).isEqualTo(404);
        // What units say is shown of those that one may see.
        assertThat(units("BV-E.thutruong", "II.1.1", Answer.adopted)).isSubsetOf("BV-E");
    }

    public void badProgressIsNamedAndChangesNothing() {
        Map.of(
                        "{}", "state",
                        "{\"state\":\"underWay\"}", "percent",
                        "{\"state\":\"underWay\",\"percent\":100}", "percent",
                        "{\"state\":\"done\",\"percent\":99}", "percent",
                        "{\"state\":\"done\",\"milestonesDone\":[3]}", "milestonesDone",
                        "{\"state\":\"done\",\"milestonesDone\":[null]}", "milestonesDone")
                .forEach((sent, field) -> assertThat(as("VPB.chuyenvien")
                                .post(at("/" + LED + "/progress"), json(sent))
                                .fields())
                        .as(sent)
                        .containsExactly(field));
        for (String sent : List.of("{\"state\":\"xong\"}", "{\"state\":\"done\",\"tyLe\":1}")) {
            assertThat(as("VPB.chuyenvien")
                            .post(at("/" + LED + "/progress"), json(sent))
                            .status())
                    .as(sent)
                    .isIn(400, 422);
        }
        assertThat(as("lanhdao.bo").get(at("/" + LED + "/units?answer=ai")).status())
                .isIn(400, 422);
        assertThat(task("lanhdao.bo", LED).get("percent").asInt()).isEqualTo(65);
    }

    public void evidenceIsForThoseWhoWorkOnIt() {
        String files = at("/" + LED + "/attachments");
        byte[] contract = Pdfs.signed("hợp đồng");
        JsonNode added = as("TT-TTGDSK.chuyenvien")
                .upload(files, Map.of(), "hop-dong.pdf", contract)
                .ok();
        String file = files + "/" + added.get("id").asLong();
        assertThat(as("lanhdao.bo")
                        .get(at("/" + LED))
                        .ok()
                        .at("/attachments/0/fileName")
                        .asText())
                .isEqualTo("hop-dong.pdf");
        assertThat(as("lanhdao.bo").bytes(file)).isEqualTo(contract);
        assertThat(as("BV-E.thutruong").get(file).status()).isEqualTo(404);
        assertThat(as("BV-E.thutruong").delete(file).status()).isEqualTo(403);
        as("VPB.chuyenvien").delete(file);
        assertThat(as("lanhdao.bo").get(at("/" + LED)).ok().get("attachments")).isEmpty();
    }

    public void whoWatchesThePlanGivesATaskToUnits() {
        ObjectNode given = Api.object().put("unit", "cuc-ytdp").put("due", "2023-10-31");
        given.putArray("coordinating").add("CUC-AIDS");
        given.putArray("milestones").addObject().put("title", "Hội nghị").put("due", "2023-09-01");
        assertThat(as("VPB.thutruong").put(at("/II.1.6/assignment"), given).status())
                .isEqualTo(403);
        assertThat(as("VPB.thutruong")
                        .post(at("/II.1.6/progress"), Api.object().put("state", "done"))
                        .status())
                .isEqualTo(403);
        assertThat(as("thanhtra.bo")
                        .post(at("/II.1.6/progress"), Api.object().put("state", "done"))
                        .status())
                .isEqualTo(409);
        ObjectNode bad = given.deepCopy().put("unit", "KHONG-CO").put("due", "2024-10-31");
        ((ObjectNode) bad.at("/milestones/0")).put("title", " ");
        assertThat(as("thanhtra.bo").put(at("/II.1.6/assignment"), bad).fields())
                .containsExactlyInAnyOrder("unit", "due", "milestones[0].title");

        as("thanhtra.bo").put(at("/II.1.6/assignment"), given).ok();
        as("CUC-YTDP.thutruong")
                .post(at("/II.1.6/progress"), Api.object().put("state", "done"))
                .ok();
        assertThat(task("lanhdao.bo", "II.1.6").get("percent").asInt()).isEqualTo(100);
        as("thanhtra.bo")
                .put(at("/II.1.6/assignment"), given.put("unit", "CUC-ATTP"))
                .ok();
        JsonNode handed = task("lanhdao.bo", "II.1.6");
        assertThat(handed.at("/unit/code").asText()).isEqualTo("CUC-ATTP");
        assertThat(handed.get("state").asText()).isEqualTo("done");
    }

    private static JsonNode json(String text) {
        try {
            return Api.JSON.readTree(text);
        } catch (java.io.IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }

    private String at(String rest) {
        return "/api/v1/plans/" + plan + "/tasks" + rest;
    }

    private Api as(String login) {
        return new Api(port, login);
    }
}
