package vn.plancascade.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static vn.plancascade.support.PlansByHand.APPROVE;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import vn.plancascade.deadline.Obligation;
import vn.plancascade.deadline.ObligationState;
import vn.plancascade.deadline.Obligations;
import vn.plancascade.organisation.UnitKind;
import vn.plancascade.support.Api;
import vn.plancascade.support.Cascade;
import vn.plancascade.support.Client;
import vn.plancascade.support.Pdfs;
import vn.plancascade.support.PlansByHand;
import vn.plancascade.worklist.FormData;

/** Plans that were signed elsewhere, and the signed copies of those drafted here, over HTTP. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "plan-cascade.mail.scheduled=false")
@ActiveProfiles("demo")
@DirtiesContext
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class SignedOutsideScenario {

    private static final String CONFIRM = "userTask_confirmIssuedOutside";
    private static final String UNIT = "SYT-01";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext beans;

    @Autowired
    Obligations obligations;

    @Autowired
    RuntimeService runtime;

    @Autowired
    JdbcClient jdbc;

    private PlansByHand byHand;
    private long plan;

    @BeforeAll
    void aPlanIsIssued() {
        new Cascade(port).awaitSample();
        byHand = new PlansByHand(beans);
        plan = byHand.issued(LocalDate.of(2023, 3, 20), UnitKind.DOH, UnitKind.MOH_DEPT);
    }

    static Stream<Arguments> badRecords() {
        return Stream.of(
                arguments("file", Map.of(), null),
                arguments("file", Map.of(), new byte[0]),
                arguments("file", Map.of(), Pdfs.program()),
                arguments("file", Map.of(), "<html>%PDF</html>".getBytes()),
                arguments("file", Map.of(), Pdfs.encrypted()),
                arguments("file", Map.of(), Pdfs.withScript()),
                arguments("file", Map.of(), Pdfs.bomb()),
                arguments("file", Map.of(), Arrays.copyOf(Pdfs.signed("x"), 200)),
                arguments("documentNumber", Map.of("documentNumber", ""), Pdfs.signed("x")),
                arguments("documentNumber", Map.of("documentNumber", "KH-SYT"), Pdfs.signed("x")),
                arguments("documentDate", Map.of("documentDate", ""), Pdfs.signed("x")),
                arguments("documentDate", Map.of("documentDate", "2023-02-30"), Pdfs.signed("x")),
                arguments("documentDate", Map.of("documentDate", "2023-03-17"), Pdfs.signed("x")),
                arguments("documentDate", Map.of("documentDate", "2023-03-15"), Pdfs.signed("x")),
                arguments("signatory", Map.of("signatory", " "), Pdfs.signed("x")),
                arguments("signatory", Map.of("signatory", "x".repeat(201)), Pdfs.signed("x")),
                arguments("coverage", Map.of("coverage", ""), Pdfs.signed("x")),
                arguments("coverage", Map.of("coverage", "9"), Pdfs.signed("x")),
                arguments("coverage", Map.of("coverage", "[{\"taskNo\":"), Pdfs.signed("x")),
                arguments(
                        "coverage",
                        Map.of("coverage", "[{\"taskNo\":\"1\",\"response\":\"notApplicable\"}]"),
                        Pdfs.signed("x")));
    }

    @ParameterizedTest
    @MethodSource("badRecords")
    @Order(1)
    void aBadRecordNamesItsFieldAndChangesNothing(String field, Map<String, String> changes, byte[] file) {
        Api.Answer refused = record(UNIT + ".vanthu", UNIT, changes, file);
        assertThat(refused.status()).as(refused.body()).isEqualTo(422);
        assertThat(refused.fields()).contains(field);
        assertThat(duty(UNIT).state()).isEqualTo(ObligationState.drafting);
        assertThat(head(UNIT).tasks(CONFIRM)).isEmpty();
    }

    @Test
    @Order(2)
    void onlyTheUnitsOwnPeopleRecordAndOthersDoNotEvenSeeTheDuty() {
        assertThat(record("SYT-02.vanthu", UNIT, Map.of(), Pdfs.signed("x")).status())
                .isEqualTo(404);
        assertThat(record("thanhtra.bo", UNIT, Map.of(), Pdfs.signed("x")).status())
                .isEqualTo(403);
        byte[] large = Arrays.copyOf(Pdfs.signed("x"), 10 * 1024 * 1024 + 1);
        assertThat(record(UNIT + ".vanthu", UNIT, Map.of(), large)
                        .json()
                        .at("/errors/0/field")
                        .asText())
                .isEqualTo("file");
    }

    @Test
    @Order(3)
    void theHeadConfirmsWhatTheClerkRecordedAndNoClerksStepFollows() {
        byHand.submit(duty(UNIT));
        assertThat(record(UNIT + ".vanthu", UNIT, Map.of(), Pdfs.signed("một"))
                        .ok()
                        .get("awaitingConfirmation")
                        .asBoolean())
                .isTrue();
        assertThat(record(UNIT + ".vanthu", UNIT, Map.of(), Pdfs.signed("hai")).status())
                .isEqualTo(409);
        assertThat(duty(UNIT).state()).isEqualTo(ObligationState.awaitingApproval);

        Api head = head(UNIT);
        JsonNode form = head.draft(head.task(CONFIRM));
        assertThat(form.get("documentNumber").asText()).isEqualTo("77/KH-SYT");
        assertThat(form.get("signatoryName").asText()).isEqualTo("Nguyễn Văn Ký");
        assertThat(head.get(form.get("documentUrl").asText()).status()).isEqualTo(200);

        // Sent back once: the unit's own draft is where it was.
        assertThat(head.complete(head.task(CONFIRM), Api.object().put("decision", "return"))
                        .fields())
                .containsExactly("comment");
        head.complete(head.task(CONFIRM), Api.object().put("decision", "return").put("comment", "Thiếu trang cuối"))
                .ok();
        assertThat(duty(UNIT).state()).isEqualTo(ObligationState.awaitingApproval);
        assertThat(head.get("/api/v1/obligations/" + duty(UNIT).id()).ok().get("documents"))
                .isEmpty();

        record(UNIT + ".vanthu", UNIT, Map.of(), Pdfs.signed("ba")).ok();
        head.complete(head.task(CONFIRM), APPROVE.deepCopy()).ok();
        Obligation issued = duty(UNIT);
        assertThat(issued.state()).isEqualTo(ObligationState.issued);
        assertThat(issued.documentNumber()).isEqualTo("77/KH-SYT");
        assertThat(issued.documentDate()).isEqualTo(LocalDate.of(2023, 3, 16));
        assertThat(issued.signatory()).isEqualTo("Nguyễn Văn Ký");
        assertThat(events(UNIT)).containsExactly("started", "submitted", "issuedOutside");
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceId(issued.processInstanceId())
                        .count())
                .isZero();
        assertThat(head.tasks("userTask_approveSubPlan")).isEmpty();

        JsonNode documents = head.get("/api/v1/obligations/" + issued.id()).ok().get("documents");
        assertThat(documents).hasSize(1);
        assertThat(documents.get(0).get("kind").asText()).isEqualTo("issuedOutside");
        assertThat(documents.get(0).get("sha256").asText()).hasSize(64);
        String file = "/api/v1/documents/" + documents.get(0).get("id").asText();
        assertThat(new Api(port, "thanhtra.bo").get(file).status()).isEqualTo(200);
        assertThat(new Api(port, "SYT-02.vanthu").get(file).status()).isEqualTo(404);
        assertThat(new Api(port, null).get(file).status()).isEqualTo(401);
        assertThat(record(UNIT + ".vanthu", UNIT, Map.of(), Pdfs.signed("bốn")).status())
                .isEqualTo(409);
    }

    @Test
    @Order(4)
    void whatTheHeadRecordsIsConfirmedByThat() {
        assertThat(record("SYT-04.thutruong", "SYT-04", Map.of(), Pdfs.signed("x"))
                        .ok()
                        .get("state")
                        .asText())
                .isEqualTo("issued");
        assertThat(events("SYT-04")).containsExactly("started", "issuedOutside");
        Client clerk = new Client(port);
        clerk.login("SYT-04.vanthu", "demo");
        assertThat(clerk.page("/obligations/" + duty("SYT-04").id()).body())
                .contains("ke-hoach.pdf", "Bản chính thức", "Nguyễn Văn Ký", "Thêm bản đã ký");
        assertThat(clerk.page("/obligations/" + duty("SYT-04").id() + "?lang=en")
                        .body())
                .contains("Official copy");
    }

    @Test
    @Order(5)
    void aNumberOfTheYearIsTakenOnceByWhateverRoadItCame() {
        String taken = "SYT-06";
        byHand.submit(duty(taken));
        byHand.act(taken + ".thutruong", duty(taken).id(), APPROVE);
        byHand.act(taken + ".vanthu", duty(taken).id(), FormData.object().put("documentNumber", "77/KH-SYT"));
        long second = byHand.issued(LocalDate.of(2023, 3, 20), UnitKind.DOH);
        Obligation again = obligations.subPlan(second, taken).orElseThrow();
        Api.Answer refused = post(taken + ".thutruong", again.id(), Map.of(), Pdfs.signed("x"));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.fields()).containsExactly("documentNumber");
    }

    @Test
    @Order(6)
    void theSignedCopyOfWhatWasIssuedHereIsAddedOnceAndOnlyAfterIssuing() {
        Obligation issued = duty("SYT-06");
        String path = "/api/v1/obligations/" + issued.id() + "/documents";
        Api clerk = new Api(port, "SYT-06.vanthu");
        byte[] scan = Pdfs.signed("bản quét");
        assertThat(clerk.upload(path, Map.of(), "virus.pdf", Pdfs.program()).fields())
                .containsExactly("file");
        assertThat(clerk.upload(path, Map.of(), "ke-hoach.pdf", Pdfs.after("<script>alert(1)</script>", scan))
                        .fields())
                .containsExactly("file");
        long id = clerk.upload(path, Map.of(), "..\\Kế hoạch.hta", scan)
                .ok()
                .get("id")
                .asLong();
        assertThat(clerk.upload(path, Map.of(), "lần hai.pdf", scan)
                        .ok()
                        .get("id")
                        .asLong())
                .isEqualTo(id);
        assertThat(events("SYT-06")).endsWith("issued", "signedCopyAdded");
        JsonNode listed = clerk.get(path).ok();
        // After it, what was drafted here, as PDF and Word.
        assertThat(listed)
                .extracting(each -> each.get("kind").asText())
                .containsExactly("signedCopy", "subPlan", "subPlan");
        assertThat(listed.get(0).get("fileName").asText()).isEqualTo("Kế hoạch.pdf");
        assertThat(new Client(port)
                        .basic("SYT-06.vanthu", "demo")
                        .get("/api/v1/documents/" + id)
                        .headers())
                .satisfies(headers -> {
                    assertThat(headers.firstValue("content-type")).hasValue("application/pdf");
                    assertThat(headers.firstValue("content-disposition").orElseThrow())
                            .startsWith("attachment;")
                            .contains(".pdf")
                            .doesNotContain("hta");
                    assertThat(headers.allValues("x-content-type-options")).containsExactly("nosniff");
                    assertThat(headers.allValues("content-security-policy"))
                            .containsExactly("default-src 'none'; frame-ancestors 'none'; sandbox");
                });
        assertThat(clerk.upload("/api/v1/obligations/" + duty("SYT-08").id() + "/documents", Map.of(), "x.pdf", scan)
                        .status())
                .isEqualTo(404);
        assertThat(new Api(port, "SYT-08.vanthu")
                        .upload("/api/v1/obligations/" + duty("SYT-08").id() + "/documents", Map.of(), "x.pdf", scan)
                        .status())
                .isEqualTo(409);
    }

    @Test
    @Order(7)
    void evidenceStandsAtItemsFromTheDraftToWhatIsIssued() {
        AttachedEvidence evidence =
                new AttachedEvidence(port, jdbc, "SYT-12", duty("SYT-12").id());
        evidence.badFilesAreRefused();
        evidence.theDraftHoldsItForThoseWhoMayReadTheDraft("SYT-02");
        evidence.whoApprovesSeesItAndEachRoundKeepsItsOwn();
        evidence.whatWasIssuedIsFrozenAndReadByThoseWhoMayReadTheDocument("SYT-02");
        new AttachedEvidence(port, jdbc, "SYT-14", duty("SYT-14").id()).aDraftThatIsGivenUpTakesItAlong();
    }

    @Test
    @Order(8)
    void enteredLateButDatedInTimeIsNotLateAndTheMarkGoesWithALineInTheHistory() {
        byHand.walkTo(duty("SYT-10").dueAt().plusSeconds(5 * 86_400));
        Api inspector = new Api(port, "thanhtra.bo");
        String path = "/api/v1/obligations/" + duty("SYT-10").id();
        assertThat(inspector.get(path).ok().get("overdue").asBoolean()).isTrue();

        record("SYT-10.chuyenvien", "SYT-10", Map.of("documentDate", "2023-03-17"), Pdfs.signed("x"))
                .ok();
        head("SYT-10")
                .complete(head("SYT-10").task(CONFIRM), APPROVE.deepCopy())
                .ok();
        JsonNode after = inspector.get(path).ok();
        assertThat(after.get("overdue").asBoolean()).isFalse();
        assertThat(after.get("late").asBoolean()).isFalse();
        assertThat(after.get("daysLate").asInt()).isZero();
        assertThat(events("SYT-10")).containsExactly("started", "deadlinePassed", "issuedOutside", "enteredLate");

        record("SYT-11.thutruong", "SYT-11", Map.of("documentDate", "2023-03-21"), Pdfs.signed("x"))
                .ok();
        assertThat(inspector
                        .get("/api/v1/obligations/" + duty("SYT-11").id())
                        .ok()
                        .get("daysLate")
                        .asInt())
                .isEqualTo(2);
    }

    private Api.Answer record(String login, String unit, Map<String, String> changes, byte[] file) {
        return post(login, duty(unit).id(), changes, file);
    }

    private Api.Answer post(String login, long duty, Map<String, String> changes, byte[] file) {
        Map<String, String> fields = new HashMap<>(Map.of(
                "documentNumber", "77/KH-SYT",
                "documentDate", "2023-03-16",
                "signatory", "Nguyễn Văn Ký",
                "coverage", "[{\"taskNo\":\"1\",\"response\":\"adopted\"}]"));
        fields.putAll(changes);
        return new Api(port, login)
                .upload("/api/v1/obligations/" + duty + "/issued-outside", fields, "ke-hoach.pdf", file);
    }

    private Api head(String unit) {
        return new Api(port, unit + ".thutruong");
    }

    private Obligation duty(String unit) {
        return obligations.subPlan(plan, unit).orElseThrow();
    }

    private List<String> events(String unit) {
        return obligations.history(duty(unit).id()).stream()
                .map(event -> event.word().name())
                .toList();
    }
}
