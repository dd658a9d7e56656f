package vn.plancascade.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static vn.plancascade.support.ReportSteps.filled;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
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
import org.springframework.transaction.support.TransactionTemplate;
import vn.plancascade.assignment.Answer;
import vn.plancascade.assignment.BoardOfTasks;
import vn.plancascade.engine.DueJobs;
import vn.plancascade.organisation.OrganisationAdmin;
import vn.plancascade.organisation.Relation;
import vn.plancascade.organisation.UnitKind;
import vn.plancascade.support.Api;
import vn.plancascade.support.Cascade;
import vn.plancascade.support.Client;
import vn.plancascade.support.Pdfs;
import vn.plancascade.support.PlansByHand;
import vn.plancascade.support.ReportSteps;

/**
 * Reports of a small ministry over HTTP: CUC-QLD reports to CUC-AIDS, that and CUC-ATTP to CUC-YTDP, all others to the
 * ministry. Drafts, approval, revision, replacement, correction, supplements, consolidation. Time only goes forward.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "plan-cascade.mail.scheduled=false")
@ActiveProfiles("demo")
@DirtiesContext
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class ReportCycleScenario {

    private static final String LEAF = "CUC-QLD";
    private static final String MIDDLE = "CUC-AIDS";
    private static final String OTHER = "CUC-ATTP";
    private static final String TOP = "CUC-YTDP";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext beans;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    OrganisationAdmin admin;

    @Autowired
    TransactionTemplate transaction;

    private PlansByHand plans;
    private long plan;
    private long closed;
    private ReportSteps steps;

    @BeforeAll
    void aPlanWithReports() {
        new Cascade(port).awaitSample();
        plans = new PlansByHand(beans);
        transaction.executeWithoutResult(status -> {
            LocalDate since = LocalDate.of(2023, 1, 1);
            admin.relate(MIDDLE, Relation.REPORTS_TO, TOP, since);
            admin.relate(OTHER, Relation.REPORTS_TO, TOP, since);
            admin.relate(LEAF, Relation.REPORTS_TO, MIDDLE, since);
        });
        plan = plans.reporting(UnitKind.MOH_AGENCY, UnitKind.MOH_DEPT);
        steps = new ReportSteps(port, plan);
    }

    @Test
    @Order(1)
    void everyPeriodIsGivenWithTheDayOfItsTierAndThePastOneIsNotRequired() {
        assertThat(duty("unitReport", "2023-Q1", TOP).get("state").asText()).isEqualTo("notRequired");
        assertThat(duty("unitReport", "2023-H1", TOP).get("state").asText()).isEqualTo("planned");
        assertThat(due("unitReport", "2023-H1", TOP)).isEqualTo("2023-06-15T00:00+07:00");
        assertThat(due("unitReport", "2023-H1", MIDDLE)).isEqualTo("2023-06-12T00:00+07:00");
        assertThat(due("unitReport", "2023-H1", LEAF)).isEqualTo("2023-06-07T00:00+07:00");
        assertThat(due("unitReport", "2023-Y", LEAF)).isEqualTo("2023-12-07T00:00+07:00");
        assertThat(duties("unitReport", "2023-H1", "VU-PC")).isEmpty();
        assertThat(duty("unitReport", "2023-Y", "VU-PC").get("form").asText()).isEqualTo("short");
        assertThat(due("reportCycle", "2023-H1", "TTRB")).isEqualTo("2023-06-29T00:00+07:00");
        assertThat(duties("reportCycle", "2023-Q1", "TTRB")).isEmpty();
        assertThat(as("CUC-QLD.chuyenvien").tasks("userTask_draftUnitReport")).isEmpty();
    }

    @Test
    @Order(2)
    void theWindowOpensAndTheDraftHoldsWhatTheUnitReports() {
        plans.walkTo(at("2023-06-01T08:00:00+07:00"));
        ObjectNode draft = draft(LEAF);
        assertThat(draft.get("figures").size()).isEqualTo(22);
        assertThat(draft.get("figures").has("CD01")).isFalse();
        assertThat(draft.get("figures").has("KT01")).isTrue();
        assertThat(draft.get("cutOffText").asText()).contains("15/12/2022", "6/6/2023");
        JsonNode report = report(LEAF, "2023-H1");
        assertThat(report.get("state").asText()).isEqualTo("drafting");
        assertThat(report.get("version").asInt()).isZero();
        assertThat(report.get("figures").size()).isZero();
        // The ladder's first rung, in words of reports.
        assertThat(jdbc.sql(
                                "select count(*) from notice n join obligation o on o.id = n.obligation_id where o.id = :id and n.rung = 'NEW'")
                        .param("id", id(LEAF, "2023-H1"))
                        .query(Integer.class)
                        .single())
                .isPositive();
    }

    static Stream<Arguments> bad() {
        return Stream.of(
                arguments("figures.TT01", set("TT01", -1)),
                arguments("figures.TT01", set("TT01", "nhiều")),
                arguments("figures.TT01", set("TT01", 1.5)),
                arguments("figures.TT01", set("TT01", "1.234,5")),
                arguments("figures.KP01", set("KP01", "1.234,55")),
                arguments("figures.TT01", set("TT01", null)),
                arguments("figures.CD02", set("CD02", "có lẽ")),
                arguments("figures.XX99", set("XX99", 1)),
                arguments("figures.TG06", set("TG06", 100)),
                arguments("figures.TG03", set("TG03", 100)),
                arguments("figures.TG05", set("TG05", 100)),
                arguments("figures.DT02", (Consumer<ObjectNode>) draft -> {
                    figures(draft).put("DT01", 0);
                    figures(draft).put("DT03", 0);
                }),
                arguments("figures.TT02", (Consumer<ObjectNode>)
                        draft -> figures(draft).put("TT01", 1).put("TT02", 9000)),
                arguments("figures.AN02", set("AN02", 2)),
                arguments("figures.CD02", set("CD02", false)),
                arguments("figures.TG06", set("TG03", 8)),
                arguments("narrative.situation", narrative("CCCD 001088012345")),
                arguments("narrative.situation", narrative("Số giấy tờ 012345678.")),
                arguments("narrative.situation", narrative("Nạn nhân Nguyễn Thị Hoa, 19 tuổi, được hỗ trợ.")),
                arguments("narrative.situation", narrative("anh Trần Văn Bình trú tại xã Hòa Bình")),
                arguments("narrative.situation", (Consumer<ObjectNode>)
                        draft -> draft.putObject("narrative").put("situation", "chuông\u0007")));
    }

    @ParameterizedTest
    @MethodSource("bad")
    @Order(3)
    void whatIsWrongIsNamedAndNothingChanges(String field, Consumer<ObjectNode> change) {
        ObjectNode draft = filled(1);
        change.accept(draft);
        Api.Answer refused = as(LEAF + ".chuyenvien").complete(task(LEAF), draft);
        assertThat(refused.status()).as(refused.body()).isEqualTo(422);
        assertThat(refused.fields()).as(refused.body()).contains(field);
        assertThat(report(LEAF, "2023-H1").get("state").asText()).isEqualTo("drafting");
        assertThat(jdbc.sql("select count(*) from report_version")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    @Order(3)
    void thePageShowsTheFiguresAsOneTableAndEachSaveSaysHowTheyStand() throws Exception {
        Client drafter = new Client(port);
        drafter.login(LEAF + ".chuyenvien", "demo");
        String address = "/tasks/" + task(LEAF);
        HttpResponse<String> page = drafter.page(address);
        assertThat(page.body())
                .contains("Kỳ trước", "Cùng kỳ năm trước", "inputmode=\"numeric\"", "inputmode=\"decimal\"")
                .contains("Còn 22 chỉ tiêu chưa có số liệu.")
                .doesNotContain("style=\"");

        Map<String, String> typed = new HashMap<>(Map.of(
                "_csrf", Client.formToken(page),
                "version", "0",
                "figures.TG01", "0",
                "figures.TG02", "4",
                "figures.TG03", "9",
                "figures.TT01", "mười"));
        JsonNode saved =
                Api.JSON.readTree(drafter.form(address + "/draft", typed).body());
        assertThat(saved.at("/standing/computed/TG06").asText()).isEqualTo("225");
        assertThat(saved.at("/standing/faults").findValuesAsText("field"))
                .containsExactlyInAnyOrder("figures.TT01", "figures.TG03");
        assertThat(saved.at("/standing/faults/0/label").asText()).contains("TT01. Số buổi tuyên truyền");
        assertThat(saved.at("/standing/blank").asText()).isEqualTo("Còn 18 chỉ tiêu chưa có số liệu.");

        typed.put("version", saved.get("version").asText());
        HttpResponse<String> refused = drafter.form(address, typed);
        assertThat(refused.statusCode()).isEqualTo(422);
        // What is wrong, and what is still blank, in one list that leads to the fields.
        assertThat(refused.body())
                .contains("<a href=\"#figures.TT01\">", "<a href=\"#figures.TG03\">", "<a href=\"#figures.AN01\">")
                .contains("value=\"mười\"");
        jdbc.sql("delete from task_draft where task_id = :task")
                .param("task", task(LEAF))
                .update();
    }

    @Test
    @Order(4)
    void aReportGoesUpAndIsSummedWhereItIsAccepted() {
        ObjectNode draft = filled(1);
        figures(draft).put("KP01", "1.234,5").put("TT02", "1.200").put("TT01", "12");
        draft.putObject("narrative")
                .put("situation", "Bệnh viện Nguyễn Trãi, 314 Nguyễn Trãi; kinh phí 350.000.000 đồng.")
                .put("results", "Đã tập huấn.");
        as(LEAF + ".chuyenvien").complete(task(LEAF), draft).ok();
        assertThat(report(LEAF, "2023-H1").get("state").asText()).isEqualTo("awaitingApproval");
        JsonNode shown = as(LEAF + ".thutruong").draft(as(LEAF + ".thutruong").task("userTask_approveUnitReport"));
        assertThat(shown.get("rows").size()).isEqualTo(27);
        assertThat(shown.get("parts").get(0).get("text").asText()).contains("314 Nguyễn Trãi");
        approve(LEAF);
        issue(LEAF, "11/BC-QLD");
        JsonNode report = report(LEAF, "2023-H1");
        assertThat(report.get("state").asText()).isEqualTo("issued");
        assertThat(report.at("/figures/KP01").decimalValue()).isEqualByComparingTo("1234.5");
        assertThat(report.at("/figures/CD01").booleanValue()).isFalse();
        assertThat(report.at("/figures/CD02").booleanValue()).isTrue();
        assertThat(report.at("/figures/AN05").intValue()).isEqualTo(4);
        assertThat(report.at("/figures/TG06").decimalValue()).isEqualByComparingTo("100");
        assertThat(report.at("/figures/AN06").isNull()).isTrue();

        // Only its own superior's people may take it over.
        String task = as(MIDDLE + ".chuyenvien").task("userTask_acceptUnitReport");
        ObjectNode accept = Api.object().put("decision", "approve");
        assertThat(as(OTHER + ".chuyenvien").complete(task, accept).status()).isIn(403, 404);
        assertThat(as(TOP + ".chuyenvien").complete(task, accept).status()).isIn(403, 404);
        assertThat(as(MIDDLE + ".chuyenvien")
                        .complete(task, Api.object().put("decision", "return"))
                        .fields())
                .containsExactly("comment");
        as(MIDDLE + ".chuyenvien").complete(task, accept).ok();
        assertThat(report(LEAF, "2023-H1").get("state").asText()).isEqualTo("accepted");
        assertHeld(id(LEAF, "2023-H1"), null, null);
        JsonNode above = report(MIDDLE, "2023-H1");
        assertThat(above.at("/sums/TT02").intValue()).isEqualTo(1200);
        assertThat(above.get("expected").asInt()).isEqualTo(1);
        assertThat(above.get("accepted").asInt()).isEqualTo(1);
        JsonNode part = as(MIDDLE + ".chuyenvien")
                .get("/api/v1/reports/" + id(MIDDLE, "2023-H1") + "/parts?code=TT02")
                .ok()
                .get("items")
                .get(0);
        assertThat(part.get("unitCode").asText()).isEqualTo(LEAF);
        assertThat(part.get("total").intValue()).isEqualTo(1200);
        assertThat(as(MIDDLE + ".chuyenvien")
                        .get("/api/v1/reports/" + id(MIDDLE, "2023-H1") + "/paragraphs?part=results")
                        .ok()
                        .at("/items/0/text")
                        .asText())
                .isEqualTo("Đã tập huấn.");
    }

    @Test
    @Order(4)
    void figuresAreComparedWithTheSamePeriodOfTheYearBefore() {
        String unit = "CUC-CSHTTB";
        long before = 1_000_000;
        jdbc.sql("""
                        insert into obligation (id, plan_id, kind, period, unit_code, form, opens_at, state)
                        values (:id, 0, 'unitReport', '2022-H1', :unit, 'full', :now, 'accepted')""")
                .param("id", before)
                .param("unit", unit)
                .param("now", OffsetDateTime.parse("2022-06-01T00:00:00+07:00"))
                .update();
        jdbc.sql("""
                        insert into report (id, plan_id, kind, period, unit_code, version, accepted_version)
                        values (:id, 0, 'unitReport', '2022-H1', :unit, 1, 1)""").param("id", before).param("unit", unit).update();
        Map.of("TT01", 10, "AN01", 8)
                .forEach((code, value) -> jdbc.sql("""
                                insert into report_figure (report_id, version, code, own, total) values (:id, 1, :code, :value, :value)""")
                        .param("id", before)
                        .param("code", code)
                        .param("value", value)
                        .update());
        assertThat(draft(unit).get("sums").toString()).contains("\"yearBefore\":\"8\"");
        ObjectNode jump = filled(1);
        figures(jump).put("TT01", 100).put("AN01", 1);
        assertThat(as(unit + ".chuyenvien").complete(task(unit), jump).fields())
                .containsExactlyInAnyOrder("figures.TT01", "figures.AN01", "figures.AN06");
        as(unit + ".chuyenvien")
                .complete(task(unit), jump.put("comment", "Chiến dịch truyền thông"))
                .ok();
        assertThat(report(unit, "2023-H1").at("/figures/AN06").decimalValue()).isEqualByComparingTo("-87.5");
    }

    @Test
    @Order(5)
    void aReportThatIsToBeRevisedIsReplacedByOneThatNamesIt() {
        send(OTHER, filled(2), "21/BC-ATTP");
        assertHeld(id(OTHER, "2023-H1"), "userTask_acceptUnitReport", "drafter:" + TOP);
        ObjectNode revise = Api.object().put("decision", "return").put("comment", "Kiểm tra lại");
        revise.putArray("remarks").addObject().put("code", "TT01").put("text", "gấp đôi kỳ trước");
        as(TOP + ".chuyenvien")
                .complete(as(TOP + ".chuyenvien").task("userTask_acceptUnitReport"), revise)
                .ok();
        assertThat(report(OTHER, "2023-H1").get("state").asText()).isEqualTo("revisionRequested");
        assertHeld(id(OTHER, "2023-H1"), "userTask_draftUnitReport", "drafter:" + OTHER);
        ObjectNode draft = draft(OTHER);
        assertThat(draft.get("returnedComment").asText()).contains("Kiểm tra lại", "TT01: gấp đôi kỳ trước");
        assertThat(draft.get("replaces").asText()).isEqualTo("21/BC-ATTP");
        ObjectNode again = filled(3);
        assertThat(as(OTHER + ".chuyenvien")
                        .complete(task(OTHER), again.deepCopy().put("replaces", ""))
                        .fields())
                .containsExactly("replaces");
        assertThat(as(OTHER + ".chuyenvien")
                        .complete(task(OTHER), again.deepCopy().put("replaces", "1/BC-KHAC"))
                        .fields())
                .containsExactly("replaces");
        send(OTHER, again, "22/BC-ATTP");
        accept(TOP);
        JsonNode report = report(OTHER, "2023-H1");
        assertThat(report.get("version").asInt()).isEqualTo(2);
        assertThat(report.at("/figures/TT01").intValue()).isEqualTo(30);
        assertThat(versions(OTHER)).containsExactly("first null", "replacement 21/BC-ATTP");
    }

    @Test
    @Order(6)
    void aSuperiorReportsWithUnitsMissingAndWhatComesLateMakesASupplement() {
        send(TOP, filled(5), "51/BC-YTDP");
        JsonNode sent = report(TOP, "2023-H1");
        assertThat(sent.get("expected").asInt()).isEqualTo(3);
        assertThat(sent.get("accepted").asInt()).isEqualTo(1);
        assertThat(sent.get("missing").toString()).isEqualTo("[\"CUC-AIDS\",\"CUC-QLD\"]");
        assertThat(sent.at("/sums/TT01").intValue()).isEqualTo(50 + 30);
        accept("TTRB");
        assertThat(report(TOP, "2023-H1").get("state").asText()).isEqualTo("accepted");

        send(MIDDLE, filled(4), "41/BC-AIDS");
        assertThat(report(MIDDLE, "2023-H1").at("/sums/TT01").intValue()).isEqualTo(40 + 12);
        accept(TOP);
        // What was sent stays as it was until the supplement counts.
        assertThat(report(TOP, "2023-H1").at("/sums/TT01").intValue()).isEqualTo(80);
        assertThat(report(TOP, "2023-H1").get("inWork").asText()).isEqualTo("supplement");
        assertThat(told(TOP, "CHANGED_BELOW")).isPositive();
        send(TOP, Api.object(), "52/BC-YTDP");
        accept("TTRB");
        JsonNode supplemented = report(TOP, "2023-H1");
        assertThat(supplemented.get("version").asInt()).isEqualTo(2);
        assertThat(supplemented.get("missing").size()).isZero();
        assertThat(supplemented.at("/sums/TT01").intValue()).isEqualTo(50 + 30 + 40 + 12);
        assertThat(versions(TOP)).containsExactly("first null", "supplement null");
    }

    @Test
    @Order(7)
    void aCorrectedFigureIsANewVersionAllTheWayUp() {
        String path = "/api/v1/reports/" + id(LEAF, "2023-H1") + "/correction";
        assertThat(as(OTHER + ".chuyenvien")
                        .post(path, Api.object().put("reason", "x"))
                        .status())
                .isEqualTo(404);
        assertThat(as(TOP + ".chuyenvien")
                        .post(path, Api.object().put("reason", "x"))
                        .status())
                .isEqualTo(403);
        assertThat(as(LEAF + ".chuyenvien").post(path, Api.object()).fields()).containsExactly("reason");
        as(LEAF + ".chuyenvien")
                .post(path, Api.object().put("reason", "Đếm thiếu một lớp"))
                .ok();
        assertThat(as(LEAF + ".chuyenvien")
                        .post(path, Api.object().put("reason", "x"))
                        .status())
                .isEqualTo(409);
        ObjectNode corrected = draft(LEAF);
        figures(corrected).put("TT01", 13);
        assertHeld(id(LEAF, "2023-H1"), "userTask_draftUnitReport", "drafter:" + LEAF);
        steps.submit(LEAF, corrected);
        assertHeld(id(LEAF, "2023-H1"), "userTask_approveUnitReport", "head:" + LEAF);
        assertThat(occasions(id(LEAF, "2023-H1"), "SUBMITTED")).isEqualTo(2);
        takeBack(LEAF + ".chuyenvien");
        assertHeld(id(LEAF, "2023-H1"), "userTask_draftUnitReport", "drafter:" + LEAF);
        assertThat(draft(LEAF).at("/figures/TT01").intValue()).isEqualTo(13);
        steps.submit(LEAF, Api.object());
        approve(LEAF);
        takeBack(LEAF + ".thutruong");
        assertHeld(id(LEAF, "2023-H1"), "userTask_approveUnitReport", "head:" + LEAF);
        approve(LEAF);
        assertHeld(id(LEAF, "2023-H1"), "userTask_issueUnitReport", "clerk:" + LEAF);
        issue(LEAF, "12/BC-QLD");
        assertHeld(id(LEAF, "2023-H1"), "userTask_acceptUnitReport", "drafter:" + MIDDLE);
        assertThat(report(LEAF, "2023-H1").at("/figures/TT01").intValue()).isEqualTo(12);
        accept(MIDDLE);
        assertThat(report(LEAF, "2023-H1").at("/figures/TT01").intValue()).isEqualTo(13);
        assertThat(report(LEAF, "2023-H1").get("version").asInt()).isEqualTo(2);
        assertThat(report(LEAF, "2023-H1").get("state").asText()).isEqualTo("accepted");
        assertHeld(id(LEAF, "2023-H1"), null, null);
        assertThat(told(MIDDLE, "CHANGED_BELOW")).isPositive();
        assertThat(report(MIDDLE, "2023-H1").at("/sums/TT01").intValue()).isEqualTo(52);
        send(MIDDLE, Api.object(), "42/BC-AIDS");
        accept(TOP);
        send(TOP, Api.object(), "53/BC-YTDP");
        accept("TTRB");
        assertThat(report(TOP, "2023-H1").at("/sums/TT01").intValue()).isEqualTo(133);
        assertThat(versions(TOP)).containsExactly("first null", "supplement null", "supplement null");
    }

    @Test
    @Order(8)
    void theMinistryConsolidatesWithUnitsMissingAndSupplementsWhatComesLate() {
        assertThat(as("TTRB.chuyenvien").tasks("userTask_consolidateReport")).isEmpty();
        plans.walkTo(at("2023-06-15T08:00:00+07:00"));
        Api drafter = as("TTRB.chuyenvien");
        String task = drafter.task("userTask_consolidateReport");
        assertThat(drafter.draft(task).get("missingText").asText()).contains("4/11", "CUC-BMTE");
        assertHeld(consolidation(), "userTask_consolidateReport", "drafter:TTRB");
        drafter.complete(task, Api.object()).ok();
        // Who must approve the ministry's report sits in the ministry, and is told; the list names them too.
        assertHeld(consolidation(), "userTask_approveConsolidatedReport", "ministryLeader:BYT");
        assertThat(toldTo(consolidation(), "SUBMITTED")).containsExactly("lanhdao.bo");
        assertThat(jdbc.sql("select holder_role, holder_unit, task_key from open_duty where id = :id")
                        .param("id", consolidation())
                        .query((row, n) -> row.getString(1) + ":" + row.getString(2) + " " + row.getString(3))
                        .list())
                .containsExactly("ministryLeader:BYT userTask_approveConsolidatedReport");
        Api leader = as("lanhdao.bo");
        leader.complete(
                        leader.task("userTask_approveConsolidatedReport"),
                        Api.object().put("decision", "return").put("comment", "Bổ sung nhận xét"))
                .ok();
        ObjectNode draft = drafter.draft(drafter.task("userTask_consolidateReport"));
        assertThat(draft.get("returnedComment").asText()).isEqualTo("Bổ sung nhận xét");
        assertThat(toldTo(consolidation(), "RETURNED"))
                .contains("TTRB.chuyenvien")
                .doesNotContain("lanhdao.bo");
        drafter.complete(
                        drafter.task("userTask_consolidateReport"),
                        Api.object().set("narrative", Api.object().put("results", "Đã triển khai.")))
                .ok();
        // Who approves again sees what was said the last time.
        Client browser = new Client(port);
        browser.login("lanhdao.bo", "demo");
        assertThat(browser.page("/tasks/" + leader.task("userTask_approveConsolidatedReport"))
                        .body())
                .contains("trả lại lúc", "Bổ sung nhận xét");
        steps.approveConsolidated();
        assertHeld(consolidation(), "userTask_issueConsolidatedReport", "clerk:BYT");
        assertThat(toldTo(consolidation(), "APPROVED")).contains("vanthu.bo", "TTRB.chuyenvien");
        steps.issueConsolidated("700/BC-BYT", "2023-06-15");
        assertHeld(consolidation(), null, null);
        JsonNode report = consolidated("2023-H1");
        assertThat(report.get("state").asText()).isEqualTo("issued");
        assertThat(report.at("/sums/TT01").intValue()).isEqualTo(133);
        assertThat(report.get("accepted").asInt()).isEqualTo(4);
        assertThat(report.get("expected").asInt()).isEqualTo(11);
        assertThat(report.get("missing").size()).isEqualTo(7);
        assertThat(report.get("figures").size()).isZero();

        send("CUC-DS", filled(7), "71/BC-DS");
        accept("TTRB");
        assertThat(consolidated("2023-H1").at("/sums/TT01").intValue()).isEqualTo(133);
        assertHeld(consolidation(), "userTask_consolidateReport", "drafter:TTRB");
        assertThat(toldTo(consolidation(), "CHANGED_BELOW")).contains("TTRB.chuyenvien");
        drafter.complete(drafter.task("userTask_consolidateReport"), Api.object())
                .ok();
        assertHeld(consolidation(), "userTask_approveConsolidatedReport", "ministryLeader:BYT");
        assertThat(occasions(consolidation(), "SUBMITTED")).isEqualTo(3);
        takeBack("TTRB.chuyenvien");
        assertHeld(consolidation(), "userTask_consolidateReport", "drafter:TTRB");
        steps.consolidate();
        steps.approveConsolidated();
        takeBack("lanhdao.bo");
        assertHeld(consolidation(), "userTask_approveConsolidatedReport", "ministryLeader:BYT");
        steps.approveConsolidated();
        steps.issueConsolidated("701/BC-BYT", "2023-06-15");
        assertHeld(consolidation(), null, null);
        report = consolidated("2023-H1");
        assertThat(report.get("version").asInt()).isEqualTo(2);
        assertThat(report.at("/sums/TT01").intValue()).isEqualTo(203);
        assertThat(as("TTRB.chuyenvien")
                        .get("/api/v1/reports/" + report.get("id").asLong() + "/versions")
                        .ok()
                        .at("/1/supplementNo")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    @Order(9)
    void aReportSignedOutsideNeedsItsFiguresAndItsHeadAndIsThenTakenOver() {
        String unit = "CUC-YDCT";
        String path = "/api/v1/obligations/" + id(unit, "2023-H1") + "/issued-outside";
        Map<String, String> paper =
                Map.of("documentNumber", "91/BC-YDCT", "documentDate", "2023-06-14", "signatory", unit + ".thutruong");
        byte[] pdf = Pdfs.signed("BC");
        assertThat(as(unit + ".vanthu")
                        .get("/obligations/" + id(unit, "2023-H1") + "/issued-outside")
                        .body())
                .contains("name=\"documentNumber\"");
        assertThat(as(unit + ".vanthu").upload(path, paper, "bc.pdf", pdf).fields())
                .as("no figures yet")
                .contains("figures.TT01");
        as(unit + ".chuyenvien")
                .put("/api/v1/tasks/" + task(unit) + "/draft", filled(2))
                .ok();
        assertThat(as(OTHER + ".vanthu").upload(path, paper, "bc.pdf", pdf).status())
                .isEqualTo(404);
        assertThat(as(unit + ".vanthu")
                        .upload(path, paper, "bc.pdf", pdf)
                        .ok()
                        .get("awaitingConfirmation")
                        .asBoolean())
                .isTrue();
        Api head = as(unit + ".thutruong");
        head.complete(head.task("userTask_confirmIssuedOutside"), Api.object().put("decision", "approve"))
                .ok();
        JsonNode report = report(unit, "2023-H1");
        assertThat(report.get("state").asText()).isEqualTo("issued");
        assertThat(report.get("late").asBoolean()).isFalse();
        assertThat(report.get("documentNumber").asText()).isEqualTo("91/BC-YDCT");
        assertThat(as(unit + ".chuyenvien").tasks("userTask_draftUnitReport")).isEmpty();
        accept("TTRB");
        assertThat(report(unit, "2023-H1").at("/figures/TT01").intValue()).isEqualTo(20);
    }

    @Test
    @Order(10)
    void lateReportsAreRemindedOfAndEscalatedAndThoseThatWaitToBeAcceptedAreNot() {
        send("CUC-KCB", filled(1), "81/BC-KCB");
        plans.walkTo(at("2023-06-21T09:00:00+07:00"));
        assertThat(rungs("CUC-BMTE", "2023-H1"))
                .contains("NEW", "REMIND_7", "REMIND_3", "REMIND_1", "OVERDUE", "ESC_SUPERIOR", "ESC_FOCAL");
        assertThat(rungs(LEAF, "2023-H1")).contains("NEW").doesNotContain("OVERDUE");
        assertThat(rungs("CUC-KCB", "2023-H1")).doesNotContain("ESC_FOCAL");
        JsonNode waiting = duty("unitReport", "2023-H1", "CUC-KCB");
        assertThat(waiting.get("overdue").asBoolean()).isFalse();
        assertThat(waiting.get("late").asBoolean()).isTrue();
        assertThat(duty("unitReport", "2023-H1", "CUC-BMTE").get("overdue").asBoolean())
                .isTrue();
        as("thanhtra.bo")
                .post(
                        "/api/v1/obligations/" + id("CUC-BMTE", "2023-H1") + "/waiver",
                        Api.object().put("reason", "Sáp nhập"))
                .ok();
        assertThat(consolidated("2023-H1").get("expected").asInt()).isEqualTo(10);
        as("thanhtra.bo")
                .post(
                        "/api/v1/obligations/" + id("CUC-QLMTYT", "2023-H1") + "/extension",
                        Api.object().put("until", "2023-06-26").put("reason", "Bão"))
                .ok();
        assertThat(as("CUC-QLMTYT.chuyenvien")
                        .tasks("userTask_draftUnitReport")
                        .get(0)
                        .get("dueAt")
                        .asText())
                .startsWith("2023-06-26T00:00");
    }

    @Test
    @Order(11)
    void theNextPeriodBeginsWithWhatWasLeftOpenAndTheYearHoldsItsParts() {
        plans.walkTo(at("2023-09-01T08:00:00+07:00"));
        ObjectNode draft = draft(LEAF);
        assertThat(draft.at("/figures/TG01").intValue()).isZero();
        ObjectNode sent = filled(1);
        figures(sent).put("TG01", 5);
        assertThat(as(LEAF + ".chuyenvien")
                        .complete(task(LEAF), sent.deepCopy())
                        .fields())
                .contains("figures.TG01");
        sent.put("comment", "Kiểm đếm lại sổ tiếp nhận");
        as(LEAF + ".chuyenvien").complete(task(LEAF), sent).ok();
        approve(LEAF);
        issue(LEAF, "31/BC-QLD");
        accept(MIDDLE);

        jdbc.sql("update unit set valid_to = date '2023-11-30' where code = 'CUC-DS'")
                .update();
        plans.walkTo(at("2023-12-01T08:00:00+07:00"));
        ObjectNode year = filled(1);
        // Q3 and H1 together had more.
        assertThat(as(LEAF + ".chuyenvien").complete(task(LEAF), year).fields())
                .contains("figures.TT01", "figures.AN01");
        ObjectNode nothing = Api.object().put("nothingToReport", true);
        as("VU-PC.chuyenvien")
                .complete(as("VU-PC.chuyenvien").task("userTask_draftUnitReport"), nothing)
                .ok();
        as("VU-PC.thutruong")
                .complete(
                        as("VU-PC.thutruong").task("userTask_approveUnitReport"),
                        Api.object().put("decision", "approve"))
                .ok();
        JsonNode report = report("VU-PC", "2023-Y");
        assertThat(report.get("state").asText()).isEqualTo("issued");
        assertThat(report.get("documentNumber").isNull()).isTrue();
        assertThat(report.at("/figures/TT01").intValue()).isZero();
        assertThat(report.get("figures").size()).isEqualTo(10);
    }

    @Test
    @Order(12)
    void figuresAreExportedWithoutFormulasAndSmallCountsAreKeptFromOthers() throws Exception {
        jdbc.sql("update unit set name = '=HYPERLINK(\"http://x\")' where code = :unit")
                .param("unit", LEAF)
                .update();
        String path = "/api/v1/reports/export?plan=" + plan + "&period=2023-H1&format=";
        String csv = new String(as("thanhtra.bo").bytes(path + "csv"), StandardCharsets.UTF_8);
        assertThat(csv).startsWith("\uFEFF").contains("TT01 ", "1234.5").contains("'=HYPERLINK");
        assertThat(csv.lines().count()).isEqualTo(12);
        try (ReadableWorkbook workbook =
                new ReadableWorkbook(new ByteArrayInputStream(as("thanhtra.bo").bytes(path + "xlsx")))) {
            assertThat(workbook.getFirstSheet().read()).hasSize(12);
        }
        assertThat(new String(as(OTHER + ".chuyenvien").bytes(path + "csv"), StandardCharsets.UTF_8)
                        .lines()
                        .count())
                .isEqualTo(2);
        assertThat(as("thanhtra.bo").get(path + "pdf").fields()).containsExactly("format");
        assertThat(as("thanhtra.bo")
                        .get("/api/v1/reports/export?plan=" + plan + "&period=2030-X")
                        .status())
                .isEqualTo(404);
        // 2 victims: the unit and its superior see them, nobody else; the sums hold them.
        assertThat(report(LEAF, "2023-H1").at("/figures/NN01").intValue()).isEqualTo(2);
        JsonNode far =
                as("thanhtra.bo").get("/api/v1/reports/" + id(LEAF, "2023-H1")).ok();
        assertThat(far.at("/figures/NN01").isNull()).isTrue();
        assertThat(far.get("hidden").toString()).isEqualTo("[\"NN01\"]");
        assertThat(consolidated("2023-H1").at("/sums/NN01").intValue()).isEqualTo(10);
        assertThat(as(OTHER + ".chuyenvien")
                        .get("/api/v1/reports/" + id(LEAF, "2023-H1"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    @Order(12)
    void pagesShowReportsSumsAndWhatWasWrittenBelow() {
        String list = as("thanhtra.bo")
                .get("/reports?plan=" + plan + "&period=2023-H1")
                .body();
        assertThat(list).contains("/reports/" + id(TOP, "2023-H1"), "format=xlsx", "CUC-YTDP");
        assertThat(as("thanhtra.bo").get("/reports?period=2023-Q3&unit=" + LEAF).body())
                .contains("/reports/" + id(LEAF, "2023-Q3"));
        String page = as(MIDDLE + ".chuyenvien")
                .get("/reports/" + id(MIDDLE, "2023-H1") + "?code=TT01&part=results")
                .body();
        assertThat(page).contains("CUC-QLD", "Đã tập huấn.", "42/BC-AIDS", "/correction");
        assertThat(as(OTHER + ".chuyenvien")
                        .get("/reports/" + id(MIDDLE, "2023-H1"))
                        .status())
                .isEqualTo(404);
        assertThat(as("CUC-KHCNDT.chuyenvien")
                        .get("/reports/" + id("CUC-KHCNDT", "2023-H1"))
                        .status())
                .isEqualTo(200);
        assertThat(as("TTRB.chuyenvien").get("/reports/" + id(TOP, "2023-Y")).status())
                .isEqualTo(200);
        assertThat(as("thanhtra.bo").get("/obligations/" + id(TOP, "2023-H1")).body())
                .contains("/reports/" + id(TOP, "2023-H1"));
    }

    @Test
    @Order(12)
    void aUnitThatHasClosedIsLetOffAndPeopleReadWhy() {
        long closed = id("CUC-DS", "2023-Y");
        JsonNode waived = as("thanhtra.bo").get("/api/v1/obligations/" + closed).ok();
        assertThat(waived.get("state").asText()).isEqualTo("waived");
        // People read why in words, in the duty and in its history.
        assertThat(waived.get("reason").asText()).startsWith("Đơn vị đã giải thể");
        assertThat(waived.toString()).doesNotContain("unitClosed");
        assertThat(as("thanhtra.bo").get("/obligations/" + closed).body())
                .contains("Đơn vị đã giải thể")
                .doesNotContain("unitClosed");
    }

    @Test
    @Order(13)
    void aClosedPeriodTakesNothingMore() {
        plans.walkTo(at("2023-12-02T08:00:00+07:00"));
        assertThat(as(OTHER + ".chuyenvien")
                        .post(
                                "/api/v1/reports/" + id(OTHER, "2023-H1") + "/correction",
                                Api.object().put("reason", "x"))
                        .status())
                .isEqualTo(409);
        assertThat(jdbc.sql("select count(*) from ACT_RU_JOB where RETRIES_ = 0 or EXCEPTION_MSG_ is not null")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    @Order(13)
    void whatAReportSaysOfTheUnitsOwnActivitiesIsGatheredUnderTheTask() {
        String unit = "CUC-YDCT";
        Cascade cascade = new Cascade(port);
        cascade.submit(unit);
        cascade.approve(unit);
        Api clerk = as(unit + ".vanthu");
        clerk.complete(clerk.task("userTask_issueSubPlan"), Api.object().put("documentNumber", "9/KH-YDCT"))
                .ok();
        BoardOfTasks board = new BoardOfTasks(port, plan);
        assertThat(board.units("lanhdao.bo", "II.1.1", Answer.notTold)).containsExactly(unit);

        Api drafter = as(unit + ".chuyenvien");
        String task = drafter.get("/api/v1/tasks?period=2023-Y&key=userTask_draftUnitReport")
                .ok()
                .at("/items/0/id")
                .asText();
        ObjectNode draft = filled(40).put("comment", "Tính cả các kỳ trước");
        draft.withObject("/figures")
                .put("TG02", 90)
                .put("TG03", 90)
                .put("TG04", 40)
                .put("TG05", 40);
        draft.withObject("/figures")
                .put("AN01", 40)
                .put("NN01", 20)
                .put("KT01", 10)
                .put("KP01", 125);
        draft.set("progress", drafter.draft(task).get("progress"));
        ((ObjectNode) draft.at("/progress/0")).put("state", "xong rồi");
        assertThat(drafter.complete(task, draft).fields()).contains("progress[0].state");
        draft.get("progress")
                .forEach(row -> ((ObjectNode) row)
                        .put("state", row.get("taskNo").asText().equals("II.1.1") ? "done" : "underWay"));
        drafter.complete(task, draft).ok();
        approve(unit);
        issue(unit, "97/BC-YDCT");

        assertThat(board.units("lanhdao.bo", "II.1.1", Answer.done)).containsExactly(unit);
        assertThat(board.units("lanhdao.bo", "II.1.2", Answer.underWay)).containsExactly(unit);
        assertThat(board.task("lanhdao.bo", "II.1.1").at("/units/notTold").asInt())
                .isZero();
        board.eachNumberLeadsToItsList("lanhdao.bo", "II.1.1");
    }

    /** Due on 30/11, in this plan of the ministry's: on 01/12 the ladder tells the units that it is late. */
    @Test
    @Order(13)
    void tasksOfThePlanAreRemindedOfOnTheMorningsOfTheLadder() {
        assertThat(toldOfTasks("date '2023-12-01'"))
                .contains("VPB.chuyenvien", "VPB.thutruong", "BAO-SKDS.thutruong")
                .doesNotContain("SYT-01.thutruong", "VU-PC.thutruong");
        assertThat(toldOfTasks("date '2023-11-24'")).isEmpty();
        as("VPB.thutruong")
                .post(
                        "/api/v1/plans/" + plan + "/tasks/II.2.2/progress",
                        Api.object().put("state", "done"))
                .ok();
        assertThat(jdbc.sql("""
                        select count(*) from ACT_RU_EXECUTION where PROC_DEF_ID_ like 'planTaskWatch:%' and BUSINESS_KEY_ = :plan""")
                        .param("plan", Long.toString(plan))
                        .query(Integer.class)
                        .single())
                .isPositive();
    }

    private List<String> toldOfTasks(String day) {
        return jdbc.sql(
                        "select recipient from mail where kind = 'planTasks' and about = :plan and cast(created_at at time zone 'Asia/Ho_Chi_Minh' as date) = "
                                + day)
                .param("plan", Long.toString(plan))
                .query(String.class)
                .list();
    }

    @Test
    @Order(14)
    void aUnitThatIsMergedAwayLeavesWhatStoodBelowItToItsSuccessor() {
        long report = id(LEAF, "2023-Y");
        long ended = id(MIDDLE, "2023-Y");
        long successor = id(OTHER, "2023-Y");
        ObjectNode merger = Api.object().put("kind", "merge").put("into", OTHER);
        merger.putArray("units").add(MIDDLE);
        JsonNode consequences =
                as("quantri").post("/api/v1/units/changes?dryRun=false", merger).ok();
        assertThat(consequences.at("/duties/transferred").asInt()).isZero();
        assertThat(consequences.get("reports").asInt()).isPositive();
        beans.getBean(DueJobs.class).runDue();

        assertThat(duty("unitReport", "2023-Y", MIDDLE).get("state").asText()).isEqualTo("withdrawn");
        assertThat(ended).isNotEqualTo(successor);
        assertTakenOverBy(OTHER, successor, report);
        aUnitThatMovesHasItsReportTakenOverByItsNewSuperior(report, successor);
    }

    /** What is half done stays with the unit and counts where it belonged in its period; only who takes it over is another. */
    private void aUnitThatMovesHasItsReportTakenOverByItsNewSuperior(long report, long countedIn) {
        ObjectNode move = Api.object().put("kind", "move").put("into", TOP);
        move.putArray("units").add(LEAF);
        JsonNode consequences =
                as("quantri").post("/api/v1/units/changes?dryRun=false", move).ok();
        assertThat(consequences.at("/duties/transferred").asInt()).isZero();
        assertThat(consequences.at("/duties/ended").asInt()).isZero();
        assertThat(consequences.at("/duties/kept").asInt()).isPositive();
        beans.getBean(DueJobs.class).runDue();
        assertTakenOverBy(TOP, countedIn, report);
    }

    private void assertTakenOverBy(String superior, long countedIn, long report) {
        assertThat(jdbc.sql("select superior_id, superior_code from report where id = :id")
                        .param("id", report)
                        .query((row, n) -> row.getLong(1) + " " + row.getString(2))
                        .single())
                .isEqualTo(countedIn + " " + superior);
        assertThat(jdbc.sql("""
                        select v.TEXT_ from ACT_RU_VARIABLE v
                        join ACT_RU_EXECUTION e on e.ID_ = v.PROC_INST_ID_ and e.BUSINESS_KEY_ = :report
                        where v.NAME_ = 'superiorCode'""")
                        .param("report", Long.toString(report))
                        .query(String.class)
                        .single())
                .isEqualTo(superior);
        assertHeld(report, "userTask_draftUnitReport", "drafter:" + LEAF);
    }

    @Test
    @Order(15)
    void aPlanClosesWithItsYearAndIsReadAfterwards() {
        ClosedYear year = new ClosedYear(port, beans);
        year.live();
        year.endsWhatIsOpen();
        year.leavesTheFiguresAsTheyWere();
        year.tellsTheFocalUnit();
        year.isReadWhereItIsAskedFor();
        year.refusesWhateverIsAskedOfIt();
        year.leavesThePlanBesideItUntilItsOwnLastReport();
        closed = year.plan();
    }

    @Test
    @Order(16)
    void eachYearBeginsFromTheYearBeforeAndIsWhatItsUnitsOwed() {
        LaterYears later = new LaterYears(port, beans, closed);
        later.aPlanIsIssuedOnItsDeadlinesDayAndAmendedInMay();
        later.twoUnitsMergeWithTheirReportsHalfDone();
    }

    // What people do

    private static ObjectNode figures(ObjectNode draft) {
        return (ObjectNode) draft.get("figures");
    }

    private static Consumer<ObjectNode> set(String code, Object value) {
        return draft -> figures(draft).set(code, Api.JSON.valueToTree(value));
    }

    private static Consumer<ObjectNode> narrative(String text) {
        return draft -> draft.putObject("narrative").put("situation", text);
    }

    /** Presses the one button for it in what the person has done. */
    private void takeBack(String login) {
        Client person = new Client(port);
        person.login(login, "demo");
        HttpResponse<String> done = person.page("/?tab=done");
        int at = done.body().indexOf("/take-back");
        assertThat(at).as(login).isPositive();
        String task = done.body().substring(done.body().lastIndexOf("/tasks/", at), at);
        assertThat(person.form(task + "/take-back", Map.of("_csrf", Client.formToken(done)))
                        .statusCode())
                .isEqualTo(302);
    }

    private void send(String unit, ObjectNode draft, String number) {
        steps.submit(unit, draft);
        approve(unit);
        issue(unit, number);
    }

    private void approve(String unit) {
        steps.approve(unit);
    }

    private void issue(String unit, String number) {
        steps.issue(unit, number, plans.today().toString());
    }

    private void accept(String superior) {
        steps.accept(superior);
    }

    private String task(String unit) {
        return as(unit + ".chuyenvien").task("userTask_draftUnitReport");
    }

    private ObjectNode draft(String unit) {
        return as(unit + ".chuyenvien").draft(task(unit));
    }

    private Api as(String login) {
        return new Api(port, login);
    }

    // What can be seen

    private JsonNode report(String unit, String period) {
        return as(unit + ".chuyenvien")
                .get("/api/v1/reports/" + id(unit, period))
                .ok();
    }

    private JsonNode consolidated(String period) {
        Api reader = as("TTRB.chuyenvien");
        JsonNode found = reader.get("/api/v1/reports?kind=reportCycle&plan=" + plan + "&period=" + period)
                .ok()
                .get("items");
        assertThat(found).hasSize(1);
        return reader.get("/api/v1/reports/" + found.get(0).get("id").asLong()).ok();
    }

    private long id(String unit, String period) {
        return steps.id(unit, period);
    }

    private List<JsonNode> duties(String kind, String period, String unit) {
        List<JsonNode> found = new ArrayList<>();
        as("thanhtra.bo")
                .get("/api/v1/obligations?plan=" + plan + "&kind=" + kind + "&period=" + period + "&unit=" + unit)
                .ok()
                .get("items")
                .forEach(found::add);
        return found;
    }

    private JsonNode duty(String kind, String period, String unit) {
        return duties(kind, period, unit).get(0);
    }

    private String due(String kind, String period, String unit) {
        return OffsetDateTime.parse(duty(kind, period, unit).get("dueAt").asText())
                .toString();
    }

    private List<String> versions(String unit) {
        List<String> versions = new ArrayList<>();
        as(unit + ".chuyenvien")
                .get("/api/v1/reports/" + id(unit, "2023-H1") + "/versions")
                .ok()
                .forEach(version -> versions.add(version.get("kind").asText() + " "
                        + version.get("replaces").asText()));
        return versions;
    }

    private int told(String unit, String rung) {
        return jdbc.sql("select count(*) from notice where obligation_id = :id and rung = :rung")
                .param("id", id(unit, "2023-H1"))
                .param("rung", rung)
                .query(Integer.class)
                .single();
    }

    private long consolidation() {
        return consolidated("2023-H1").get("id").asLong();
    }

    /** What REST and the list say of who holds the work on a duty is where its task really waits. */
    private void assertHeld(long duty, String task, String group) {
        JsonNode held = as("thanhtra.bo").get("/api/v1/obligations/" + duty).ok();
        assertThat(held.get("currentTask").asText(null)).isEqualTo(task);
        assertThat(held.get("assigneeGroup").asText(null)).isEqualTo(group);
        if (task != null) {
            assertThat(jdbc.sql("""
                            select count(*) from ACT_RU_TASK t
                            join ACT_RU_EXECUTION p on p.ID_ = t.PROC_INST_ID_ and p.BUSINESS_KEY_ = :duty
                            join ACT_RU_IDENTITYLINK l on l.TASK_ID_ = t.ID_ and l.GROUP_ID_ = :group
                            where t.TASK_DEF_KEY_ = :task""")
                            .param("duty", Long.toString(duty))
                            .param("task", task)
                            .param("group", group)
                            .query(Integer.class)
                            .single())
                    .isOne();
        }
    }

    private List<String> toldTo(long duty, String rung) {
        return jdbc.sql("select distinct recipient from notice where obligation_id = :id and rung = :rung order by 1")
                .param("id", duty)
                .param("rung", rung)
                .query(String.class)
                .list();
    }

    private int occasions(long duty, String rung) {
        return jdbc.sql("select count(distinct occurrence) from notice where obligation_id = :id and rung = :rung")
                .param("id", duty)
                .param("rung", rung)
                .query(Integer.class)
                .single();
    }

    private List<String> rungs(String unit, String period) {
        return jdbc.sql("select distinct rung from notice where obligation_id = :id")
                .param("id", id(unit, period))
                .query(String.class)
                .list();
    }

    private static java.time.Instant at(String moment) {
        return OffsetDateTime.parse(moment).toInstant();
    }
}
