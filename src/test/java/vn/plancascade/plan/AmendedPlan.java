package vn.plancascade.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import org.springframework.beans.factory.BeanFactory;
import vn.plancascade.organisation.UnitKind;
import vn.plancascade.support.Api;
import vn.plancascade.support.PlansByHand;

/** A plan that is amended while one unit has issued its sub-plan and the others draft theirs, as a stranger sees it. */
final class AmendedPlan {

    private static final String ISSUED = "VPB";

    private final int port;
    private final PlansByHand byHand;
    private final long plan;
    private final Api drafter;

    AmendedPlan(int port, BeanFactory beans) {
        this.port = port;
        this.byHand = new PlansByHand(beans);
        this.plan = byHand.reporting(UnitKind.MOH_OFFICE, UnitKind.MOH_DEPT);
        this.drafter = new Api(port, "chuyenvien.bo");
    }

    void reachesTheUnitsAsADifference() {
        issueSubPlan(duty(ISSUED, "2023"));
        JsonNode asIssued = duty(ISSUED, "2023");
        String dropped = tasksOf("MOH_DEPT").get(0);
        refusesWhatCannotBe();

        JsonNode opened = open(content -> {
            add(content, "BS.1", "MOH_OFFICE");
            remove(content, dropped);
            content.put("subPlanDeadline", "2023-03-31");
            ((ObjectNode) content.withArray("reportCalendar").get(1)).put("due", "2023-07-05");
        });
        assertThat(opened.get("state").asText()).isEqualTo("draft");
        assertThat(opened.get("changes").toString())
                .contains("BS.1", "31/3/2023")
                .contains("\"" + dropped + "\"");
        assertThat(drafter.post(amendments(), wrapped(content())).status()).isEqualTo(409);
        issue("901/KH-BYT");

        JsonNode issued = drafter.get(amendments()).ok().get(0);
        assertThat(issued.get("number").asInt()).isOne();
        assertThat(issued.get("documentNumber").asText()).isEqualTo("901/KH-BYT");
        assertThat(content().get("tasks").toString()).contains("BS.1");
        assertThat(drafter.get(amendments() + "/" + issued.get("id")).ok().get("documents"))
                .extracting(document -> document.get("format").asText())
                .contains("docx", "pdf");

        List<JsonNode> supplements = duties("&period=2023-BS1");
        assertThat(supplements).extracting(AmendedPlan::unit).containsExactly(ISSUED);
        assertThat(supplements.get(0).get("state").asText()).isEqualTo("drafting");
        assertThat(supplements.get(0).get("dueAt").asText()).startsWith("2023-03-31T00:00");
        assertThat(duty(ISSUED, "2023")).isEqualTo(asIssued);
        List<JsonNode> waiting = duties("&period=2023&state=drafting");
        assertThat(waiting).isNotEmpty().allSatisfy(duty -> {
            assertThat(duty.get("dueAt").asText()).startsWith("2023-03-31T00:00");
            assertThat(duty.get("originalDueAt").asText()).startsWith("2023-03-20T00:00");
            assertThat(history(duty)).contains("extended", "901/KH-BYT");
            assertThat(draftOf(duty).get("items").toString())
                    .doesNotContain("\"" + dropped + "\"")
                    .doesNotContain("BS.1");
        });
        assertThat(get("kind=unitReport&period=2023-H1"))
                .allSatisfy(duty -> assertThat(duty.get("dueAt").asText()).startsWith("2023-07-05T00:00"));

        ObjectNode answers = draftOf(supplements.get(0));
        assertThat(answers.get("items")).hasSize(1);
        issueSubPlan(supplements.get(0));
        assertThat(duty(ISSUED, "2023-BS1").get("state").asText()).isEqualTo("issued");
        assertThat(drafter.post(amendments(), wrapped(changed(content -> remove(content, "BS.1"))))
                        .status())
                .isEqualTo(409);

        open(content -> add(content, "BS.2", "MOH_DEPT"));
        issue("902/KH-BYT");
        assertThat(duties("&period=2023-BS2&state=drafting")).hasSameSizeAs(waiting);
        JsonNode added = onTheBoard("BS.2");
        assertThat(added.at("/units/unanswered").asInt()).isEqualTo(waiting.size());
        // A unit with a supplement is one unit still.
        assertThat(onTheBoard("BS.1").at("/units/adopted").asInt()).isOne();
        assertThat(onTheBoard("BS.1").at("/units/unanswered").asInt()).isZero();
        assertThat(drafter.get("/api/v1/plans/" + plan + "/tasks/BS.2/units?answer=unanswered")
                        .ok()
                        .get("total")
                        .asInt())
                .isEqualTo(waiting.size());
        open(content -> remove(content, "BS.2"));
        issue("903/KH-BYT");
        assertThat(duties("&period=2023-BS2"))
                .hasSameSizeAs(waiting)
                .allSatisfy(duty -> assertThat(duty.get("state").asText()).isEqualTo("withdrawn"));
        assertThat(duties("&period=2023&state=drafting")).hasSameSizeAs(waiting);

        open(content -> content.put("objectives", "Mục tiêu mới"));
        assertThat(new String(drafter.bytes("/plans/" + plan), StandardCharsets.UTF_8))
                .contains("901/KH-BYT", "903/KH-BYT", "Mục tiêu mới", "Nhiệm vụ bổ sung BS.2", "/discard");
        withdraw();
        byHand.runDue();
        assertThat(drafter.get(amendments()).ok().get(0).get("state").asText()).isEqualTo("withdrawn");
        assertThat(tasks(drafter, "userTask_draftAmendment")).isEmpty();
        assertThat(drafter.post(amendments(), wrapped(changed(content -> add(content, "BS.3", "MOH_DEPT"))))
                        .status())
                .isEqualTo(409);
        assertThat(new Api(port, "quantri")
                        .get("/api/v1/audit?plan=" + plan)
                        .ok()
                        .toString())
                .contains("amendmentOpened", "amendmentSubmitted", "amendmentApproved", "amendmentIssued")
                .contains("amendmentEnded");
    }

