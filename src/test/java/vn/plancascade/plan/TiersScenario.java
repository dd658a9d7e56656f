package vn.plancascade.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.plancascade.support.PlansByHand.APPROVE;
import static vn.plancascade.support.PlansByHand.RETURN;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import vn.plancascade.deadline.Extensions;
import vn.plancascade.deadline.Obligation;
import vn.plancascade.deadline.ObligationState;
import vn.plancascade.deadline.Obligations;
import vn.plancascade.engine.DueJobs;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.organisation.UnitKind;
import vn.plancascade.support.Api;
import vn.plancascade.support.Cascade;
import vn.plancascade.support.Client;
import vn.plancascade.support.PlansByHand;
import vn.plancascade.worklist.FormData;

/** Tier by tier: who waits for whom, what lets them begin, and by when they are due then. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "plan-cascade.mail.scheduled=false")
@ActiveProfiles("demo")
@DirtiesContext
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class TiersScenario {

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext beans;

    @Autowired
    Obligations obligations;

    @Autowired
    Organisation organisation;

    @Autowired
    Extensions extensions;

    @Autowired
    DueJobs jobs;

    @Autowired
    JdbcClient jdbc;

    private PlansByHand byHand;
    private long plan;
    private long next;

    @BeforeAll
    void aPlanGoesDownTierByTier() {
        new Cascade(port).awaitSample();
        byHand = new PlansByHand(beans);
        plan = byHand.issuedTierByTier(
                LocalDate.of(2023, 4, 20),
                3,
                LocalDate.of(2023, 4, 10),
                UnitKind.DOH,
                UnitKind.PROV_HOSPITAL,
                UnitKind.PROV_CENTER,
                UnitKind.MOH_INSPECTORATE);
    }

    @Test
    @Order(1)
    void onlyUnitsWhoseSuperiorOwesNoPlanOfItsOwnBeginAtOnce() {
        assertThat(byHand.duties(plan)).allSatisfy(duty -> {
            boolean lowerTier =
                    !duty.unitCode().startsWith("SYT-") && !duty.unitCode().equals("TTRB");
            assertThat(duty.state())
                    .isEqualTo(lowerTier ? ObligationState.waitingForSuperior : ObligationState.drafting);
            assertThat(duty.dueAt() == null).isEqualTo(lowerTier);
        });
        assertThat(new Api(port, "BVT-01.chuyenvien").tasks("userTask_draftSubPlan"))
                .isEmpty();
    }

    @Test
    @Order(2)
    void aSuperiorThatIssuesStartsItsOwnWithTheirOwnDeadlineAndItsAddedTasks() {
        Obligation superior = duty("SYT-01");
        ObjectNode draft = answered("1");
        draft.putArray("addedTasks")
                .add(FormData.object()
                        .put("no", "HN.1")
                        .put("title", "Rà soát buồng bệnh")
                        .put("mandatory", true));
        byHand.act("SYT-01.chuyenvien", superior.id(), draft);
        byHand.act("SYT-01.thutruong", superior.id(), APPROVE);
        assertThat(duty("BVT-01").state()).isEqualTo(ObligationState.waitingForSuperior);
        byHand.act("SYT-01.vanthu", superior.id(), FormData.object().put("documentNumber", "1/KH-SYT"));
        jobs.runDue();

        List<Obligation> below = below("SYT-01");
        assertThat(below).hasSizeGreaterThan(5).allSatisfy(duty -> {
            assertThat(duty.state()).isEqualTo(ObligationState.drafting);
            // Thursday 16/03 and three working days: the last one is Tuesday the 21st.
            assertThat(duty.lastDay()).isEqualTo(LocalDate.of(2023, 3, 21));
            assertThat(duty.originalDueAt()).isEqualTo(duty.dueAt());
            assertThat(events(duty)).containsExactly("released", "started");
        });
        assertThat(below("SYT-02")).allMatch(duty -> duty.state() == ObligationState.waitingForSuperior);

        Api hospital = new Api(port, "BVT-01.chuyenvien");
        ObjectNode form = hospital.draft(hospital.task("userTask_draftSubPlan"));
        assertThat(form.get("items").findValuesAsText("taskNo")).containsExactly("1", "HN.1");
        ObjectNode onlyThePlans = answered("1");
        onlyThePlans.putArray("addedTasks");
        assertThat(hospital.complete(hospital.task("userTask_draftSubPlan"), onlyThePlans))
                .satisfies(refused -> {
                    assertThat(refused.status()).isEqualTo(422);
                    assertThat(refused.body()).contains("HN.1");
                });
    }

    @Test
    @Order(3)
    void anAddedTaskNeedsANumberOfItsOwnAndATitle() {
        Obligation superior = duty("SYT-02");
        ObjectNode draft = answered("1");
        draft.putArray("addedTasks").add(FormData.object().put("no", "1")).add(FormData.object());
        Api drafter = new Api(port, "SYT-02.chuyenvien");
        assertThat(drafter.complete(drafter.task("userTask_draftSubPlan"), draft)
                        .fields())
                .containsExactly("addedTasks[0].no", "addedTasks[0].title", "addedTasks[1].no", "addedTasks[1].title");
        assertThat(obligations.get(superior.id()).state()).isEqualTo(ObligationState.drafting);
    }

    @Test
    @Order(4)
    void unitsBelowOneThatIsWaivedBeginToo() {
        extensions.waive(byHand.actor("lanhdao.bo"), duty("SYT-04").id(), "Sáp nhập");
        jobs.runDue();
        assertThat(below("SYT-04")).isNotEmpty().allMatch(duty -> duty.state() == ObligationState.drafting);
    }

    @Test
    @Order(5)
    void nobodyWaitsBeyondThePlansDayAndNobodyIsLateAtBirth() {
        byHand.walkTo(VietnamTime.startOf(LocalDate.of(2023, 4, 9)).plusSeconds(12 * 3600));
        assertThat(below("SYT-02")).allMatch(duty -> duty.state() == ObligationState.waitingForSuperior);
        byHand.walkTo(VietnamTime.startOf(LocalDate.of(2023, 4, 10)).plusSeconds(12 * 3600));
        assertThat(byHand.duties(plan)).noneMatch(duty -> duty.state() == ObligationState.waitingForSuperior);
        assertThat(below("SYT-02")).isNotEmpty().allSatisfy(duty -> {
            assertThat(duty.state()).isEqualTo(ObligationState.drafting);
            assertThat(duty.lastDay()).isEqualTo(LocalDate.of(2023, 4, 13));
        });
    }

    @Test
    @Order(6)
    void whatWasAnsweredAYearBeforeIsCopiedIntoMarkedItemsWithItsDaysAYearLater() {
        Obligation before = duty("SYT-08");
        ObjectNode answer = answered("1");
        ((ObjectNode) answer.path("items").get(0)).put("from", "2023-05-02").put("inCharge", "Phòng Nghiệp vụ");
        byHand.act("SYT-08.chuyenvien", before.id(), answer);
        byHand.act("SYT-08.thutruong", before.id(), APPROVE);
        byHand.act("SYT-08.vanthu", before.id(), FormData.object().put("documentNumber", "8/KH-SYT"));
        next = byHand.issued(LocalDate.of(2023, 9, 20), UnitKind.DOH);
        // As if the first had been the plan of another year.
        jdbc.sql("update national_plan set plan_year = 2022 where id = :id")
                .param("id", plan)
                .update();
        String task = task("SYT-08", next);

        Client drafter = new Client(port);
        drafter.login("SYT-08.chuyenvien", "demo");
        HttpResponse<String> page = drafter.page("/tasks/" + task);
        assertThat(page.body()).contains("copy:yearBefore").doesNotContain("copy:suggestion");
        HttpResponse<String> copied = drafter.form(
                "/tasks/" + task,
                Map.of("_csrf", Client.formToken(page), "version", "0", "step", "copy:yearBefore", "mark", "0"));

        assertThat(copied.statusCode()).isEqualTo(302);
        JsonNode item = new Api(port, "SYT-08.chuyenvien").draft(task).at("/items/0");
        assertThat(item.get("activity").asText()).isEqualTo("Họp");
        assertThat(item.get("inCharge").asText()).isEqualTo("Phòng Nghiệp vụ");
        assertThat(item.get("from").asText()).isEqualTo("2024-05-02");
    }

    @Test
    @Order(7)
    void whatTheNextPersonHasNotOpenedIsTakenBackAndNothingElseIs() {
        Obligation duty = duty("SYT-10");
        Client drafter = browser("SYT-10.chuyenvien");
        Client head = browser("SYT-10.thutruong");
        Client clerk = browser("SYT-10.vanthu");
        String drafting = task("SYT-10", plan);
        byHand.act("SYT-10.chuyenvien", duty.id(), answered("1"));
        assertThat(drafter.page("/?tab=done").body()).contains("/tasks/" + drafting + "/take-back");
        assertThat(post(head, "/tasks/" + drafting + "/take-back").statusCode()).isEqualTo(404);

        assertThat(post(drafter, "/tasks/" + drafting + "/take-back").statusCode())
                .isEqualTo(302);

        assertThat(obligations.get(duty.id()).state()).isEqualTo(ObligationState.drafting);
        assertThat(events(duty)).endsWith("submitted", "submissionTakenBack");
        assertThat(waiting("SYT-10.thutruong", "userTask_approveSubPlan", duty)).isNull();
        String again = task("SYT-10", plan);
        assertThat(new Api(port, "SYT-10.chuyenvien")
                        .draft(again)
                        .at("/items/0/activity")
                        .asText())
                .isEqualTo("Họp");

        byHand.act("SYT-10.chuyenvien", duty.id(), answered("1"));
        String approving = waiting("SYT-10.thutruong", "userTask_approveSubPlan", duty);
        post(head, "/tasks/" + approving + "/opened");
        assertThat(drafter.page("/?tab=done").body()).doesNotContain("/take-back");
        post(drafter, "/tasks/" + again + "/take-back");
        assertThat(drafter.page("/?tab=done").body()).contains("đã mở xem");
        assertThat(obligations.get(duty.id()).state()).isEqualTo(ObligationState.awaitingApproval);

        byHand.act("SYT-10.thutruong", duty.id(), APPROVE);
        assertThat(post(head, "/tasks/" + approving + "/take-back").statusCode())
                .isEqualTo(302);
        assertThat(obligations.get(duty.id()).state()).isEqualTo(ObligationState.awaitingApproval);
        assertThat(obligations.get(duty.id()).approvedAt()).isNull();
        String approvingAgain = waiting("SYT-10.thutruong", "userTask_approveSubPlan", duty);
        byHand.act("SYT-10.thutruong", duty.id(), APPROVE);
        post(clerk, "/tasks/" + waiting("SYT-10.vanthu", "userTask_issueSubPlan", duty) + "/opened");
        post(head, "/tasks/" + approvingAgain + "/take-back");
        assertThat(head.page("/?tab=done").body()).contains("đã mở xem");
        assertThat(obligations.get(duty.id()).state()).isEqualTo(ObligationState.awaitingIssue);
        byHand.act("SYT-10.vanthu", duty.id(), FormData.object().put("documentNumber", "10/KH-SYT"));
        post(head, "/tasks/" + approvingAgain + "/take-back");
        assertThat(head.page("/?tab=done").body()).contains("đã sang bước khác");
    }

    @Test
    @Order(8)
    void aHeadSeesWhatWasMendedAndApprovesAtOnceOnlyWhatWasOpened() {
        Obligation first = duty("SYT-11");
        Obligation second = obligations
                .subPlan(
                        jdbc.sql("select max(id) from national_plan")
                                .query(Long.class)
                                .single(),
                        "SYT-11")
                .orElseThrow();
        byHand.act("SYT-11.chuyenvien", first.id(), answered("1"));
        byHand.act("SYT-11.thutruong", first.id(), RETURN);
        ObjectNode mended = answered("1");
        ((ObjectNode) mended.path("items").get(0)).put("budget", "12");
        byHand.act("SYT-11.chuyenvien", first.id(), mended);
        byHand.act("SYT-11.chuyenvien", second.id(), answered("1"));
        String one = waiting("SYT-11.thutruong", "userTask_approveSubPlan", first);
        String other = waiting("SYT-11.thutruong", "userTask_approveSubPlan", second);
        Client head = browser("SYT-11.thutruong");

        assertThat(head.page("/tasks/" + one).body())
                .contains("Đã sửa 1 chỗ so với lần bị trả lại", "1 – Kinh phí", "<ins>12</ins>");
        assertThat(head.page("/tasks/" + other).body()).contains("Trình lần đầu.");
        assertThat(head.page("/").body()).doesNotContain("form=\"approvals\"");
        post(head, "/tasks/" + one + "/opened");
        assertThat(head.page("/").body()).contains("form=\"approvals\"", "value=\"" + one + "\"");

        Map<String, String> both = Map.of("_csrf", Client.formToken(head.page("/")), "task", one);
        assertThat(head.form("/approvals?task=" + other, both).statusCode()).isEqualTo(302);

        assertThat(head.page("/").body()).contains("Đã duyệt kế hoạch", "chưa mở đọc");
        assertThat(obligations.get(first.id()).state()).isEqualTo(ObligationState.awaitingIssue);
        assertThat(obligations.get(second.id()).state()).isEqualTo(ObligationState.awaitingApproval);
    }

    @Test
    @Order(9)
    void theMinistrysPlanGoesBackToWhoeverTookItBackAndWhatWasReturnedSaysWhy() {
        long ministrys = byHand.approved(LocalDate.of(2023, 9, 20), UnitKind.DOH);
        Client drafter = browser("chuyenvien.bo");
        Client leader = browser("lanhdao.bo");
        takeBack(leader, "userTask_approveNationalPlan");
        assertThat(state(ministrys)).isEqualTo("awaitingApproval");
        assertThat(acts(ministrys)).endsWith("planApproved", "planApprovalTakenBack");

        byHand.act("lanhdao.bo", ministrys, RETURN);
        assertThat(drafter.page("/").body()).contains("Bị trả lại", "Bổ sung kinh phí");
        String drafting = ofPlan("chuyenvien.bo", "userTask_draftNationalPlan", ministrys);
        assertThat(drafter.page("/tasks/" + drafting).body()).contains("trả lại lúc", "Bổ sung kinh phí");
        ObjectNode mended = new Api(port, "chuyenvien.bo").draft(drafting);
        mended.put("objectives", "Có kinh phí");
        byHand.act("chuyenvien.bo", ministrys, mended);
        takeBack(drafter, "userTask_draftNationalPlan");
        assertThat(state(ministrys)).isEqualTo("draft");
        assertThat(acts(ministrys)).endsWith("planSubmitted", "planSubmissionTakenBack");
        byHand.act("chuyenvien.bo", ministrys, FormData.object());
        String approving = ofPlan("lanhdao.bo", "userTask_approveNationalPlan", ministrys);
        assertThat(leader.page("/tasks/" + approving).body())
                .contains("Đã sửa 1 chỗ so với lần bị trả lại", "Mục đích, yêu cầu", "<ins>Có kinh phí</ins>");
    }

    @Test
    @Order(10)
    void draftsGoToTheReviewerBeforeTheHeadWhereTheUnitHasOne() {
        ReviewedDrafts drafts = new ReviewedDrafts(port, beans, byHand, plan, next);
        drafts.goToTheReviewerFirstWhereTheUnitHasOne();
        drafts.comeBackToTheDrafterWithTheReviewersWords();
        drafts.areSeenByTheHeadWithTheReviewersWordsWhenTheyArePassedOn();
        drafts.waitForTheHeadOnceNobodyReviewsAnyMore();
        drafts.areReviewedByNobodyWhoDraftedThem();
    }

    /** Presses the button at the newest task of this kind that the person has done. */
    private static void takeBack(Client person, String key) {
        String done = person.page("/?tab=done").body();
        int at = done.indexOf("/take-back");
        assertThat(at).as(key).isPositive();
        String task = done.substring(done.lastIndexOf("/tasks/", at), at);
        assertThat(post(person, task + "/take-back").statusCode()).isEqualTo(302);
    }

    private String state(long plan) {
        return jdbc.sql("select state from national_plan where id = :id")
                .param("id", plan)
                .query(String.class)
                .single();
    }

    private List<String> acts(long plan) {
        return jdbc.sql("select act from audit_entry where plan_id = :id order by id")
                .param("id", plan)
                .query(String.class)
                .list();
    }

    private String ofPlan(String login, String key, long plan) {
        return new Api(port, login)
                .tasks(key).stream()
                        .filter(each -> each.get("planId").asLong() == plan)
                        .findFirst()
                        .orElseThrow()
                        .get("id")
                        .asText();
    }

    private Client browser(String login) {
        Client client = new Client(port);
        client.login(login, "demo");
        return client;
    }

    private static HttpResponse<String> post(Client client, String path) {
        return client.form(path, Map.of("_csrf", Client.formToken(client.page("/account"))));
    }

    /** The task of one kind that waits for this person at a duty; null where there is none. */
    private String waiting(String login, String key, Obligation duty) {
        return new Api(port, login)
                .tasks(key).stream()
                        .filter(each -> each.get("obligationId").asLong() == duty.id())
                        .map(each -> each.get("id").asText())
                        .findFirst()
                        .orElse(null);
    }

    private String task(String unit, long plan) {
        long duty = obligations.subPlan(plan, unit).orElseThrow().id();
        return new Api(port, unit + ".chuyenvien")
                .tasks("userTask_draftSubPlan").stream()
                        .filter(each -> each.get("obligationId").asLong() == duty)
                        .findFirst()
                        .orElseThrow()
                        .get("id")
                        .asText();
    }

    private static ObjectNode answered(String taskNo) {
        ObjectNode answer = FormData.object().put("title", "Kế hoạch");
        answer.putArray("items")
                .add(FormData.object()
                        .put("taskNo", taskNo)
                        .put("response", "adopted")
                        .put("activity", "Họp"));
        return answer;
    }

    private Obligation duty(String unit) {
        return obligations.subPlan(plan, unit).orElseThrow();
    }

    private List<Obligation> below(String superior) {
        Map<String, Obligation> byUnit =
                byHand.duties(plan).stream().collect(Collectors.toMap(Obligation::unitCode, Function.identity()));
        return organisation.subtree(superior).stream()
                .filter(code -> !code.equals(superior))
                .map(byUnit::get)
                .filter(java.util.Objects::nonNull)
                .toList();
    }

    private List<String> events(Obligation duty) {
        return obligations.history(duty.id()).stream()
                .map(event -> event.word().name())
                .toList();
    }
}
