package vn.plancascade.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.plancascade.deadline.Obligation;
import vn.plancascade.deadline.ObligationState;
import vn.plancascade.support.Api;

/** Units ask for more time: an inspector answers within the plan's limit, a leader beyond it, and a duty that is done asks no more. */
final class AskedForMore {

    private static final String REQUESTS = "/api/v1/extension-requests";
    private static final String INSPECTOR = "thanhtra.bo";
    private static final String BY_INSPECTOR = "userTask_decideExtension";
    private static final String BY_LEADER = "userTask_decideExtensionByLeader";

    private final int port;
    private final JdbcClient jdbc;
    private final long plan;
    private final long other;
    private final List<Obligation> all;

    AskedForMore(int port, JdbcClient jdbc, long plan, long other, List<Obligation> all) {
        this.port = port;
        this.jdbc = jdbc;
        this.plan = plan;
        this.other = other;
        this.all = all;
    }

    void whatCannotBeAskedIsRefused() {
        Obligation duty = drafting(plan, 10);
        String unit = duty.unitCode();
        assertThat(ask(unit + ".vanthu", duty, "2023-04-20", "Lũ lụt").status()).isEqualTo(403);
        assertThat(ask("SYT-02.thutruong", duty, "2023-04-20", "Lũ lụt").status())
                .isEqualTo(404);
        assertThat(ask(INSPECTOR, duty, "2023-04-20", "Lũ lụt").status()).isEqualTo(403);
        for (String day : List.of("2023-03-10", "20/4/2023", "2023-02-30", "2026-01-01")) {
            assertThat(ask(unit + ".chuyenvien", duty, day, "Lũ lụt").fields())
                    .as(day)
                    .containsExactly("until");
        }
        assertThat(ask(unit + ".chuyenvien", duty, null, "Lũ lụt").fields()).containsExactly("until");
        assertThat(ask(unit + ".chuyenvien", duty, "2023-04-20", " ").fields()).containsExactly("reason");
        assertThat(ask(unit + ".chuyenvien", duty, "2023-04-20", "x".repeat(10_000))
                        .fields())
                .containsExactly("reason");
        assertThat(new Api(port, unit + ".chuyenvien")
                        .post(REQUESTS, Api.object())
                        .fields())
                .containsExactly("obligationId");
        Obligation issued = all.stream()
                .filter(one -> one.planId() == plan && one.documentNumber() != null)
                .findFirst()
                .orElseThrow();
        assertThat(ask(issued.unitCode() + ".chuyenvien", issued, "2023-04-20", "Lũ lụt")
                        .status())
                .isEqualTo(409);
        assertThat(new Api(port, INSPECTOR).get(REQUESTS + "?status=open").status())
                .isEqualTo(400);
    }

    /** The plan's limit lies behind already in April: a leader decides; the other plan's does not. */
    void whoMayGrantItDecides() {
        Obligation late = drafting(plan, 11);
        JsonNode beyond = ask(late.unitCode() + ".thutruong", late, "2023-04-20", "Lũ lụt")
                .ok();
        assertThat(beyond.get("beyondLimit").asBoolean()).isTrue();
        assertThat(ask(late.unitCode() + ".chuyenvien", late, "2023-04-25", "Lũ lụt")
                        .status())
                .isEqualTo(409);
        assertThat(task(INSPECTOR, BY_INSPECTOR, late)).isNull();
        Api leader = new Api(port, "lanhdao.bo");
        String task = task("lanhdao.bo", BY_LEADER, late);
        assertThat(leader.complete(task, Api.object()).fields()).containsExactly("decision");
        assertThat(leader.complete(task, Api.object().put("decision", "refuse")).fields())
                .containsExactly("comment");
        leader.complete(task, Api.object().put("decision", "refuse").put("comment", "Đã gia hạn một lần"))
                .ok();
        assertThat(stateOf(beyond)).isEqualTo("refused");
        assertThat(told("EXTENSION_ASKED", late)).contains("lanhdao.bo");
        assertThat(told("EXTENSION_REFUSED", late)).contains(late.unitCode() + ".chuyenvien");

        JsonNode again = ask(late.unitCode() + ".chuyenvien", late, "2023-04-20", "Vỡ đê")
                .ok();
        leader.complete(
                        task("lanhdao.bo", BY_LEADER, late),
                        Api.object().put("decision", "grant").put("until", "2023-04-18"))
                .ok();
        assertThat(stateOf(again)).isEqualTo("granted");
        assertThat(dueOf(late)).isEqualTo("2023-04-18T00:00:00+07:00");
    }

