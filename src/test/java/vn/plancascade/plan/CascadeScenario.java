package vn.plancascade.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import vn.plancascade.assignment.BoardOfTasks;
import vn.plancascade.support.Api;
import vn.plancascade.support.HeldMails;
import vn.plancascade.support.SearchedLists;

/**
 * The product's main job on the demo's data, over HTTP with the real job executor: one national plan becomes hundreds of
 * issued sub-plans. The steps build on each other.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "plan-cascade.mail.scheduled=false")
@ActiveProfiles("demo")
@DirtiesContext
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class CascadeScenario {

    private static final String RETURNED = "Bổ sung người phụ trách";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    private long plan;
    private final Map<String, JsonNode> duties = new HashMap<>();

    @BeforeEach
    void sampleIsLoaded() {
        Awaitility.await()
                .atMost(2, TimeUnit.MINUTES)
                .until(() -> new Api(port, null).get("/actuator/health").status() == 200);
    }

    private Api as(String login) {
        return new Api(port, login);
    }

    @Test
    @Order(1)
    void theNationalPlanIsReturnedOnceThenApprovedAndIssuedAsPrefilled() {
        HeldMails.hold(jdbc);
        Api drafter = as("chuyenvien.bo");
        plan = drafter.get("/api/v1/plans").ok().get("items").get(0).get("id").asLong();
        drafter.complete(drafter.task("userTask_draftNationalPlan"), Api.object())
                .ok();
        Api leader = as("lanhdao.bo");
        String approval = leader.task("userTask_approveNationalPlan");
        assertThat(leader.complete(approval, Api.object().put("decision", "return"))
                        .fields())
                .containsExactly("comment");
        leader.complete(approval, Api.object().put("decision", "return").put("comment", RETURNED))
                .ok();
        drafter.complete(drafter.task("userTask_draftNationalPlan"), Api.object())
                .ok();
        leader.complete(leader.task("userTask_approveNationalPlan"), Api.object())
                .ok();
        JsonNode dryRun = leader.get("/api/v1/plans/" + plan + "/dry-run").ok();
        assertThat(dryRun.get("total").asInt()).isGreaterThanOrEqualTo(450);
        assertThat(dryRun.get("workingDaysLeft").asInt()).isEqualTo(1);
        assertThat(dryRun.get("withoutAddress")).isNotEmpty();
        assertThat(as("BVT-01.chuyenvien")
                        .get("/api/v1/plans/" + plan + "/dry-run")
                        .status())
                .as("a plan that has not been issued is not for everybody's eyes")
                .isIn(403, 404);
        Api clerk = as("vanthu.bo");
        String issue = clerk.task("userTask_issueNationalPlan");
        assertThat(clerk.complete(issue, Api.object().put("subPlanDeadline", "2023-03-16"))
                        .fields())
                .containsExactly("subPlanDeadline");
        clerk.complete(issue, Api.object()).ok();

        JsonNode issued = clerk.get("/api/v1/plans").ok().get("items").get(0);
        assertThat(issued.get("number").asText()).isEqualTo("360/KH-BYT");
        assertThat(issued.get("state").asText()).isEqualTo("issued");
    }

    @Test
    @Order(2)
    void everyAddressedUnitGetsItsCaseOnce() {
        Api inspector = as("thanhtra.bo");
        Awaitility.await().atMost(2, TimeUnit.MINUTES).until(() -> {
            JsonNode progress =
                    inspector.get("/api/v1/plans/" + plan + "/progress").ok();
            return progress.get("started").asInt() == progress.get("total").asInt();
        });
        JsonNode all = inspector
                .get("/api/v1/obligations?kind=subPlan&size=2000&plan=" + plan)
                .ok();
        assertThat(all.get("total").asInt()).isGreaterThanOrEqualTo(450);
        all.get("items").forEach(duty -> duties.put(duty.get("unitCode").asText(), duty));
        assertThat(duties).hasSize(all.get("total").asInt());
        assertThat(duties.values()).allSatisfy(duty -> {
            assertThat(duty.get("state").asText()).isEqualTo("drafting");
            assertThat(duty.get("dueAt").asText()).isEqualTo("2023-03-20T00:00:00+07:00");
            assertThat(duty.get("overdue").asBoolean()).isFalse();
            assertThat(duty.get("processInstanceId").isNull()).isFalse();
        });
        assertThat(jdbc.sql(
                                "select count(distinct BUSINESS_KEY_) from ACT_RU_EXECUTION where PROC_DEF_ID_ like 'subPlan:%'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(duties.size());
    }

    @Test
    @Order(3)
    void periodsAreRecordedAndTheOneThatHadPassedIsNotRequired() {
        Api inspector = as("thanhtra.bo");
        JsonNode past = inspector
                .get("/api/v1/obligations?size=1&period=2023-Q1&plan=" + plan)
                .ok();
        JsonNode half = inspector
                .get("/api/v1/obligations?size=1&period=2023-H1&plan=" + plan)
                .ok();
        assertThat(past.get("items").get(0).get("state").asText()).isEqualTo("notRequired");
        assertThat(past.get("items").get(0).get("overdue").asBoolean()).isFalse();
        assertThat(half.get("items").get(0).get("state").asText()).isEqualTo("planned");
        assertThat(half.get("total").asInt()).isGreaterThanOrEqualTo(420);
        assertThat(half.get("items").get(0).get("dueAt").asText()).isEqualTo("2023-06-15T00:00:00+07:00");
    }

    @Test
    @Order(3)
    void whoeverClosesAUnitIsToldWhatItStillOwesAtThePreview() {
        Set<String> settled = Set.of("accepted", "waived", "notRequired", "withdrawn");
        int owed = 0;
        for (JsonNode duty :
                as("thanhtra.bo").get("/api/v1/obligations?unit=BVT-01").ok().get("items")) {
            owed += settled.contains(duty.get("state").asText()) ? 0 : 1;
        }
        assertThat(owed).isPositive();
        JsonNode preview = as("quantri")
                .upload(
                        "/api/v1/units/import?dryRun=true",
                        Map.of(),
                        "x.csv",
                        "code,name,validTo\nBVT-01,,31/12/2023\nBVT-02,Khác,".getBytes(StandardCharsets.UTF_8))
                .ok();
        assertThat(preview.get("stillOwed")).isEqualTo(Api.object().put("BVT-01", owed));
    }

    @Test
    @Order(3)
    void everyListFindsWithoutMarks() {
        new SearchedLists(port).findWithoutMarks();
        new SearchedLists(port).takeCodesAndLoginsAsTheyCome();
    }

    @Test
    @Order(4)
    void uncoveredMandatoryTasksAreRefusedByName() {
        Api drafter = as("SYT-01.chuyenvien");
        String task = drafter.task("userTask_draftSubPlan");
        ObjectNode draft = drafter.draft(task);
        assertThat(draft.get("items"))
                .isNotEmpty()
                .allSatisfy(item -> assertThat(item.get("response").asText()).isEmpty());
        Api.Answer refused = drafter.complete(task, Api.object());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("II.1.1").contains("II.1.4");
        ObjectNode half = Api.adopted(draft);
        ((ObjectNode) half.get("items").get(0)).put("response", "notApplicable").put("reason", "");
        assertThat(drafter.complete(task, half).fields()).contains("items", "items[0].reason");
        assertThat(duty("SYT-01").get("state").asText()).isEqualTo("drafting");
    }

    @Test
    @Order(5)
    void aDraftIsSharedAndAStaleOneIsRefused() {
        Api drafter = as("SYT-01.chuyenvien");
        String task = drafter.task("userTask_draftSubPlan");
        ObjectNode draft = drafter.draft(task).put("note", "Bản thảo một");
        int version = drafter.put("/api/v1/tasks/" + task + "/draft", draft)
                .ok()
                .get("version")
                .asInt();
        assertThat(version).isEqualTo(1);
        assertThat(drafter.put("/api/v1/tasks/" + task + "/draft", draft).status())
                .isEqualTo(409);
        assertThat(drafter.draft(task).get("note").asText()).isEqualTo("Bản thảo một");
        assertThat(as("SYT-02.chuyenvien")
                        .get("/api/v1/tasks/" + task + "/draft")
                        .status())
                .isEqualTo(404);
        assertThat(as("thanhtra.bo")
                        .put("/api/v1/tasks/" + task + "/draft", draft)
                        .status())
                .isEqualTo(403);
    }

    @Test
    @Order(6)
    void aReturnedSubPlanComesBackWithItsContentAndEveryRoundIsKept() {
        submit("SYT-01");
        Api head = as("SYT-01.thutruong");
        String approval = head.task("userTask_approveSubPlan");
        assertThat(head.complete(approval, Api.object()).fields()).containsExactly("decision");
        head.complete(approval, Api.object().put("decision", "return").put("comment", RETURNED))
                .ok();
        assertThat(head.complete(approval, Api.object().put("decision", "approve"))
                        .status())
                .isEqualTo(409);
        Api drafter = as("SYT-01.chuyenvien");
        ObjectNode again = drafter.draft(drafter.task("userTask_draftSubPlan"));
        assertThat(again.get("items").get(0).get("activity").asText()).isEqualTo("Tổ chức thực hiện");
        assertThat(again.get("returnedComment").asText()).isEqualTo(RETURNED);
        submit("SYT-01");
        head.complete(head.task("userTask_approveSubPlan"), Api.object().put("decision", "approve"))
                .ok();
        JsonNode duty = duty("SYT-01");
        assertThat(duty.get("state").asText()).isEqualTo("awaitingIssue");
        assertThat(duty.get("timesReturned").asInt()).isEqualTo(1);
        assertThat(duty.get("assigneeGroup").asText()).isEqualTo("clerk:SYT-01");
        assertThat(events("SYT-01")).containsExactly("started", "submitted", "returned", "submitted", "approved");
        assertThat(jdbc.sql("select count(*) from approval_round where subject = :s")
                        .param("s", "subPlan:" + duty.get("id").asLong())
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    @Order(7)
    void theClerkIssuesWithinTheBoundsOfDateNumberAndSignatory() {
        Api clerk = as("SYT-01.vanthu");
        String task = clerk.task("userTask_issueSubPlan");
        ObjectNode good = Api.object().put("documentNumber", "15/KH-SYT").put("documentDate", "2023-03-16");
        assertThat(clerk.complete(task, Api.object()).fields()).containsExactly("documentNumber");
        assertThat(clerk.complete(task, good.deepCopy().put("documentDate", "2023-03-17"))
                        .fields())
                .containsExactly("documentDate");
        assertThat(clerk.complete(task, good.deepCopy().put("documentDate", "2023-03-15"))
                        .fields())
                .containsExactly("documentDate");
        assertThat(clerk.complete(task, good.deepCopy().put("signatory", "SYT-01.chuyenvien"))
                        .fields())
                .containsExactly("signatory");
        assertThat(clerk.complete(task, good.deepCopy().put("documentNumber", "KH-SYT"))
                        .fields())
                .containsExactly("documentNumber");
        clerk.complete(task, good).ok();
        JsonNode duty = duty("SYT-01");
        assertThat(duty.get("state").asText()).isEqualTo("issued");
        assertThat(duty.get("documentNumber").asText()).isEqualTo("15/KH-SYT");
        assertThat(duty.get("documentDate").asText()).isEqualTo("2023-03-16");
        assertThat(duty.get("late").asBoolean()).isFalse();
        assertThat(duty.get("currentTask").isNull()).isTrue();
    }

    @Test
    @Order(8)
    void aUnitWithoutAClerkIssuesWithTheApprovalAndIsNumberedByUs() {
        String unit = unitWhere(node -> !node.get("hasClerk").asBoolean()
                && node.get("numbering").asText().equals("auto"));
        submit(unit);
        approve(unit);
        JsonNode duty = duty(unit);
        assertThat(duty.get("state").asText()).isEqualTo("issued");
        assertThat(duty.get("documentNumber").asText()).startsWith("01/KH-");
        assertThat(duty.get("documentDate").asText()).isEqualTo("2023-03-16");
        assertThat(duty.get("signatory").asText()).isEqualTo(unit + ".thutruong");
    }

    @Test
    @Order(9)
    void aDepartmentWithoutASealIssuesWithoutANumber() {
        String unit = unitWhere(node -> node.get("kind").asText().equals("MOH_DEPT"));
        submit(unit);
        approve(unit);
        assertThat(duty(unit).get("state").asText()).isEqualTo("issued");
        assertThat(duty(unit).get("documentNumber").isNull()).isTrue();
    }

    @Test
    @Order(10)
    void hundredsOfUnitsIssueTheirSubPlans() {
        List<String> units = new ArrayList<>(duties.keySet());
        units.sort(null);
        // Side by side, as units work.
        long issued = units.subList(0, 220).parallelStream()
                .filter(this::issuesItsSubPlan)
                .count();
        assertThat(issued).isGreaterThan(200);
        JsonNode progress =
                as("thanhtra.bo").get("/api/v1/plans/" + plan + "/progress").ok();
        assertThat(progress.get("settled").asInt()).isGreaterThanOrEqualTo(210);
        assertThat(progress.get("byState").get("issued").asInt())
                .isEqualTo(progress.get("settled").asInt());
    }

    private boolean issuesItsSubPlan(String unit) {
        if (!duty(unit).get("state").asText().equals("drafting")) {
            return false;
        }
        submit(unit);
        approve(unit);
        if (duty(unit).get("state").asText().equals("awaitingIssue")) {
            Api clerk = as(unit + ".vanthu");
            clerk.complete(clerk.task("userTask_issueSubPlan"), Api.object().put("documentNumber", "7/KH-" + unit))
                    .ok();
        }
        return true;
    }

    @Test
    @Order(11)
    void theBoardOfTasksShowsWhoAnswersAndWhatTheUnitsSay() {
        BoardOfTasks board = new BoardOfTasks(port, plan);
        JsonNode progress =
                as("thanhtra.bo").get("/api/v1/plans/" + plan + "/progress").ok();
        JsonNode units = board.task("lanhdao.bo", "II.1.1").get("units");
        assertThat(units.get("adopted").asInt())
                .isEqualTo(progress.get("settled").asInt());
        assertThat(units.get("notTold").asInt()).isEqualTo(units.get("adopted").asInt());
        assertThat(units.get("unanswered").asInt())
                .isEqualTo(
                        progress.get("total").asInt() - progress.get("settled").asInt());
        board.eachNumberLeadsToItsList("lanhdao.bo", "II.1.1");
        board.eachNumberLeadsToItsList("SYT-01.thutruong", "II.2.1.a");
        board.theUnitsThatThePlanNamesTellHowFarTheyAre();
        board.othersNeitherTellNorReadWhatWasTold();
        board.badProgressIsNamedAndChangesNothing();
        board.evidenceIsForThoseWhoWorkOnIt();
        board.whoWatchesThePlanGivesATaskToUnits();
    }

    @Test
    @Order(11)
    void noDraftTextIsInTheEnginesTables() {
        List<String> texts = jdbc.sql("""
                        select cast(TEXT_ as varchar) from ACT_RU_VARIABLE where TEXT_ is not null
                        union all select cast(TEXT_ as varchar) from ACT_HI_VARINST where TEXT_ is not null""").query(String.class).list();
        assertThat(texts).allSatisfy(text -> assertThat(text).matches("[A-Z0-9-]+|approve|return|subPlan|thanhtra.bo"));
        assertThat(jdbc.sql(
                                "select count(*) from ACT_GE_BYTEARRAY where DEPLOYMENT_ID_ is null and NAME_ not like 'job.%'")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select count(*) from ACT_HI_COMMENT")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    @Order(12)
    void atTheDeadlineTheOthersAreOverdueAndTheirHistorySaysSo() {
        Api admin = as("quantri");
        assertThat(admin.post("/demo/clock", Api.object().put("to", "2023-03-15T00:00:00+07:00"))
                        .status())
                .isEqualTo(422);
        admin.post("/demo/clock", Api.object().put("to", "2023-03-19T23:59:00+07:00"))
                .ok();
        assertThat(admin.get("/api/v1/obligations?kind=subPlan&overdue=true&plan=" + plan)
                        .ok()
                        .get("total")
                        .asInt())
                .isZero();
        admin.post("/demo/clock", Api.object().put("to", "2023-03-20T00:00:00+07:00"))
                .ok();
        JsonNode progress = admin.get("/api/v1/plans/" + plan + "/progress").ok();
        int open = progress.get("total").asInt() - progress.get("settled").asInt();
        assertThat(progress.get("overdue").asInt()).isEqualTo(open);
        JsonNode late = admin.get("/api/v1/obligations?kind=subPlan&overdue=true&size=2000&plan=" + plan)
                .ok();
        assertThat(late.get("total").asInt()).isEqualTo(open);
        assertThat(late.get("items"))
                .allSatisfy(duty -> assertThat(duty.get("daysLate").asInt()).isEqualTo(1));
        String unit = late.get("items").get(0).get("unitCode").asText();
        assertThat(events(unit)).contains("deadlinePassed");
        assertThat(events("SYT-01")).doesNotContain("deadlinePassed");
        assertThat(jdbc.sql("select count(*) from obligation_event where event = 'deadlinePassed'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(open);
    }

    @Test
    @Order(13)
    void latenessGoesByTheDocumentsDate() {
        List<String> open = new ArrayList<>();
        JsonNode late = as("quantri")
                .get("/api/v1/obligations?kind=subPlan&overdue=true&size=2000&plan=" + plan)
                .ok();
        late.get("items").forEach(duty -> open.add(duty.get("unitCode").asText()));
        String unit = open.stream()
                .filter(code ->
                        !as(code + ".vanthu").get("/api/v1/tasks").body().contains("\"status\":401"))
                .filter(code -> jdbc.sql("select numbering from unit where code = :c")
                        .param("c", code)
                        .query(String.class)
                        .single()
                        .equals("register"))
                .findFirst()
                .orElseThrow();
        submit(unit);
        approve(unit);
        Api clerk = as(unit + ".vanthu");
        clerk.complete(clerk.task("userTask_issueSubPlan"), Api.object().put("documentNumber", "8/KH-X"))
                .ok();
        JsonNode duty = duty(unit);
        assertThat(duty.get("late").asBoolean()).isTrue();
        assertThat(duty.get("daysLate").asInt()).isEqualTo(1);
        assertThat(duty.get("overdue").asBoolean()).isFalse();
    }

    private void submit(String unit) {
        Api drafter = as(unit + ".chuyenvien");
        String task = drafter.task("userTask_draftSubPlan");
        drafter.complete(task, Api.adopted(drafter.draft(task))).ok();
    }

    private void approve(String unit) {
        Api head = as(unit + ".thutruong");
        head.complete(head.task("userTask_approveSubPlan"), Api.object().put("decision", "approve"))
                .ok();
    }

    private JsonNode duty(String unit) {
        return as("thanhtra.bo")
                .get("/api/v1/obligations?kind=subPlan&plan=" + plan + "&unit=" + unit)
                .ok()
                .get("items")
                .get(0);
    }

    private List<String> events(String unit) {
        List<String> events = new ArrayList<>();
        as("thanhtra.bo")
                .get("/api/v1/obligations/" + duty(unit).get("id").asLong())
                .ok()
                .get("history")
                .forEach(event -> events.add(event.get("event").asText()));
        return events;
    }

    private String unitWhere(java.util.function.Predicate<JsonNode> wanted) {
        for (JsonNode unit : (ArrayNode)
                as("thanhtra.bo").get("/api/v1/units?size=2000").ok().get("items")) {
            String code = unit.get("code").asText();
            if (wanted.test(unit)
                    && duties.containsKey(code)
                    && duty(code).get("state").asText().equals("drafting")) {
                return code;
            }
        }
        throw new AssertionError("No such unit");
    }
}