    private JsonNode onTheBoard(String task) {
        for (JsonNode item :
                drafter.get("/api/v1/plans/" + plan + "/tasks").ok().get("items")) {
            if (item.get("no").asText().equals(task)) {
                return item;
            }
        }
        throw new AssertionError(task);
    }

    private void withdraw() {
        Api leader = new Api(port, "lanhdao.bo");
        String path = "/api/v1/plans/" + plan + "/withdraw";
        ObjectNode why = Api.object().put("reason", "Thay bằng kế hoạch khác").put("documentNumber", "950/QĐ-BYT");
        assertThat(leader.post(path, why).fields()).containsExactly("documentDate");
        assertThat(leader.post(path, why.deepCopy().put("documentDate", "2099-01-01"))
                        .fields())
                .containsExactly("documentDate");
        leader.post(path, why.put("documentDate", byHand.today().toString())).ok();
        assertThat(new String(leader.bytes("/plans/" + plan), StandardCharsets.UTF_8))
                .contains("950/QĐ-BYT", "Thay bằng kế hoạch khác");
    }

    private void refusesWhatCannotBe() {
        ObjectNode more = wrapped(changed(content -> add(content, "BS.1", "MOH_OFFICE")));
        assertThat(new Api(port, "VPB.thutruong").post(amendments(), more).status())
                .isEqualTo(403);
        assertThat(drafter.post(amendments(), Api.object()).fields()).containsExactly("content");
        assertThat(drafter.post(amendments(), wrapped(content())).fields()).containsExactly("content");
        assertThat(drafter.post(amendments(), wrapped(content().put("colour", "red")))
                        .status())
                .isEqualTo(400);
        assertThat(drafter.post(amendments(), more.deepCopy().put("colour", "red"))
                        .status())
                .isEqualTo(400);
        assertThat(drafter.post(amendments(), wrapped(content().put("year", 2024)))
                        .fields())
                .contains("year");
        assertThat(drafter.post(
                                amendments(),
                                wrapped(changed(content -> ((ObjectNode)
                                                content.withArray("indicators").get(0))
                                        .put("label", "Tên khác"))))
                        .fields())
                .as("an indicator keeps its name, whatever figures there are")
                .contains("indicators");
        for (String noDay : List.of("2023-02-29", "29/02/2023")) {
            assertThat(drafter.post(amendments(), wrapped(content().put("subPlanDeadline", noDay)))
                            .status())
                    .as(noDay)
                    .isIn(400, 422);
        }
        assertThat(drafter.post(amendments(), wrapped(content().put("subPlanDeadline", "2023-03-18")))
                        .fields())
                .containsExactly("subPlanDeadline");
        assertThat(drafter.post(amendments(), wrapped(changed(content -> add(content, null, "MOH_OFFICE"))))
                        .fields())
                .isNotEmpty();
        assertThat(drafter.get(amendments()).ok()).isEmpty();
    }

    private JsonNode open(Consumer<ObjectNode> change) {
        return drafter.post(amendments(), wrapped(changed(change))).ok();
    }

