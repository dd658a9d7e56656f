package vn.plancascade.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
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
import vn.plancascade.support.Api;
import vn.plancascade.support.Client;
import vn.plancascade.support.GeneratedRequests;
import vn.plancascade.support.HeldMails;

/** What is wrong is refused with the field's name, in the user's language, and changes nothing. Each test has its own unit. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:badinput;MODE=PostgreSQL;LOCK_TIMEOUT=10000;DB_CLOSE_DELAY=-1",
            "plan-cascade.mail.scheduled=false"
        })
@ActiveProfiles("demo")
@DirtiesContext
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BadInputTest {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    private long plan;

    @BeforeAll
    void aPlanThatCannotBeIssuedIsMendedAndIssued() {
        Awaitility.await()
                .atMost(2, TimeUnit.MINUTES)
                .until(() -> as(null).get("/actuator/health").status() == 200);
        HeldMails.hold(jdbc);
        Api drafter = as("chuyenvien.bo");
        String task = drafter.task("userTask_draftNationalPlan");
        ObjectNode broken = Api.object().put("recipients", " \n ").put("subPlanDeadline", "2023-03-16");
        broken.putArray("tasks");
        Api.Answer refused = drafter.complete(task, broken);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.fields()).contains("recipients", "tasks", "subPlanDeadline");
        assertThat(refused.body()).contains("Kế hoạch phải có ít nhất một nhiệm vụ");
        assertThat(drafter.complete(task, Api.object().put("subPlanDeadline", "31/02/2023"))
                        .fields())
                .containsExactly("subPlanDeadline");
        drafter.complete(task, Api.object()).ok();
        assertThat(drafter.complete(task, Api.object()).status()).isEqualTo(409);
        as("lanhdao.bo")
                .complete(as("lanhdao.bo").task("userTask_approveNationalPlan"), Api.object())
                .ok();
        as("vanthu.bo")
                .complete(as("vanthu.bo").task("userTask_issueNationalPlan"), Api.object())
                .ok();
        plan = drafter.get("/api/v1/plans").ok().get("items").get(0).get("id").asLong();
        Awaitility.await().atMost(2, TimeUnit.MINUTES).until(() -> {
            JsonNode progress =
                    drafter.get("/api/v1/plans/" + plan + "/progress").ok();
            return progress.get("total").asInt() > 0 && progress.get("started").equals(progress.get("total"));
        });
    }

    @Test
    void aPlanIsBegunFromAnEarlierYearsAndADraftIsDiscarded() {
        Api drafter = as("chuyenvien.bo");
        ObjectNode copy = Api.object().put("copyOf", plan).put("year", 2024);
        assertThat(as("SYT-10.thutruong").post("/api/v1/plans", copy).status()).isEqualTo(403);
        assertThat(drafter.post(
                                "/api/v1/plans",
                                Api.object().put("copyOf", 999_999).put("year", 2024))
                        .status())
                .isEqualTo(404);
        assertThat(drafter.post("/api/v1/plans", Api.object().put("copyOf", plan))
                        .fields())
                .containsExactly("year");
        assertThat(drafter.post(
                                "/api/v1/plans",
                                Api.object().put("copyOf", plan).put("year", 1999))
                        .fields())
                .containsExactly("year");
        assertThat(drafter.post("/api/v1/plans", copy.deepCopy().put("subject", "x"))
                        .status())
                .isEqualTo(400);

        JsonNode made = drafter.post("/api/v1/plans", copy).ok();
        assertThat(made.get("state").asText()).isEqualTo("draft");
        assertThat(made.get("number").isNull()).isTrue();
        assertThat(made.at("/content/subPlanDeadline").asText()).isEqualTo("2024-03-20");
        assertThat(made.at("/content/indicators").size()).isPositive();
        assertThat(made.at("/content/reportCalendar/0/period").asText()).startsWith("2024-");
        // 15/06/2024 is a Saturday, 15/12/2024 a Sunday.
        assertThat(made.get("warnings").toString())
                .contains("15/6/2024", "15/12/2024")
                .doesNotContain("15/3/2024");

        String draft = "/api/v1/plans/" + made.get("id").asLong();
        assertThat(drafter.get("/plans/new").status()).isEqualTo(200);
        assertThat(drafter.get("/plans/" + made.get("id").asLong()).body()).contains("Hủy dự thảo");
        assertThat(as("lanhdao.bo").delete(draft).status()).isEqualTo(403);
        assertThat(as("SYT-10.thutruong").delete(draft).status()).isEqualTo(404);
        assertThat(drafter.delete("/api/v1/plans/" + plan).status()).isEqualTo(409);
        assertThat(drafter.delete(draft).status()).isEqualTo(204);
        assertThat(drafter.delete(draft).status()).isEqualTo(404);
        assertThat(drafter.tasks("userTask_draftNationalPlan")).isEmpty();
    }

    @Test
    void onlyTheHeadOfThisUnitApproves() {
        submit("SYT-10");
        String task = as("SYT-10.thutruong").task("userTask_approveSubPlan");
        ObjectNode approve = Api.object().put("decision", "approve");
        assertThat(as("SYT-10.chuyenvien").complete(task, approve).status()).isEqualTo(403);
        assertThat(as("SYT-11.thutruong").complete(task, approve).status()).isEqualTo(404);
        assertThat(as("quantri").complete(task, approve).status()).isEqualTo(403);
        assertThat(as("thanhtra.bo").complete(task, approve).status()).isEqualTo(403);
        assertThat(as("CDC-10.thutruong")
                        .post("/api/v1/tasks/" + task + "/claim", null)
                        .status())
                .isEqualTo(404);
        assertThat(state("SYT-10")).isEqualTo("awaitingApproval");
    }

    @Test
    void aTaskThatSomebodyElseHasClaimedIsTheirs() {
        Api head = as("SYT-12.thutruong");
        submit("SYT-12");
        String task = head.task("userTask_approveSubPlan");
        assertThat(head.post("/api/v1/tasks/" + task + "/claim", null)
                        .ok()
                        .get("assignee")
                        .asText())
                .isEqualTo("SYT-12.thutruong");
        assertThat(head.post("/api/v1/tasks/" + task + "/claim", null).status()).isEqualTo(200);
        head.complete(task, Api.object().put("decision", "approve")).ok();
        assertThat(head.complete(task, Api.object().put("decision", "approve")).status())
                .isEqualTo(409);
        assertThat(head.post("/api/v1/tasks/no-such-task/complete", Api.object())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aNumberThatIsTakenIsRefusedAndTheNextOneIsGood() {
        ready("SYT-14");
        Api clerk = as("SYT-14.vanthu");
        String task = clerk.task("userTask_issueSubPlan");
        for (String wrong : List.of("", "KH-SYT", "-3/KH", "=1+1", "x".repeat(200))) {
            assertThat(clerk.complete(task, Api.object().put("documentNumber", wrong))
                            .fields())
                    .as(wrong)
                    .containsExactly("documentNumber");
        }
        for (String wrong : List.of("2023-03-15", "2023-03-17", "2023-02-30", "hôm nay")) {
            assertThat(clerk.complete(
                                    task,
                                    Api.object().put("documentNumber", "3/KH").put("documentDate", wrong))
                            .fields())
                    .as(wrong)
                    .containsExactly("documentDate");
        }
        assertThat(state("SYT-14")).isEqualTo("awaitingIssue");
        clerk.complete(task, Api.object().put("documentNumber", "3/KH-SYT")).ok();
    }

    @Test
    void aCommentOfAMegabyteIsRefusedByItsName() {
        submit("SYT-15");
        Api head = as("SYT-15.thutruong");
        String task = head.task("userTask_approveSubPlan");
        ObjectNode huge = Api.object().put("decision", "return").put("comment", "x".repeat(1_000_000));
        assertThat(head.complete(task, huge).fields()).containsExactly("comment");
        assertThat(head.put("/api/v1/tasks/" + task + "/draft", huge).fields()).containsExactly("comment");
        assertThat(head.complete(task, Api.object().put("decision", "maybe")).fields())
                .containsExactly("decision");
        assertThat(state("SYT-15")).isEqualTo("awaitingApproval");
    }

    @Test
    void twoTabsThatSubmitAtOnceSubmitOnce() throws Exception {
        Api drafter = as("SYT-17.chuyenvien");
        String task = drafter.task("userTask_draftSubPlan");
        ObjectNode answers = Api.adopted(drafter.draft(task));
        ExecutorService tabs = Executors.newFixedThreadPool(8);
        try {
            Callable<Integer> tab = () -> drafter.complete(task, answers).status();
            List<Integer> statuses = new java.util.ArrayList<>();
            for (Future<Integer> done : tabs.invokeAll(List.of(tab, tab, tab, tab, tab, tab, tab, tab))) {
                statuses.add(done.get());
            }
            assertThat(statuses).containsOnlyOnce(204).containsOnly(204, 409);
        } finally {
            tabs.shutdownNow();
        }
        assertThat(state("SYT-17")).isEqualTo("awaitingApproval");
    }

    @Test
    void whatIsNoJsonOrHasTheWrongTypeIsRefused() {
        Api drafter = as("SYT-19.chuyenvien");
        String task = drafter.task("userTask_draftSubPlan");
        assertThat(drafter.post("/api/v1/tasks/" + task + "/complete", "{\"variables\":")
                        .status())
                .isEqualTo(400);
        assertThat(drafter.put("/api/v1/tasks/" + task + "/draft", "[]").status())
                .isEqualTo(400);
        assertThat(drafter.put("/api/v1/tasks/" + task + "/draft", Api.object().put("items", "x"))
                        .fields())
                .containsExactly("items");
        ObjectNode strange = drafter.draft(task);
        ((ObjectNode) strange.get("items").get(1)).put("response", "perhaps");
        assertThat(drafter.put("/api/v1/tasks/" + task + "/draft", strange).fields())
                .containsExactly("items[1].response");
        ((ObjectNode) strange.get("items").get(1)).put("response", "").put("taskNo", "IX");
        assertThat(drafter.complete(task, strange).fields()).contains("items[1].taskNo");
        assertThat(drafter.get("/api/v1/tasks?size=0").fields()).containsExactly("size");
        assertThat(drafter.get("/api/v1/tasks?size=abc").status()).isEqualTo(400);
        assertThat(drafter.get("/api/v1/obligations?sort=password").fields()).containsExactly("sort");
        assertThat(drafter.get("/api/v1/obligations?state=unknown").status()).isEqualTo(400);
        assertThat(drafter.get("/api/v1/obligations/999999999").status()).isEqualTo(404);
        assertThat(drafter.get("/api/v1/plans/999").status()).isEqualTo(404);
    }

    @Test
    void aDraftsTextIsPlainAndItsNumbersAreBounded() {
        Api drafter = as("SYT-25.chuyenvien");
        String task = drafter.task("userTask_draftSubPlan");
        ObjectNode draft = drafter.draft(task);
        draft.put("title", "\uFEFFKế hoạch\u00A0 ðặc biệt\u200B ①");
        ObjectNode first = (ObjectNode) draft.get("items").get(0);
        first.put("activity", "Dòng một\r\ndòng\u202Fhai");
        JsonNode saved = drafter.put("/api/v1/tasks/" + task + "/draft", draft).ok();
        assertThat(saved.get("title").asText()).isEqualTo("Kế hoạch đặc biệt (1)");
        assertThat(saved.at("/items/0/activity").asText()).isEqualTo("Dòng một\ndòng hai");
        first.put("activity", "a\u0000b");
        assertThat(drafter.put("/api/v1/tasks/" + task + "/draft", draft).fields())
                .containsExactly("items[0].activity");
        for (String number : List.of("1e400", "-1e400", "1e-400", "123456789012345678901234567890")) {
            Api.Answer refused = drafter.put("/api/v1/tasks/" + task + "/draft", "{\"note\":" + number + "}");
            assertThat(refused.status()).as(refused.body()).isEqualTo(422);
            assertThat(refused.fields()).containsExactly("note");
        }
        assertThat(drafter.draft(task).get("title").asText()).isEqualTo("Kế hoạch đặc biệt (1)");
    }

    @Test
    void theClockNeitherGoesBackNorAnywhereUnreadable() {
        Api admin = as("quantri");
        for (String wrong : List.of("2023-03-15T00:00:00+07:00", "2023-03-20", "", "mai")) {
            Api.Answer refused = admin.post("/demo/clock", Api.object().put("to", wrong));
            assertThat(refused.status()).as(wrong).isEqualTo(422);
            assertThat(refused.fields()).containsExactly("to");
        }
    }

    @Test
    void theAdministratorReadsAllAndTheUnitOnlyItsOwn() {
        assertThat(as("quantri")
                        .get("/api/v1/obligations?kind=subPlan&size=1")
                        .ok()
                        .get("total")
                        .asInt())
                .isGreaterThan(450);
        assertThat(as("quantri").get("/api/v1/tasks").ok().get("total").asInt()).isZero();
        assertThat(as("CDC-20.thutruong")
                        .get("/api/v1/obligations?kind=subPlan")
                        .ok()
                        .get("total")
                        .asInt())
                .isEqualTo(1);
        assertThat(as("SYT-20.thutruong")
                        .get("/api/v1/obligations?kind=subPlan&size=2000")
                        .ok()
                        .get("items"))
                .hasSizeGreaterThan(3)
                .allSatisfy(
                        duty -> assertThat(duty.get("provinceCode").asText()).isEqualTo("20"));
        JsonNode foreign = as("quantri")
                .get("/api/v1/obligations?kind=subPlan&unit=SYT-22")
                .ok()
                .get("items")
                .get(0);
        assertThat(as("SYT-20.thutruong")
                        .get("/api/v1/obligations/" + foreign.get("id").asLong())
                        .status())
                .isEqualTo(404);
        assertThat(as("SYT-20.thutruong").get("/api/v1/units/SYT-22").status()).isEqualTo(404);
        assertThat(as("SYT-20.thutruong")
                        .post(
                                "/api/v1/obligations/" + foreign.get("id").asLong() + "/withdraw",
                                Api.object().put("reason", "x"))
                        .status())
                .isEqualTo(403);
        assertThat(as("CDC-20.thutruong").get("/api/v1/notices").ok().get("items"))
                .isNotEmpty()
                .allSatisfy(
                        notice -> assertThat(notice.get("unitCode").asText()).isEqualTo("CDC-20"));
        String inspectors = "/api/v1/notices?unit=cdc-20&from=2023-03-16";
        assertThat(as("thanhtra.bo").get(inspectors).ok().get("items"))
                .isNotEmpty()
                .allSatisfy(
                        notice -> assertThat(notice.get("unitCode").asText()).isEqualTo("CDC-20"));
        assertThat(as("thanhtra.bo").get("/api/v1/notices?from=2090-01-01").ok().get("items"))
                .isEmpty();
        assertThat(as("SYT-20.thutruong")
                        .get("/api/v1/notices?unit=SYT-22")
                        .ok()
                        .get("items"))
                .isEmpty();
        assertThat(as("thanhtra.bo").get("/api/v1/notices?from=16/03/2023").fields())
                .containsExactly("from");
        assertThat(as("thanhtra.bo").get("/api/v1/notices?state=lost").status()).isEqualTo(400);
    }

    @Test
    void oneDutyIsWithdrawnByTheMinistrysLeaderWithAReason() {
        long duty = as("quantri")
                .get("/api/v1/obligations?kind=subPlan&unit=SYT-24")
                .ok()
                .get("items")
                .get(0)
                .get("id")
                .asLong();
        Api leader = as("lanhdao.bo");
        assertThat(leader.post("/api/v1/obligations/" + duty + "/withdraw", Api.object())
                        .fields())
                .containsExactly("reason");
        leader.post("/api/v1/obligations/" + duty + "/withdraw", Api.object().put("reason", "Giải thể"))
                .ok();
        assertThat(state("SYT-24")).isEqualTo("withdrawn");
        assertThat(as("SYT-24.chuyenvien").tasks("userTask_draftSubPlan")).isEmpty();
        assertThat(leader.post(
                                "/api/v1/obligations/" + duty + "/withdraw",
                                Api.object().put("reason", "x"))
                        .status())
                .isEqualTo(409);
    }

    /** Eight of twenty were faults. */
    @Test
    void oneDutyIsWaivedOnceHoweverManyWaiveIt() throws Exception {
        long duty = duty("SYT-26");
        ExecutorService inspectors = Executors.newFixedThreadPool(20);
        try {
            Callable<Integer> waive = () -> as("thanhtra.bo")
                    .post(
                            "/api/v1/obligations/" + duty + "/waiver",
                            Api.object().put("reason", "Giải thể"))
                    .status();
            List<Integer> statuses = new java.util.ArrayList<>();
            for (Future<Integer> done : inspectors.invokeAll(java.util.Collections.nCopies(20, waive))) {
                statuses.add(done.get());
            }
            assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 409);
        } finally {
            inspectors.shutdownNow();
        }
        assertThat(state("SYT-26")).isEqualTo("waived");
    }

    /** Last, since nobody knows what it changes. */
    @Test
    @Order(Integer.MAX_VALUE)
    void noRequestThatCanBeMadeUpIsAFault() {
        List<String> known = List.of(
                "SYT-11",
                "CDC-11",
                "SYT-11.thutruong",
                "nobody",
                String.valueOf(plan),
                String.valueOf(duty("SYT-11")),
                "2023-H1");
        GeneratedRequests requests =
                new GeneratedRequests(as("quantri").get("/v3/api-docs").ok(), 20231120, known);

        List<String> faults = requests.faults(
                2000, new Client(port).basic("quantri", "demo"), new Client(port).basic("SYT-11.thutruong", "demo"));

        assertThat(faults).isEmpty();
        // Some must have got through to what they asked for, or nothing was tried.
        assertThat(requests.answered().get(2)).isGreaterThan(100);
        assertThat(as("SYT-11.thutruong").get("/api/v1/tasks").status()).isEqualTo(200);
    }

    private long duty(String unit) {
        return as("quantri")
                .get("/api/v1/obligations?kind=subPlan&unit=" + unit)
                .ok()
                .get("items")
                .get(0)
                .get("id")
                .asLong();
    }

    private void ready(String unit) {
        submit(unit);
        Api head = as(unit + ".thutruong");
        head.complete(head.task("userTask_approveSubPlan"), Api.object().put("decision", "approve"))
                .ok();
    }

    private void submit(String unit) {
        Api drafter = as(unit + ".chuyenvien");
        String task = drafter.task("userTask_draftSubPlan");
        drafter.complete(task, Api.adopted(drafter.draft(task))).ok();
    }

    private String state(String unit) {
        return as("quantri")
                .get("/api/v1/obligations?kind=subPlan&unit=" + unit)
                .ok()
                .get("items")
                .get(0)
                .get("state")
                .asText();
    }

    private Api as(String login) {
        return new Api(port, login);
    }
}