    /** Beside another plan: its own focal unit has no inspector yet, so a leader decides; then its inspector does. */
    void theFocalUnitOfThePlanDecides() {
        Obligation first = drafting(other, 0);
        Obligation second = drafting(other, 1);
        JsonNode toLeader = ask(first.unitCode() + ".chuyenvien", first, "2023-04-11", "Chờ kinh phí")
                .ok();
        assertThat(toLeader.get("beyondLimit").asBoolean()).isTrue();
        new Api(port, "quantri")
                .post(
                        "/api/v1/people/VPB.chuyenvien/roles",
                        Api.object()
                                .put("role", "inspector")
                                .put("unitCode", "VPB")
                                .put("reason", "Theo dõi kế hoạch"))
                .ok();
        JsonNode toFocal = ask(second.unitCode() + ".chuyenvien", second, "2023-04-11", "Chờ kinh phí")
                .ok();
        assertThat(toFocal.get("deciderUnit").asText()).isEqualTo("VPB");
        assertThat(task(INSPECTOR, BY_INSPECTOR, second)).isNull();
        Api focal = new Api(port, "VPB.chuyenvien");
        String task = task("VPB.chuyenvien", BY_INSPECTOR, second);
        assertThat(focal.draft(task).get("askedReason").asText()).isEqualTo("Chờ kinh phí");
        assertThat(focal.get(REQUESTS + "?state=open&plan=" + other)
                        .ok()
                        .get("items")
                        .findValuesAsText("unit"))
                .contains(second.unitCode())
                .doesNotContain(first.unitCode());
        focal.complete(task, Api.object().put("decision", "grant")).ok();
        assertThat(stateOf(toFocal)).isEqualTo("granted");
        assertThat(dueOf(second)).isEqualTo("2023-04-11T00:00:00+07:00");
    }

    void aRequestEndsWithItsDuty() {
        Obligation duty = drafting(plan, 12);
        JsonNode request = ask(duty.unitCode() + ".chuyenvien", duty, "2023-04-20", "Lũ lụt")
                .ok();
        new Api(port, "lanhdao.bo")
                .post(
                        "/api/v1/obligations/" + duty.id() + "/waiver",
                        Api.object().put("reason", "Giải thể"))
                .ok();
        assertThat(stateOf(request)).isEqualTo("over");
        assertThat(task("lanhdao.bo", BY_LEADER, duty)).isNull();
    }

    private Api.Answer ask(String login, Obligation duty, String until, String reason) {
        return new Api(port, login)
                .post(
                        REQUESTS,
                        Api.object()
                                .put("obligationId", duty.id())
                                .put("until", until)
                                .put("reason", reason));
    }

    /** The id of the person's task about this duty, or null. */
    private String task(String login, String key, Obligation duty) {
        return new Api(port, login)
                .tasks(key).stream()
                        .filter(task -> task.get("obligationId").asLong() == duty.id())
                        .map(task -> task.get("id").asText())
                        .findFirst()
                        .orElse(null);
    }

    private String stateOf(JsonNode request) {
        return new Api(port, INSPECTOR)
                .get(REQUESTS + "/" + request.get("id").asLong())
                .ok()
                .get("state")
                .asText();
    }

    private String dueOf(Obligation duty) {
        return new Api(port, INSPECTOR)
                .get("/api/v1/obligations/" + duty.id())
                .ok()
                .get("dueAt")
                .asText();
    }

    private List<String> told(String rung, Obligation duty) {
        return jdbc.sql("select recipient from notice where rung = :rung and obligation_id = :duty")
                .param("rung", rung)
                .param("duty", duty.id())
                .query(String.class)
                .list();
    }

    private Obligation drafting(long ofPlan, int n) {
        return all.stream()
                .filter(duty -> duty.planId() == ofPlan
                        && duty.kind().name().equals("subPlan")
                        && duty.state() == ObligationState.drafting
                        && duty.timesReturned() == 0)
                .sorted(java.util.Comparator.comparing(Obligation::id))
                .toList()
                .get(n);
    }
}