    private void issue(String number) {
        Api leader = new Api(port, "lanhdao.bo");
        drafter.complete(only(drafter, "userTask_draftAmendment"), Api.object()).ok();
        leader.complete(
                        only(leader, "userTask_approveAmendment"),
                        Api.object().put("decision", "return").put("comment", "Nêu rõ lý do"))
                .ok();
        drafter.complete(
                        only(drafter, "userTask_draftAmendment"),
                        Api.object().put("reason", "Theo yêu cầu mới của cấp trên."))
                .ok();
        leader.complete(only(leader, "userTask_approveAmendment"), Api.object().put("decision", "approve"))
                .ok();
        Api clerk = new Api(port, "vanthu.bo");
        clerk.complete(
                        only(clerk, "userTask_issueAmendment"),
                        Api.object()
                                .put("documentNumber", number)
                                .put("documentDate", byHand.today().toString())
                                .put("signatory", "lanhdao.bo"))
                .ok();
        byHand.runDue();
    }

    private void issueSubPlan(JsonNode duty) {
        String unit = unit(duty);
        Api own = new Api(port, unit + ".chuyenvien");
        String task = taskOf(own, "userTask_draftSubPlan", duty);
        own.complete(task, Api.adopted(own.draft(task))).ok();
        Api head = new Api(port, unit + ".thutruong");
        head.complete(
                        taskOf(head, "userTask_approveSubPlan", duty),
                        Api.object().put("decision", "approve"))
                .ok();
        Api clerk = new Api(port, unit + ".vanthu");
        clerk.complete(
                        taskOf(clerk, "userTask_issueSubPlan", duty),
                        Api.object().put("documentNumber", duty.get("id").asText() + "/KH-" + unit))
                .ok();
    }

    private ObjectNode draftOf(JsonNode duty) {
        Api own = new Api(port, unit(duty) + ".chuyenvien");
        return own.draft(taskOf(own, "userTask_draftSubPlan", duty));
    }

    private static String taskOf(Api who, String key, JsonNode duty) {
        return who.tasks(key).stream()
                .filter(each ->
                        each.get("obligationId").asLong() == duty.get("id").asLong())
                .findFirst()
                .orElseThrow()
                .get("id")
                .asText();
    }

    private String only(Api who, String key) {
        List<JsonNode> tasks = tasks(who, key);
        assertThat(tasks).as(key).hasSize(1);
        return tasks.get(0).get("id").asText();
    }

    private List<JsonNode> tasks(Api who, String key) {
        return who.tasks(key).stream()
                .filter(each -> each.get("planId").asLong() == plan)
                .toList();
    }

    private String history(JsonNode duty) {
        return drafter.get("/api/v1/obligations/" + duty.get("id"))
                .ok()
                .get("history")
                .toString();
    }

    private JsonNode duty(String unit, String period) {
        return duties("&period=" + period + "&unit=" + unit).get(0);
    }

    private List<JsonNode> duties(String filter) {
        return get("kind=subPlan" + filter);
    }

    private List<JsonNode> get(String filter) {
        JsonNode items = new Api(port, "lanhdao.bo")
                .get("/api/v1/obligations?size=2000&plan=" + plan + "&" + filter)
                .ok()
                .get("items");
        return StreamSupport.stream(items.spliterator(), false).toList();
    }

    private static String unit(JsonNode duty) {
        return duty.get("unitCode").asText();
    }

    private List<String> tasksOf(String kind) {
        return StreamSupport.stream(content().get("tasks").spliterator(), false)
                .filter(task -> task.get("kinds").toString().contains(kind))
                .map(task -> task.get("no").asText())
                .toList();
    }

    private ObjectNode content() {
        return (ObjectNode)
                drafter.get("/api/v1/plans/" + plan).ok().get("content").deepCopy();
    }

    private ObjectNode changed(Consumer<ObjectNode> change) {
        ObjectNode content = content();
        change.accept(content);
        return content;
    }

    private static void add(ObjectNode content, String no, String kind) {
        ObjectNode task = ((ArrayNode) content.get("tasks"))
                .addObject()
                .put("no", no)
                .put("title", "Nhiệm vụ bổ sung " + no)
                .put("mandatory", true);
        task.putArray("kinds").add(kind);
    }

    private static void remove(ObjectNode content, String no) {
        ArrayNode tasks = (ArrayNode) content.get("tasks");
        for (int i = tasks.size() - 1; i >= 0; i--) {
            if (tasks.get(i).get("no").asText().equals(no)) {
                tasks.remove(i);
            }
        }
    }

    private static ObjectNode wrapped(JsonNode content) {
        return Api.object().set("content", content);
    }

    private String amendments() {
        return "/api/v1/plans/" + plan + "/amendments";
    }
}
