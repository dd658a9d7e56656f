package vn.plancascade.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import vn.plancascade.organisation.UnitKind;

/** The demo's country at work: the steps of the sample plan and of its units, over HTTP. */
public final class Cascade {

    private final int port;
    private long plan;

    public Cascade(int port) {
        this.port = port;
    }

    public Api as(String login) {
        return new Api(port, login);
    }

    public Cascade awaitSample() {
        Awaitility.await()
                .atMost(2, TimeUnit.MINUTES)
                .until(() -> as(null).get("/actuator/health").status() == 200);
        plan = as("quantri")
                .get("/api/v1/plans")
                .ok()
                .get("items")
                .get(0)
                .get("id")
                .asLong();
        return this;
    }

    public long plan() {
        return plan;
    }

    public int port() {
        return port;
    }

    /** Drafts, approves and issues the sample plan as prefilled, with these changes to how it is issued. */
    public void issuePlan(ObjectNode changes) {
        issue(Api.object(), changes);
    }

    /** The same for some kinds of unit alone. */
    public void issuePlanTo(Set<UnitKind> kinds) {
        Api drafter = as("chuyenvien.bo");
        ObjectNode draft = Api.object();
        ArrayNode duties = draft.putArray("duties");
        drafter.draft(drafter.task("userTask_draftNationalPlan")).get("duties").forEach(duty -> {
            if (kinds.contains(UnitKind.valueOf(duty.get("kind").asText()))) {
                duties.add(duty);
            }
        });
        issue(draft, Api.object());
    }

    private void issue(ObjectNode draft, ObjectNode changes) {
        Api drafter = as("chuyenvien.bo");
        drafter.complete(drafter.task("userTask_draftNationalPlan"), draft).ok();
        Api leader = as("lanhdao.bo");
        leader.complete(leader.task("userTask_approveNationalPlan"), Api.object())
                .ok();
        Api clerk = as("vanthu.bo");
        clerk.complete(clerk.task("userTask_issueNationalPlan"), changes).ok();
    }

    /** Waits until the job executor has opened every case. */
    public void awaitCases() {
        Awaitility.await().atMost(2, TimeUnit.MINUTES).until(() -> {
            JsonNode progress =
                    as("thanhtra.bo").get("/api/v1/plans/" + plan + "/progress").ok();
            return progress.get("total").asInt() > 0
                    && progress.get("started").asInt() == progress.get("total").asInt();
        });
    }

    public void submit(String unit) {
        Api drafter = as(unit + ".chuyenvien");
        String task = drafter.task("userTask_draftSubPlan");
        drafter.complete(task, Api.adopted(drafter.draft(task))).ok();
    }

    public void approve(String unit) {
        decide(unit, Api.object().put("decision", "approve"));
    }

    public void returned(String unit, String comment) {
        decide(unit, Api.object().put("decision", "return").put("comment", comment));
    }

    private void decide(String unit, ObjectNode decision) {
        Api head = as(unit + ".thutruong");
        head.complete(head.task("userTask_approveSubPlan"), decision).ok();
    }

    /** The clerk issues an approved sub-plan; the unit has one and keeps its own register. */
    public void issue(String unit, String documentDate) {
        Api clerk = as(unit + ".vanthu");
        clerk.complete(
                        clerk.task("userTask_issueSubPlan"),
                        Api.object().put("documentNumber", "9/KH-" + unit).put("documentDate", documentDate))
                .ok();
    }

    public void clock(String to) {
        as("quantri").post("/demo/clock", Api.object().put("to", to)).ok();
    }

    public Api.Answer extend(String login, String unit, String until) {
        return as(login)
                .post(
                        "/api/v1/obligations/" + id(unit) + "/extension",
                        Api.object().put("until", until).put("reason", "Đơn vị vừa sáp nhập"));
    }

    public Api.Answer waive(String login, String unit) {
        return as(login)
                .post(
                        "/api/v1/obligations/" + id(unit) + "/waiver",
                        Api.object().put("reason", "Đơn vị giải thể"));
    }

    public long id(String unit) {
        return duty(unit).get("id").asLong();
    }

    /** The unit's sub-plan as the inspector sees it. */
    public JsonNode duty(String unit) {
        return as("thanhtra.bo")
                .get("/api/v1/obligations?kind=subPlan&plan=" + plan + "&unit=" + unit)
                .ok()
                .get("items")
                .get(0);
    }

    public List<JsonNode> duties() {
        List<JsonNode> duties = new ArrayList<>();
        as("thanhtra.bo")
                .get("/api/v1/obligations?kind=subPlan&size=2000&plan=" + plan)
                .ok()
                .get("items")
                .forEach(duties::add);
        return duties;
    }

    /** The events of the unit's sub-plan, oldest first. */
    public List<String> events(String unit) {
        List<String> events = new ArrayList<>();
        as("thanhtra.bo")
                .get("/api/v1/obligations/" + id(unit))
                .ok()
                .get("history")
                .forEach(event -> events.add(event.get("event").asText()));
        return events;
    }
}
