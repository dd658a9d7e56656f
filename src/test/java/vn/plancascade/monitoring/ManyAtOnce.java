package vn.plancascade.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.plancascade.deadline.Obligation;
import vn.plancascade.deadline.ObligationState;
import vn.plancascade.support.Api;

/** Acts on many duties at once, over REST, beside another plan whose duties stay as they are. */
final class ManyAtOnce {

    private static final String INSPECTOR = "thanhtra.bo";
    private static final String ACTIONS = "/api/v1/obligation-actions";

    private final int port;
    private final JdbcClient jdbc;
    private final long plan;
    private final List<Obligation> all;
    private final java.time.Instant now;

    /** @param all the plan's duties as they stand */
    ManyAtOnce(int port, JdbcClient jdbc, long plan, List<Obligation> all, java.time.Instant now) {
        this.port = port;
        this.jdbc = jdbc;
        this.plan = plan;
        this.all = all;
        this.now = now;
    }

    void whatCannotBeAskedIsRefusedByItsField() {
        long duty = drafting(0);
        assertThat(post(order("remind").put("dryRun", true)).fields()).containsExactly("ids");
        assertThat(post(ids("remind").put("dryRun", true)).fields()).containsExactly("ids");
        assertThat(post(ids(null, duty).put("dryRun", true)).fields()).containsExactly("action");
        assertThat(post(ids("remind", duty)).fields()).containsExactly("token");
        assertThat(post(ids("remind", duty).put("token", "guessed")).fields()).containsExactly("token");
        assertThat(post(ids("waive", duty).put("dryRun", true)).fields()).containsExactly("reason");
        assertThat(post(ids("waive", duty).put("dryRun", true).put("reason", "x".repeat(10_000)))
                        .fields())
                .containsExactly("reason");
        assertThat(post(ids("extend", duty).put("dryRun", true).put("reason", "Lũ lụt"))
                        .fields())
                .containsExactly("until");
        assertThat(post(ids("remind", duty).put("dryRun", true).put("until", "2023-05-01"))
                        .fields())
                .containsExactly("until");
        ObjectNode both = ids("remind", duty).put("dryRun", true);
        both.putObject("filter").put("plan", plan);
        assertThat(post(both).fields()).containsExactly("ids");
        assertThat(post(filter("remind").put("dryRun", true), "bucket", "1").status())
                .isEqualTo(400);
        assertThat(post(filter("remind").put("dryRun", true), "page", "2").fields())
                .containsExactly("filter");
        for (String odd : List.of("'\"%_!", "%%%", "x".repeat(10_000))) {
            assertThat(post(filter("remind").put("dryRun", true), "q", odd).status())
                    .as(odd)
                    .isEqualTo(422);
        }
        assertThat(post(ids("fly", duty).put("dryRun", true)).status()).isEqualTo(400);
    }

