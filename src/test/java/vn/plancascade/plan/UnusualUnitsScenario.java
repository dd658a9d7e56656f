package vn.plancascade.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.plancascade.support.PlansByHand.APPROVE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
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
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.deadline.DutyNote;
import vn.plancascade.deadline.Obligation;
import vn.plancascade.deadline.ObligationState;
import vn.plancascade.deadline.Obligations;
import vn.plancascade.monitoring.TwoPlans;
import vn.plancascade.organisation.NewUnit;
import vn.plancascade.organisation.Numbering;
import vn.plancascade.organisation.OrganisationAdmin;
import vn.plancascade.organisation.Role;
import vn.plancascade.organisation.UnitKind;
import vn.plancascade.support.Api;
import vn.plancascade.support.Cascade;
import vn.plancascade.support.PlansByHand;

/** A unit without a head, one whose head drafts as well, and a person in five units: what happens is defined and seen. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "plan-cascade.mail.scheduled=false")
@ActiveProfiles("demo")
@DirtiesContext
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class UnusualUnitsScenario {

    private static final String CHANGES = "/api/v1/units/changes?dryRun=";
    private static final LocalDate SINCE = LocalDate.of(2020, 1, 1);
    private static final String APPROVAL = "userTask_approveSubPlan";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext beans;

    @Autowired
    Obligations obligations;

    @Autowired
    OrganisationAdmin admin;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService jobs;

    private PlansByHand byHand;
    private long plan;

    @BeforeAll
    void aPlanIsIssued() {
        new Cascade(port).awaitSample();
        byHand = new PlansByHand(beans);
        admin.endRole("SYT-01.thutruong", Role.head, "SYT-01", byHand.today());
        plan = byHand.issued(LocalDate.of(2023, 4, 20), UnitKind.DOH);
    }

    @Test
    void aUnitWithoutAHeadIsNamedBeforehandAndItsWorkWaitsForWhoeverBecomesOne() {
        long draft = byHand.approved(LocalDate.of(2023, 4, 20), UnitKind.DOH);
        assertThat(new Api(port, "chuyenvien.bo")
                        .get("/api/v1/plans/" + draft + "/dry-run")
                        .ok()
                        .get("withoutHead")
                        .toString())
                .contains("SYT-01");
        byHand.submit(duty("SYT-01"));
        assertThat(duty("SYT-01").state()).isEqualTo(ObligationState.awaitingApproval);
        assertThat(new Api(port, "SYT-01.thutruong").tasks(APPROVAL)).isEmpty();

        admin.assign("SYT-01.vanthu", Role.head, "SYT-01", "Giám đốc", byHand.today());
        byHand.act("SYT-01.vanthu", duty("SYT-01").id(), APPROVE);
        assertThat(duty("SYT-01").state()).isEqualTo(ObligationState.awaitingIssue);
    }

    @Test
    void aHeadWhoDraftedDoesNotApproveAloneButASecondHeadDoes() {
        admin.assign("SYT-02.thutruong", Role.drafter, "SYT-02", null, SINCE);
        Api head = new Api(port, "SYT-02.thutruong");
        var answer = Api.object();
        answer.putArray("items")
                .addObject()
                .put("taskNo", "1")
                .put("response", "adopted")
                .put("activity", "Họp");
        head.complete(head.task("userTask_draftSubPlan"), answer).ok();
        Api.Answer refused = head.complete(head.task(APPROVAL), APPROVE.deepCopy());
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.json().get("detail").asText()).isNotBlank();
        assertThat(duty("SYT-02").state()).isEqualTo(ObligationState.awaitingApproval);

        admin.assign("SYT-02.vanthu", Role.head, "SYT-02", "Phó Giám đốc phụ trách", SINCE);
        Api second = new Api(port, "SYT-02.vanthu");
        String task = head.task(APPROVAL);
        head.delete("/api/v1/tasks/" + task + "/claim");
        second.complete(second.task(APPROVAL), APPROVE.deepCopy()).ok();
        assertThat(duty("SYT-02").state()).isEqualTo(ObligationState.awaitingIssue);
    }

    @Test
    void aPersonInFiveUnitsHasTheWorkOfAllFiveInOneList() {
        List<String> units = List.of("SYT-04", "SYT-06", "SYT-08", "SYT-10", "SYT-11");
        units.forEach(unit -> admin.assign("CDC-01.chuyenvien", Role.drafter, unit, null, SINCE));
        assertThat(new Api(port, "CDC-01.chuyenvien")
                        .tasks("userTask_draftSubPlan").stream()
                                .map(task -> task.get("unitCode").asText()))
                .containsExactlyInAnyOrderElementsOf(units);
    }

    @Test
    void aUnitFoundedLaterJoinsARunningPlanAndLeavesIt() {
        long running = byHand.reporting(UnitKind.DOH, UnitKind.MOH_AGENCY);
        Api planner = new Api(port, "chuyenvien.bo");
        String units = "/api/v1/plans/" + running + "/units";
        found("TTX-99", UnitKind.PRIV_CLINIC);
        found("CUC-99", UnitKind.MOH_AGENCY);

        assertThat(new Api(port, "SYT-20.thutruong").post(units, code("CUC-99")).status())
                .isEqualTo(403);
        for (String wrong : List.of("", "SYT-NO", "TTX-99")) {
            assertThat(planner.post(units, code(wrong)).fields()).as(wrong).containsExactly("unitCode");
        }
        assertThat(planner.post(units, code("SYT-20")).status()).isEqualTo(409);
        assertThat(planner.get("/api/v1/plans?year=2023").ok().get("items"))
                .anyMatch(each -> each.get("id").asLong() == running);
        assertThat(planner.get("/api/v1/plans?year=2022").ok().get("total").asLong())
                .isZero();
        assertThat(planner.get("/api/v1/plans?year=now").status()).isEqualTo(400);

        long draft = byHand.approved(LocalDate.of(2023, 4, 20), UnitKind.DOH);
        assertThat(planner.post("/api/v1/plans/" + draft + "/units", code("CUC-99"))
                        .status())
                .isEqualTo(409);

        JsonNode joined = planner.post(units, code("cuc-99")).ok().get("duties");
        assertThat(states(joined, "unitReport"))
                .containsOnly("planned", "notRequired")
                .hasSizeGreaterThan(2);
        JsonNode subPlan = obligation(joined, "subPlan");
        assertThat(subPlan.get("state").asText()).isEqualTo("drafting");
        // Two working days are left of the plan's deadline; who begins today has five.
        assertThat(subPlan.get("dueAt").asText()).startsWith("2023-03-24T00:00");
        Api drafter = new Api(port, "SYT-12.chuyenvien");
        assertThat(drafter.tasks("userTask_draftSubPlan"))
                .anyMatch(task -> task.get("unitCode").asText().equals("CUC-99"));
        assertThat(planner.post(units, code("CUC-99")).status()).isEqualTo(409);
        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey("deadlineWatch")
                        .processInstanceBusinessKey(Long.toString(running))
                        .count())
                .isOne();

        String leaving = units + "/CUC-99/withdraw";
        assertThat(planner.post(leaving, reason("Sáp nhập")).status()).isEqualTo(403);
        Api leader = new Api(port, "lanhdao.bo");
        assertThat(leader.post(leaving, reason(" ")).fields()).containsExactly("reason");
        assertThat(states(leader.post(leaving, reason("Sáp nhập")).ok().get("duties"), null))
                .containsOnly("withdrawn");
        assertThat(leader.post(leaving, reason("Sáp nhập")).status()).isEqualTo(409);
        assertThat(drafter.tasks("userTask_draftSubPlan"))
                .noneMatch(task -> task.get("unitCode").asText().equals("CUC-99"));
        assertThat(new Api(port, "quantri")
                        .get("/api/v1/audit?plan=" + running)
                        .ok()
                        .toString())
                .contains("\"unitJoined\"", "\"unitLeft\"");
    }

    @Test
    void unitsMergeWhileTheirWorkIsUnderWay() {
        List.of("CUC-95", "CUC-96", "CUC-97").forEach(code -> found(code, UnitKind.MOH_AGENCY));
        admin.assign("SYT-12.thutruong", Role.head, "CUC-95", "Cục trưởng", SINCE);
        long running = byHand.reporting(UnitKind.MOH_AGENCY);
        Api drafter = new Api(port, "SYT-12.chuyenvien");
        String task = drafter.tasks("userTask_draftSubPlan").stream()
                .filter(each -> each.get("unitCode").asText().equals("CUC-95"))
                .findFirst()
                .orElseThrow()
                .get("id")
                .asText();
        drafter.complete(task, Api.adopted(drafter.draft(task))).ok();
        long first = obligations.subPlan(running, "CUC-95").orElseThrow().id();
        Api administrator = new Api(port, "quantri");

        ObjectNode founding = merger("CUC-94", "CUC-95", "CUC-96").put("name", "Cục sau sáp nhập");
        JsonNode tried = administrator.post(CHANGES + "true", founding).ok();
        assertThat(tried.get("duties").toString()).isEqualTo("{\"transferred\":4,\"ended\":4,\"kept\":0}");
        assertThat(tried.get("tasks").asInt()).isEqualTo(2);
        assertThat(administrator.get("/api/v1/units/CUC-94").status()).isEqualTo(404);
        assertThat(administrator.post(CHANGES + "false", founding).ok()).isEqualTo(tried);
        itsDayHasCome();

        Obligation transferred = obligations.subPlan(running, "CUC-94").orElseThrow();
        assertThat(transferred.id()).isEqualTo(first);
        assertThat(transferred.unitName()).isEqualTo("Cục sau sáp nhập");
        assertThat(obligations.history(first)).anyMatch(line -> line.word() == DutyNote.transferred);
        assertThat(obligations.subPlan(running, "CUC-96").orElseThrow().state()).isEqualTo(ObligationState.withdrawn);
        assertThat(record("CUC-94").get("predecessors").findValuesAsText("code"))
                .containsExactly("CUC-95", "CUC-96");
        assertThat(record("CUC-96").get("successors").findValuesAsText("code")).containsExactly("CUC-94");
        byHand.act("SYT-12.thutruong", first, APPROVE);
        assertThat(obligations.get(first).state()).isEqualTo(ObligationState.issued);

        // Who owes it already owes it once; what is entered beforehand is carried out on its day.
        ObjectNode later = merger("CUC-97", "CUC-94")
                .put("from", byHand.today().plusDays(40).toString());
        assertThat(administrator
                        .post(CHANGES + "false", later)
                        .ok()
                        .get("duties")
                        .toString())
                .isEqualTo("{\"transferred\":0,\"ended\":3,\"kept\":0}");
        assertThat(report(running, "CUC-94").state()).isEqualTo(ObligationState.planned);
        itsDayHasCome();
        assertThat(report(running, "CUC-94").state()).isEqualTo(ObligationState.withdrawn);
        assertThat(report(running, "CUC-97").state()).isEqualTo(ObligationState.planned);
        assertThat(obligations.get(first).state()).isEqualTo(ObligationState.issued);
        assertThat(obligations.subPlan(running, "CUC-97").orElseThrow().state()).isEqualTo(ObligationState.drafting);
    }

    /** The first of those that come in its place owes what it owed, with what was handed in; the other owes nothing. */
    @Test
    void aUnitSplitsWhileItsPlanWaitsForItsHead() {
        found("CUC-85", UnitKind.MOH_AGENCY);
        long running = byHand.reporting(UnitKind.MOH_AGENCY);
        List.of("CUC-86", "CUC-87").forEach(code -> found(code, UnitKind.MOH_AGENCY));
        admin.assign("SYT-12.thutruong", Role.head, "CUC-86", "Cục trưởng", SINCE);
        Api drafter = new Api(port, "SYT-12.chuyenvien");
        String task = drafter.tasks("userTask_draftSubPlan").stream()
                .filter(each -> each.get("unitCode").asText().equals("CUC-85"))
                .findFirst()
                .orElseThrow()
                .get("id")
                .asText();
        drafter.complete(task, Api.adopted(drafter.draft(task))).ok();
        long handedIn = obligations.subPlan(running, "CUC-85").orElseThrow().id();
        Api administrator = new Api(port, "quantri");

        ObjectNode split = change("split", "CUC-85");
        split.putArray("into").add("CUC-86").add("CUC-87");
        JsonNode tried = administrator.post(CHANGES + "true", split).ok();
        assertThat(tried.get("duties").toString()).isEqualTo("{\"transferred\":4,\"ended\":0,\"kept\":0}");
        assertThat(administrator.post(CHANGES + "false", split).ok()).isEqualTo(tried);
        itsDayHasCome();

        Obligation transferred = obligations.subPlan(running, "CUC-86").orElseThrow();
        assertThat(transferred.id()).isEqualTo(handedIn);
        assertThat(transferred.state()).isEqualTo(ObligationState.awaitingApproval);
        assertThat(report(running, "CUC-86").state()).isEqualTo(ObligationState.planned);
        assertThat(obligations.subPlan(running, "CUC-87")).isEmpty();
        assertThat(new Api(port, "quantri")
                        .get("/api/v1/notices?rung=TAKEN_OVER&obligation=" + handedIn)
                        .ok()
                        .get("items")
                        .findValuesAsText("recipient"))
                .as("told to the people of the unit that owes it now")
                .containsExactlyInAnyOrder("SYT-12.chuyenvien", "SYT-12.thutruong");
        assertThat(record("CUC-85").get("successors").findValuesAsText("code")).containsExactly("CUC-86", "CUC-87");
        byHand.act("SYT-12.thutruong", handedIn, APPROVE);
        assertThat(obligations.get(handedIn).state()).isEqualTo(ObligationState.issued);
        // What has ended cannot end again, nor take anything over: no circle.
        assertThat(administrator.post(CHANGES + "false", split).fields()).containsExactly("units");
        assertThat(administrator
                        .post(CHANGES + "false", merger("CUC-85", "CUC-86"))
                        .fields())
                .containsExactly("into");
    }

    @Test
    void whatIsUnderWayStaysWithTheOldUnitsPeopleUntilADay() {
        new KeptWork(port, beans, byHand).staysUntilADay();
    }

    @Test
    void anAmendmentReachesTheUnitsAsADifference() {
        new AmendedPlan(port, beans).reachesTheUnitsAsADifference();
    }

    @Test
    void aChangeOfUnitsThatCannotBeChangesNothing() {
        Api administrator = new Api(port, "quantri");
        assertThat(new Api(port, "thanhtra.bo")
                        .post(CHANGES + "false", merger("SYT-20", "SYT-22"))
                        .status())
                .isEqualTo(403);
        for (Map.Entry<ObjectNode, String> wrong : Map.of(
                        merger("SYT-20", "SYT-20"), "into",
                        merger("SYT-20"), "units",
                        merger("SYT-20", "SYT-NO"), "units",
                        merger("SYT-NO", "SYT-20"), "into",
                        merger("SYT-20", "BYT"), "units",
                        merger("SYT-20", "SYT-22").put("from", "2023-03-15"), "from",
                        change("rename", "SYT-22"), "name",
                        change("close", "SYT-22").put("into", "SYT-20"), "into",
                        change("split", "SYT-22").put("into", "SYT-20"), "into",
                        change("move", "SYT-22"), "into")
                .entrySet()) {
            assertThat(administrator.post(CHANGES + "false", wrong.getKey()).fields())
                    .as(wrong.getKey().toString())
                    .containsExactly(wrong.getValue());
        }
        assertThat(administrator
                        .post(CHANGES + "false", change("close", "SYT-22"))
                        .status())
                .isEqualTo(409);
        assertThat(administrator.post(CHANGES + "false", merger("VPB", "TTRB")).status())
                .isEqualTo(409);
        assertThat(administrator
                        .post(CHANGES + "false", change("move", "SYT-22").put("into", "CDC-22"))
                        .fields())
                .isNotEmpty();
        assertThat(administrator
                        .post(CHANGES + "false", merger("SYT-20", "SYT-22").put("unit", "SYT-20"))
                        .status())
                .isEqualTo(400);
    }

    private Obligation report(long running, String unit) {
        return obligations.find(running, DutyKind.unitReport, "2023-H1", unit).orElseThrow();
    }

    private void itsDayHasCome() {
        jobs.executeJob(jobs.createJobQuery()
                .processDefinitionKey("reorganisation")
                .singleResult()
                .getId());
    }

    private JsonNode record(String unit) {
        return new Api(port, "quantri").get("/api/v1/units/" + unit + "/record").ok();
    }

    private static ObjectNode merger(String into, String... units) {
        return change("merge", units).put("into", into);
    }

    private static ObjectNode change(String kind, String... units) {
        ObjectNode change = Api.object().put("kind", kind);
        List.of(units).forEach(change.putArray("units")::add);
        return change;
    }

    private void found(String code, UnitKind kind) {
        admin.addUnit(new NewUnit(
                code,
                "Đơn vị mới " + code,
                kind,
                null,
                "BYT",
                "BYT",
                null,
                code,
                "Hà Nội",
                Numbering.register,
                byHand.today(),
                true));
        admin.assign("SYT-12.chuyenvien", Role.drafter, code, null, SINCE);
    }

    private static ObjectNode code(String unit) {
        return Api.object().put("unitCode", unit);
    }

    private static ObjectNode reason(String text) {
        return Api.object().put("reason", text);
    }

    private static JsonNode obligation(JsonNode duties, String kind) {
        return StreamSupport.stream(duties.spliterator(), false)
                .filter(duty -> duty.get("kind").asText().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> states(JsonNode duties, String kind) {
        return StreamSupport.stream(duties.spliterator(), false)
                .filter(duty -> kind == null || duty.get("kind").asText().equals(kind))
                .map(duty -> duty.get("state").asText())
                .toList();
    }

    /** A spring of two plans; it moves the clock, so it comes last. */
    @Test
    @Order(Integer.MAX_VALUE - 1)
    void twoPlansBesideEachOtherAreCountedAsTheyWereOnEachDay() {
        TwoPlans plans = new TwoPlans(
                beans, byHand, port, Set.of("SYT-01", "SYT-02", "SYT-04", "SYT-06", "SYT-08", "SYT-10", "SYT-11"));
        plans.live();
        plans.theFiguresOfEachDayAreAsTheyWereSeen();
        plans.areWhatTheHistoriesTell();
        plans.mergedUnitsCountWhereTheyWere();
        plans.isAnsweredByRest();
        plans.areListed();
        plans.areShown();
        plans.areOnRecord();
        plans.areActedOn();
        plans.askForMoreTime();
        plans.areChasedByLetter();
    }

    private Obligation duty(String unit) {
        return obligations.subPlan(plan, unit).orElseThrow();
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void provincesMergeByAFileWhileTheirWorkIsUnderWay() {
        new ReformedCountry(port, beans, byHand).isReadFromAFileAndOwesEverythingOnce();
    }
}
