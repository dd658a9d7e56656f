package vn.plancascade.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.plancascade.support.PlansByHand.APPROVE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import vn.plancascade.deadline.Obligation;
import vn.plancascade.deadline.Obligations;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.support.Api;
import vn.plancascade.support.Cascade;
import vn.plancascade.support.Client;
import vn.plancascade.support.PageLook;
import vn.plancascade.support.PeopleAtWork;
import vn.plancascade.support.PlansByHand;
import vn.plancascade.worklist.FormData;

/** A head is away from 18/03 to 21/03 and a deputy acts: before, within and after, by every road. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
@DirtiesContext
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class SubstitutionScenario {

    private static final String UNIT = "SYT-01";
    private static final String HEAD = UNIT + ".thutruong";
    private static final String DEPUTY = UNIT + ".vanthu";
    private static final String APPROVAL = "userTask_approveSubPlan";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext beans;

    @Autowired
    OrganisationAdmin admin;

    @Autowired
    Substitutions substitutions;

    @Autowired
    Obligations obligations;

    @Autowired
    Organisation organisation;

    @Autowired
    JdbcClient jdbc;

    private PlansByHand byHand;
    private Obligation duty;
    private Obligation second;
    private String claimed;

    @BeforeAll
    void aDraftWaitsForTheHead() {
        new Cascade(port).awaitSample();
        byHand = new PlansByHand(beans);
        admin.assign(DEPUTY, Role.deputy, UNIT, "Phó Giám đốc", LocalDate.of(2020, 1, 1));
        duty = submitted();
        second = submitted();
    }

    private Obligation submitted() {
        long plan = byHand.issued(LocalDate.of(2023, 4, 20), UnitKind.DOH);
        Obligation open = obligations.subPlan(plan, UNIT).orElseThrow();
        byHand.submit(open);
        return open;
    }

    @Test
    @Order(1)
    void whatDoesNotFitIsRefusedByField() {
        assertThat(sent(HEAD, "from", "2023-03-15").fields()).containsExactly("from");
        assertThat(sent(HEAD, "to", "2023-03-17").fields()).containsExactly("to");
        assertThat(sent(HEAD, "to", "2025-03-17").fields()).containsExactly("to");
        assertThat(sent(HEAD, "reason", " ").fields()).containsExactly("reason");
        assertThat(sent(HEAD, "substitute", HEAD).fields()).containsExactly("substitute");
        assertThat(sent(HEAD, "substitute", UNIT + ".chuyenvien").fields()).containsExactly("substitute");
        assertThat(sent(HEAD, "substitute", "khong.co").fields()).containsExactly("substitute");
        assertThat(sent(HEAD, "form", "TL").fields()).containsExactly("substitute");
        assertThat(sent(HEAD, "form", "TUQ").fields()).containsExactly("delegation");
        assertThat(sent(DEPUTY, "reason", "Họp").status()).isEqualTo(403);
        assertThat(sent("SYT-02.thutruong", "reason", "Họp").status()).isEqualTo(403);
        assertThat(jdbc.sql("select count(*) from substitution")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    @Order(2)
    void beforeTheWindowTheDeputySeesNothing() {
        assertThat(sent(HEAD, "reason", "Đi công tác").status()).isEqualTo(201);
        assertThat(sent(HEAD, "reason", "Lần nữa").status()).isEqualTo(409);
        assertThat(as(DEPUTY).tasks(APPROVAL)).isEmpty();
        assertThat(as(DEPUTY).get("/engine-rest/task/" + task()).status()).isIn(403, 404);
    }

    @Test
    @Order(3)
    void withinItTheDeputyDoesTheHeadsWorkAndBothNamesAreKept() {
        byHand.walkTo(VietnamTime.startOf(LocalDate.of(2023, 3, 18)).plusSeconds(9 * 3600));
        assertThat(as(DEPUTY).tasks(APPROVAL)).hasSize(2);
        assertThat(as(HEAD).tasks(APPROVAL)).hasSize(2);
        assertThat(as(DEPUTY).get("/engine-rest/task/" + task()).status()).isEqualTo(200);
        assertThat(organisation.unit(UNIT).orElseThrow().headName()).isEqualTo(name(HEAD));
        // What is delegated is not passed on.
        ObjectNode onward = body().put("substitute", UNIT + ".thutruong").put("from", "2023-03-19");
        assertThat(as(DEPUTY).post("/api/v1/substitutions", onward).status()).isEqualTo(403);

        as(DEPUTY).complete(task(duty), APPROVE.deepCopy()).ok();
        claimed = task(second);
        as(DEPUTY).post("/api/v1/tasks/" + claimed + "/claim", Api.object()).ok();
        ObjectNode issue = FormData.object().put("documentNumber", "61/KH-SYT").put("documentDate", "2023-03-18");
        byHand.act(UNIT + ".vanthu", duty.id(), issue.put("signatory", DEPUTY));
        Client head = new Client(port);
        head.login(HEAD, "demo");
        assertThat(head.page("/obligations/" + duty.id()).body()).contains("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC");
        assertThat(head.page("/").body()).contains("làm thay bạn");
        JsonNode detail = as(HEAD).get("/api/v1/obligations/" + duty.id()).ok();
        assertThat(detail.get("history").findValuesAsText("detail"))
                .contains(name(DEPUTY) + " thay " + name(HEAD), name(DEPUTY) + " ký thay (KT.) " + name(HEAD));
        assertThat(detail.at("/signature/form").asText()).isEqualTo("KT");
        assertThat(detail.at("/signature/signedFor").asText()).isEqualTo(HEAD);
        assertThat(detail.at("/signature/block/0").asText()).isEqualTo("KT. GIÁM ĐỐC");
        assertThat(detail.at("/signature/block/1").asText()).isEqualTo("PHÓ GIÁM ĐỐC");
    }

    @Test
    @Order(4)
    void afterItTheDeputyIsOutAndWhatWasClaimedIsTheHeadsAgain() {
        byHand.walkTo(VietnamTime.startOf(LocalDate.of(2023, 3, 22)).plusSeconds(9 * 3600));
        assertThat(as(DEPUTY).tasks(APPROVAL)).isEmpty();
        assertThat(as(DEPUTY).complete(claimed, APPROVE.deepCopy()).status()).isIn(403, 404);
        assertThat(as(DEPUTY).get("/engine-rest/task/" + claimed).status()).isIn(403, 404);
        assertThat(as(HEAD).tasks(APPROVAL)).hasSize(1);
        as(HEAD).complete(claimed, APPROVE.deepCopy()).ok();
        assertThat(as(HEAD).get("/api/v1/obligations/" + second.id())
                        .ok()
                        .get("state")
                        .asText())
                .isEqualTo("awaitingIssue");
    }

    @Test
    @Order(5)
    void aWindowThatIsEndedOrCancelledGivesNothingAnyMore() {
        ObjectNode later = body().put("from", "2023-04-01").put("to", "2023-04-05");
        long id = as(HEAD).post("/api/v1/substitutions", later).ok().get("id").asLong();
        assertThat(as(DEPUTY).delete("/api/v1/substitutions/" + id).status()).isEqualTo(403);
        assertThat(as(HEAD).delete("/api/v1/substitutions/" + id)
                        .ok()
                        .get("ended")
                        .asBoolean())
                .isTrue();
        assertThat(as(HEAD).delete("/api/v1/substitutions/" + id).status()).isEqualTo(409);
        ObjectNode now = body().put("from", "2023-03-22").put("to", "2023-03-30");
        long open = as(HEAD).post("/api/v1/substitutions", now).ok().get("id").asLong();
        assertThat(byHand.actor(DEPUTY).holds(Role.head, UNIT)).isTrue();
        as(HEAD).delete("/api/v1/substitutions/" + open).ok();
        assertThat(byHand.actor(DEPUTY).holds(Role.head, UNIT)).isFalse();
        assertThat(as(HEAD).get("/api/v1/substitutions?unit=" + UNIT)
                        .ok()
                        .get("total")
                        .asInt())
                .isEqualTo(3);
        assertThat(as("SYT-02.thutruong")
                        .get("/api/v1/substitutions")
                        .ok()
                        .get("total")
                        .asInt())
                .isZero();
    }

    @Test
    @Order(6)
    void theBlockAboveASignatureFollowsWhoSigns() {
        LocalDate day = LocalDate.of(2023, 3, 22);
        assertThat(substitutions.block(UNIT, HEAD, day).orElseThrow().lines()).containsExactly("GIÁM ĐỐC");
        assertThat(substitutions.block(UNIT, DEPUTY, day).orElseThrow().lines())
                .containsExactly("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC");
        assertThat(substitutions.block(UNIT, UNIT + ".chuyenvien", day)).isEmpty();
        jdbc.sql("update role_assignment set acting = true where login = :login and role = 'head'")
                .param("login", HEAD)
                .update();
        assertThat(substitutions.block(UNIT, HEAD, day).orElseThrow().lines()).containsExactly("Q. GIÁM ĐỐC");

        ObjectNode byOrder =
                body().put("substitute", "BVT-01.thutruong").put("form", "TUQ").put("delegation", "12/UQ-SYT");
        as(HEAD).post("/api/v1/substitutions", byOrder.put("from", "2023-03-22").put("to", "2023-03-23"))
                .ok();
        assertThat(substitutions
                        .block(UNIT, "BVT-01.thutruong", day)
                        .orElseThrow()
                        .lines())
                .containsExactly("TUQ. GIÁM ĐỐC", "GIÁM ĐỐC");
        as(HEAD).post(
                        "/api/v1/substitutions",
                        body().put("substitute", "BVT-01.thutruong")
                                .put("form", "TL")
                                .put("from", "2023-06-20")
                                .put("to", "2023-06-20"))
                .ok();
        assertThat(substitutions
                        .block(UNIT, "BVT-01.thutruong", LocalDate.of(2023, 6, 20))
                        .orElseThrow()
                        .lines())
                .containsExactly("TL. GIÁM ĐỐC", "GIÁM ĐỐC");
        // Whoever acts for somebody does not go away at the same time.
        ObjectNode circle = body().put("unitCode", "BVT-01").put("substitute", "BVT-01.vanthu");
        admin.assign("BVT-01.vanthu", Role.deputy, "BVT-01", "Phó Giám đốc", LocalDate.of(2020, 1, 1));
        assertThat(as("BVT-01.thutruong")
                        .post(
                                "/api/v1/substitutions",
                                circle.put("from", "2023-03-23").put("to", "2023-03-23"))
                        .status())
                .isEqualTo(409);
    }

    @Test
    @Order(7)
    void whoeverWroteADraftNeitherApprovesNorClaimsItAndTheHeadHearsWhenAStandInIsDisabled() {
        String unit = "SYT-02";
        String drafter = unit + ".chuyenvien";
        admin.assign(drafter, Role.deputy, unit, "Phó Giám đốc", LocalDate.of(2020, 1, 1));
        Obligation open = obligations
                .subPlan(byHand.issued(LocalDate.of(2023, 4, 20), UnitKind.DOH), unit)
                .orElseThrow();
        byHand.submit(open);
        as(unit + ".thutruong")
                .post(
                        "/api/v1/substitutions",
                        body().put("unitCode", unit)
                                .put("substitute", drafter)
                                .put("from", "2023-03-22")
                                .put("to", "2023-03-31"))
                .ok();
        String own = as(drafter).task(APPROVAL);
        assertThat(as(drafter)
                        .post("/api/v1/tasks/" + own + "/claim", Api.object())
                        .status())
                .isEqualTo(403);
        assertThat(as(drafter)
                        .post(
                                "/engine-rest/task/" + own + "/claim",
                                Api.object().put("userId", drafter))
                        .status())
                .isEqualTo(403);
        assertThat(as(drafter).complete(own, APPROVE.deepCopy()).status()).isEqualTo(403);

        as("quantri")
                .patch("/api/v1/people/" + drafter, Api.object().put("enabled", false))
                .ok();
        assertThat(jdbc.sql("""
                                select m.address, e.detail from mail m join account_notice n on n.mail_id = m.id
                                join person_event e on e.id = n.event_id where e.login = :login and e.event = 'disabled'""")
                        .param("login", drafter)
                        .query((row, n) -> row.getString(1) + ": " + row.getString(2))
                        .list())
                .containsExactly(
                        organisation.person(unit + ".thutruong").orElseThrow().email()
                                + ": SYT-02 22/3/2023 – 31/3/2023");
    }

    /** The ministry's three, a drafter, a head with a phone, a clerk, who is head of two units, and who stands in. */
    void everybodyDoesTheirWholeWork(String language) {
        long ministrys = byHand.approved(LocalDate.of(2023, 4, 20), UnitKind.DOH);
        admin.assign("SYT-08.thutruong", Role.head, "SYT-10", "Phụ trách", LocalDate.of(2020, 1, 1));
        admin.assign("SYT-04.vanthu", Role.deputy, "SYT-04", "Phó Giám đốc", LocalDate.of(2020, 1, 1));
        try (PeopleAtWork people = new PeopleAtWork(port, language)) {
            people.as("lanhdao.bo", PageLook.PHONE);
            people.go("/?tab=done");
            people.press("form[action$='/take-back'] button");
            people.open(ofPlan("lanhdao.bo", "userTask_approveNationalPlan", ministrys));
            people.click("details.return > summary");
            people.typeAfterTheSessionHasEnded("comment", "Ghi rõ mục đích", "lanhdao.bo");
            people.press("details.return button[value=return]");
            people.reads("page.task.did.userTask_approveNationalPlan.return");
            people.as("chuyenvien.bo", PageLook.DESK);
            people.reads("page.work.returned");
            assertThat(people.text()).contains("Ghi rõ mục đích");
            people.open(ofPlan("chuyenvien.bo", "userTask_draftNationalPlan", ministrys));
            people.type("objectives", "Phòng, chống tội phạm");
            people.press("button.strong[value=complete]");
            people.reads("page.task.did.userTask_draftNationalPlan");
            assertThat(people.browser().script("return JSON.stringify(localStorage)"))
                    .asString()
                    .doesNotContain("Phòng, chống tội phạm");
            people.as("lanhdao.bo", PageLook.PHONE);
            people.open(ofPlan("lanhdao.bo", "userTask_approveNationalPlan", ministrys));
            people.reads("change.plan.objectives");
            assertThat(people.text()).contains("Phòng, chống tội phạm");
            people.press(".approve");
            people.reads("page.task.did.userTask_approveNationalPlan");
            people.as("vanthu.bo", PageLook.DESK);
            people.open(ofPlan("vanthu.bo", "userTask_issueNationalPlan", ministrys));
            people.type("documentNumber", "99/KH-BYT");
            people.press("button.strong[value=complete]");
            people.reads("page.task.did.userTask_issueNationalPlan");
            byHand.runDue();

            for (String unit : List.of("SYT-08", "SYT-04", "SYT-10")) {
                people.as(unit + ".chuyenvien", PageLook.DESK);
                people.press("a[href^='/tasks/']");
                people.click("[name='items[0].response'][value=adopted]");
                people.type("items[0].activity", "Họp giao ban");
                people.press("button.strong[value=complete]");
                people.reads("page.task.did.userTask_draftSubPlan");
            }

            people.as("SYT-08.thutruong", PageLook.PHONE);
            assertThat(people.text()).contains("SYT-08", "SYT-10");
            assertThat(people.look().faults("/substitutions")).isEmpty();
            people.look().width(PageLook.PHONE);
            people.go("/?unit=SYT-10");
            assertThat(people.browser().driver().findElements(By.cssSelector("ul.work > li")))
                    .hasSize(1);
            for (int left = 2; left > 0; left--) {
                people.go("/");
                people.press("a[href^='/tasks/']");
                assertThat(people.text()).contains("Họp giao ban");
                people.press(".approve");
                people.reads("page.task.did.userTask_approveSubPlan");
            }
            people.as("SYT-08.vanthu", PageLook.DESK);
            people.press("a[href^='/tasks/']");
            people.press("button.strong[value=complete]");
            people.reads("page.task.did.userTask_issueSubPlan");

            people.as("SYT-04.thutruong", PageLook.PHONE);
            people.go("/substitutions");
            people.type("from", "22/03/2023");
            people.type("to", "23/03/2023");
            people.type("reason", "Đi công tác");
            people.press("form.panel button[type=submit]");
            people.as("SYT-04.vanthu", PageLook.PHONE);
            people.press("a[href^='/tasks/']");
            people.press(".approve");
            people.reads("page.task.did.userTask_approveSubPlan");
        }
        assertThat(jdbc.sql("""
                                select count(*) from obligation_event e join obligation o on o.id = e.obligation_id
                                where o.unit_code = 'SYT-04' and e.event = 'actedInstead'""").query(Integer.class).single()).isOne();
    }

    private String ofPlan(String login, String key, long plan) {
        return as(login).tasks(key).stream()
                .filter(each -> each.get("planId").asLong() == plan)
                .findFirst()
                .orElseThrow()
                .get("id")
                .asText();
    }

    private Api.Answer sent(String login, String field, String value) {
        return as(login).post("/api/v1/substitutions", body().put(field, value));
    }

    private static ObjectNode body() {
        return Api.object()
                .put("unitCode", UNIT)
                .put("substitute", DEPUTY)
                .put("form", "KT")
                .put("from", "2023-03-18")
                .put("to", "2023-03-21")
                .put("reason", "Đi công tác");
    }

    private String task() {
        return task(duty);
    }

    private String task(Obligation of) {
        List<JsonNode> tasks = as(HEAD).tasks(APPROVAL);
        return tasks.stream()
                .filter(task -> task.toString().contains("\"" + of.processInstanceId() + "\"")
                        || task.path("obligationId").asLong() == of.id())
                .findFirst()
                .orElseThrow()
                .get("id")
                .asText();
    }

    private String name(String login) {
        return organisation.person(login).orElseThrow().fullName();
    }

    private Api as(String login) {
        return new Api(port, login);
    }
}