    /** All that the list's own filter finds, once a day; the token begins it once, for whom and for what it was given. */
    void allThatAreOverdueAreRemindedOnceADay() {
        List<Long> overdue = ids(duty -> duty.overdue(now));
        ObjectNode order = filter("remind").put("reason", "Đề nghị báo cáo lý do");
        ((ObjectNode) order.get("filter")).put("overdue", true);
        JsonNode preview = post(order.deepCopy().put("dryRun", true)).ok();
        assertThat(preview.get("state").asText()).isEqualTo("previewed");
        assertThat(preview.get("total").asInt()).isEqualTo(overdue.size());
        assertThat(preview.get("waiting").asInt() + preview.get("refused").asInt())
                .isEqualTo(overdue.size());
        assertThat(preview.get("waiting").asInt()).isPositive();
        assertThat(reminders()).isZero();

        String token = preview.get("token").asText();
        ObjectNode others =
                filter("remind").put("reason", "Đề nghị báo cáo lý do").put("token", token);
        assertThat(post(others).fields()).containsExactly("token");
        order.put("token", token);
        assertThat(new Api(port, "lanhdao.bo").post(ACTIONS, order).fields()).containsExactly("token");
        assertThat(atTheSameTime(order)).containsExactlyInAnyOrder(202, 409);
        JsonNode done = finished(preview.get("id").asLong());
        assertThat(done.get("done").asInt()).isEqualTo(preview.get("waiting").asInt());
        assertThat(done.get("refused").asInt()).isEqualTo(preview.get("refused").asInt());
        assertThat(post(order).status()).isEqualTo(409);
        assertThat(reminders()).isEqualTo(done.get("done").asInt());
        assertThat(jdbc.sql("select count(distinct obligation_id) from notice where rung = 'REMINDED'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(done.get("done").asInt());

        JsonNode again =
                post(order.deepCopy().put("dryRun", true).putNull("token")).ok();
        assertThat(again.get("waiting").asInt()).isZero();
        assertThat(again.get("refusals").findValuesAsText("reason")).contains("reminder.today");
        assertThat(again.at("/refusals/0/text").asText()).isNotBlank();
        assertThat(new Api(port, "lanhdao.bo")
                        .get(ACTIONS + "/" + preview.get("id").asLong())
                        .status())
                .isEqualTo(404);
        oneActIsOnRecord("manyReminded", done.get("done").asInt(), overdue.get(0));
    }

    /** Who is refused is named with the reason; what has changed since the preview is refused then, and the others are done. */
    void someAreExtendedAndWhatHasChangedMeanwhileIsRefused() {
        long first = drafting(1);
        long second = drafting(2);
        long waived = drafting(3);
        long settled = ids(Obligation::settled).get(0);
        ObjectNode order = ids("extend", first, second, waived, settled, 987_654_321L)
                .put("until", "2023-04-20")
                .put("reason", "Lũ lụt");
        JsonNode asInspector = post(order.deepCopy().put("dryRun", true)).ok();
        assertThat(refusals(asInspector))
                .containsEntry("obligation.settled", 1)
                .containsEntry("obligation.unknown", 1)
                .containsEntry("extension.beyondLimit", 3);
        assertThat(post(order.deepCopy().put("dryRun", true).put("until", "2023-03-01"))
                        .ok()
                        .get("waiting")
                        .asInt())
                .isZero();

        Api leader = new Api(port, "lanhdao.bo");
        JsonNode preview =
                leader.post(ACTIONS, order.deepCopy().put("dryRun", true)).ok();
        assertThat(preview.get("waiting").asInt()).isEqualTo(3);
        leader.post("/api/v1/obligations/" + waived + "/waiver", Api.object().put("reason", "Giải thể"))
                .ok();
        leader.post(ACTIONS, order.put("token", preview.get("token").asText())).ok();
        JsonNode done = finished(preview.get("id").asLong());
        assertThat(done.get("done").asInt()).isEqualTo(2);
        assertThat(refusals(done)).containsEntry("obligation.settled", 2).containsEntry("obligation.unknown", 1);
        for (long extended : List.of(first, second)) {
            assertThat(dueOf(extended)).isEqualTo("2023-04-20T00:00:00+07:00");
        }
        oneActIsOnRecord("manyExtended", 3, first);
    }

    /** What a crash left waiting is done, and what was done is not done again. */
    void whatWasBegunBeforeACrashIsFinishedAfterwards() {
        long done = drafting(4);
        long left = drafting(5);
        JsonNode preview = post(ids("waive", done, left)
                        .put("reason", "Sáp nhập")
                        .put("dryRun", true))
                .ok();
        long id = preview.get("id").asLong();
        jdbc.sql("update duty_action_item set state = 'done' where action_id = :id and obligation_id = :duty")
                .param("id", id)
                .param("duty", done)
                .update();
        jdbc.sql("update duty_action set started_at = previewed_at where id = :id")
                .param("id", id)
                .update();
        assertThat(finished(id).get("done").asInt()).isEqualTo(2);
        assertThat(stateOf(left)).isEqualTo("waived");
        assertThat(stateOf(done)).isNotEqualTo("waived");
    }

    void workIsHandedOverToThoseOfTheUnitOnly() {
        long duty = drafting(6);
        Obligation owed =
                all.stream().filter(one -> one.id() == duty).findFirst().orElseThrow();
        String drafter = owed.unitCode() + ".chuyenvien";
        JsonNode refused = post(ids("handOver", duty)
                        .put("to", owed.unitCode() + ".vanthu")
                        .put("reason", "Đi công tác")
                        .put("dryRun", true))
                .ok();
        assertThat(refusals(refused)).containsEntry("handOver.notTheirs", 1);
        assertThat(new Api(port, "SYT-01.chuyenvien")
                        .post(
                                "/api/v1/obligations/" + duty + "/hand-over",
                                Api.object().put("to", drafter).put("reason", "Đi công tác"))
                        .status())
                .isIn(403, 404);
        new Api(port, owed.unitCode() + ".thutruong")
                .post(
                        "/api/v1/obligations/" + duty + "/hand-over",
                        Api.object().put("to", drafter).put("reason", "Đi công tác"))
                .ok();
        assertThat(new Api(port, drafter)
                        .get("/api/v1/tasks?size=2000")
                        .ok()
                        .get("items")
                        .findValuesAsText("assignee"))
                .contains(drafter);
    }

    /** Whose role ends while she looks at a preview and a list: neither leads on, nor does what she had begun. */
    void whoeverLosesTheRoleWhileSheLooksActsNoMore() {
        String login = "VPB.vanthu";
        ObjectNode role =
                Api.object().put("unitCode", "TTRB").put("role", "inspector").put("reason", "Biệt phái");
        Api administrator = new Api(port, "quantri");
        administrator.post("/api/v1/people/" + login + "/roles", role).ok();
        Browser open = Browser.of(port, login);
        assertThat(open.get("/monitor?plan=" + plan).body()).contains("class=\"figures\"");
        long duty = drafting(7);
        long begun = drafting(8);
        Api her = new Api(port, login);
        ObjectNode order = ids("waive", duty).put("reason", "Giải thể");
        JsonNode seen = her.post(ACTIONS, order.deepCopy().put("dryRun", true)).ok();
        JsonNode under = her.post(
                        ACTIONS, ids("waive", begun).put("reason", "Giải thể").put("dryRun", true))
                .ok();
        assertThat(seen.get("waiting").asInt()).isEqualTo(1);
        administrator
                .post("/api/v1/people/" + login + "/roles/end", role.deepCopy())
                .ok();

        jdbc.sql("update duty_action set started_at = previewed_at where id = :id")
                .param("id", under.get("id").asLong())
                .update();
        her.post(ACTIONS, order.put("token", seen.get("token").asText()));
        for (JsonNode act : List.of(seen, under)) {
            JsonNode done = finished(act.get("id").asLong());
            assertThat(done.get("done").asInt()).isZero();
            assertThat(done.get("refused").asInt()).isEqualTo(1);
        }
        assertThat(stateOf(duty)).isEqualTo("drafting");
        assertThat(stateOf(begun)).isEqualTo("drafting");
        assertThat(open.get("/audit").statusCode()).isEqualTo(403);
        assertThat(open.get("/obligations/" + duty).statusCode()).isEqualTo(404);
        assertThat(her.get("/api/v1/obligations?size=2000").ok().get("items").findValuesAsText("unitCode"))
                .allMatch("VPB"::equals);
    }

    private void oneActIsOnRecord(String what, int duties, long duty) {
        String unit = all.stream()
                .filter(one -> one.id() == duty)
                .findFirst()
                .orElseThrow()
                .unitCode();
        for (String filter : List.of("plan=" + plan, "unit=" + unit)) {
            JsonNode found = new Api(port, INSPECTOR)
                    .get("/api/v1/audit?what=" + what + "&" + filter)
                    .ok()
                    .get("items");
            assertThat(found).as(filter).hasSize(1);
            assertThat(found.get(0).get("subject").asInt()).isEqualTo(duties);
            assertThat(found.get(0).get("text").asText()).isNotBlank();
        }
    }

    private List<Integer> atTheSameTime(ObjectNode order) {
        ExecutorService tabs = Executors.newFixedThreadPool(2);
        try {
            return tabs
                    .invokeAll(Collections.<Callable<Integer>>nCopies(
                            2, () -> post(order).status()))
                    .stream()
                    .map(answer -> {
                        try {
                            return answer.get();
                        } catch (Exception failed) {
                            throw new AssertionError(failed);
                        }
                    })
                    .toList();
        } catch (InterruptedException stop) {
            throw new AssertionError(stop);
        } finally {
            tabs.shutdown();
        }
    }

    private JsonNode finished(long id) {
        Api administrator = new Api(port, "quantri");
        Awaitility.await()
                .atMost(1, TimeUnit.MINUTES)
                .until(() -> administrator
                        .get(ACTIONS + "/" + id)
                        .ok()
                        .get("state")
                        .asText()
                        .equals("done"));
        return administrator.get(ACTIONS + "/" + id).ok();
    }

    private int reminders() {
        return jdbc.sql("select count(*) from obligation_event where event = 'reminded'")
                .query(Integer.class)
                .single();
    }

    private String stateOf(long duty) {
        return new Api(port, INSPECTOR)
                .get("/api/v1/obligations/" + duty)
                .ok()
                .get("state")
                .asText();
    }

    private String dueOf(long duty) {
        return new Api(port, INSPECTOR)
                .get("/api/v1/obligations/" + duty)
                .ok()
                .get("dueAt")
                .asText();
    }

    /** The n-th of the plan's sub-plans that are drafted still. */
    private long drafting(int n) {
        return ids(duty -> duty.state() == ObligationState.drafting && duty.timesReturned() == 0)
                .get(n);
    }

    private List<Long> ids(Predicate<Obligation> which) {
        return all.stream().filter(which).map(Obligation::id).sorted().toList();
    }

    private Api.Answer post(ObjectNode order) {
        return new Api(port, INSPECTOR).post(ACTIONS, order);
    }

    private Api.Answer post(ObjectNode order, String filter, String value) {
        ((ObjectNode) order.get("filter")).put(filter, value);
        return post(order);
    }

    private static ObjectNode order(String action) {
        return Api.object().put("action", action);
    }

    private static ObjectNode ids(String action, long... duties) {
        ObjectNode order = order(action);
        var ids = order.putArray("ids");
        for (long duty : duties) {
            ids.add(duty);
        }
        return order;
    }

    private ObjectNode filter(String action) {
        ObjectNode order = order(action);
        order.putObject("filter").put("plan", plan);
        return order;
    }

    private static Map<String, Integer> refusals(JsonNode action) {
        Map<String, Integer> refusals = new HashMap<>();
        List<JsonNode> found = new ArrayList<>();
        action.get("refusals").forEach(found::add);
        found.forEach(refusal -> refusals.put(
                refusal.get("reason").asText(), refusal.get("count").asInt()));
        return refusals;
    }
}
