package vn.plancascade.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.deadline.Obligation;
import vn.plancascade.deadline.ObligationState;
import vn.plancascade.deadline.Obligations;
import vn.plancascade.notification.PersonalLetter;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.organisation.Person;
import vn.plancascade.organisation.UnitKind;
import vn.plancascade.plan.Amendments;
import vn.plancascade.plan.NationalPlans;
import vn.plancascade.plan.PlanState;
import vn.plancascade.request.ExtensionRequests;
import vn.plancascade.request.RequestState;
import vn.plancascade.support.Api;
import vn.plancascade.support.PlansByHand;
import vn.plancascade.support.ReportSteps;
import vn.plancascade.worklist.FormData;

/** A plan with work of every sort left open at the end of its year, beside one whose last report is due in January. */
final class ClosedYear {

    private static final String UNIT = "VPB";
    private static final String OTHER = "VU-PC";

    private final int port;
    private final PlansByHand byHand;
    private final BeanFactory beans;
    private final Obligations obligations;
    private final JdbcClient jdbc;
    private long plan;
    private long fireSafety;
    private Obligation corrected;
    private Obligation asked;
    private JsonNode ofUnits;
    private JsonNode ofStates;

    ClosedYear(int port, BeanFactory beans) {
        this.port = port;
        this.beans = beans;
        this.byHand = new PlansByHand(beans);
        this.obligations = beans.getBean(Obligations.class);
        this.jdbc = beans.getBean(JdbcClient.class);
    }

    long plan() {
        return plan;
    }

    void live() {
        ObjectNode soon =
                Api.object().put("subPlanDeadline", byHand.today().plusDays(20).toString());
        plan = byHand.reporting(soon, UnitKind.MOH_OFFICE, UnitKind.MOH_DEPT);
        ObjectNode monthly = soon.deepCopy();
        monthly.putArray("reportCalendar")
                .add(month("2023-M11", "2023-11-01", "2023-11-30", "2023-12-05"))
                .add(month("2023-M12", "2023-12-01", "2023-12-31", "2024-01-05"));
        fireSafety = byHand.reporting("plan-pccc-2023", monthly, UnitKind.MOH_MEDIA);

        Obligation issued = submitted(obligations.subPlan(plan, UNIT).orElseThrow());
        signed(issued, "71/KH-VPB");
        submitted(obligations.subPlan(plan, OTHER).orElseThrow());

        anAmendmentAddsATask();
        signed(
                submitted(obligations
                        .find(plan, DutyKind.subPlan, "2023-BS1", UNIT)
                        .orElseThrow()),
                "73/KH-VPB");
        corrected = report(UNIT);
        ObjectNode figures = ReportSteps.filled(1);
        ((ObjectNode) figures.get("figures")).remove("KT01");
        figures.set("progress", draft(corrected, "userTask_draftUnitReport").get("progress"));
        figures.get("progress")
                .forEach(row -> ((ObjectNode) row)
                        .put("state", row.get("taskNo").asText().equals("BS.1") ? "done" : "underWay"));
        byHand.act(UNIT + ".chuyenvien", corrected.id(), figures);
        signed(corrected, "72/BC-VPB");
        byHand.act("thanhtra.bo", corrected.id(), PlansByHand.APPROVE);
        assertThat(done("BS.1")).isOne();
        new Api(port, UNIT + ".chuyenvien")
                .post(
                        "/api/v1/reports/" + corrected.id() + "/correction",
                        Api.object().put("reason", "Đếm lại"))
                .ok();
        byHand.jumpTo(at("2023-12-21T12:00:00+07:00"));
        asked = obligations.get(report(OTHER).id());
        beans.getBean(ExtensionRequests.class)
                .ask(byHand.actor(OTHER + ".chuyenvien"), asked.id(), LocalDate.of(2023, 12, 25), "Chờ số liệu");
        beans.getBean(Amendments.class).open(byHand.actor("chuyenvien.bo"), plan, null);

        byHand.jumpTo(at("2023-12-31T12:00:00+07:00"));
        ofUnits = summary("by=unit");
        ofStates = summary("by=state");
        assertThat(ofStates.has("drafting")).isTrue();
        assertThat(ofStates.has("notAccomplished")).isFalse();
        byHand.jumpTo(at("2024-01-01T00:00:30+07:00"));
    }

    private void anAmendmentAddsATask() {
        ObjectNode content = FormData.toNode(
                beans.getBean(NationalPlans.class).find(plan).orElseThrow().content());
        ObjectNode task = content.withArray("tasks").addObject();
        task.put("no", "BS.1").put("title", "Nhiệm vụ bổ sung").put("mandatory", true);
        task.putArray("kinds").add(UnitKind.MOH_OFFICE.name());
        beans.getBean(Amendments.class).open(byHand.actor("chuyenvien.bo"), plan, content);
        byHand.act("chuyenvien.bo", plan, Api.object());
        byHand.act("lanhdao.bo", plan, PlansByHand.APPROVE);
        byHand.act(
                "vanthu.bo",
                plan,
                Api.object()
                        .put("documentNumber", "905/KH-BYT")
                        .put("documentDate", byHand.today().toString())
                        .put("signatory", "lanhdao.bo"));
        // Who enters the number does not wait for the units' supplements.
        assertThat(obligations.find(plan, DutyKind.subPlan, "2023-BS1", UNIT)).isEmpty();
        byHand.runDue();
    }

    private Obligation submitted(Obligation duty) {
        ObjectNode draft = draft(duty, "userTask_draftSubPlan");
        byHand.act(duty.unitCode() + ".chuyenvien", duty.id(), Api.adopted(draft));
        return duty;
    }

    private ObjectNode draft(Obligation duty, String key) {
        Api own = new Api(port, duty.unitCode() + ".chuyenvien");
        return own.draft(own.tasks(key).stream()
                .filter(each -> each.get("obligationId").asLong() == duty.id())
                .findFirst()
                .orElseThrow()
                .get("id")
                .asText());
    }

    private void signed(Obligation duty, String number) {
        byHand.act(UNIT + ".thutruong", duty.id(), PlansByHand.APPROVE);
        byHand.act(
                UNIT + ".vanthu",
                duty.id(),
                Api.object()
                        .put("documentNumber", number)
                        .put("documentDate", byHand.today().toString()));
    }

    void endsWhatIsOpen() {
        JsonNode closed =
                new Api(port, "chuyenvien.bo").get("/api/v1/plans/" + plan).ok();
        assertThat(closed.get("state").asText()).isEqualTo("closed");
        assertThat(closed.get("closedAt").asText()).startsWith("2024-01-01");
        assertThat(obligations.open(plan, 1)).isEmpty();
        List<JsonNode> duties = duties(plan);
        assertThat(duties.stream().map(duty -> duty.get("state").asText()).collect(Collectors.toSet()))
                .isEqualTo(Set.of("issued", "accepted", "notAccomplished", "notRequired"));
        assertThat(duties)
                .filteredOn(duty -> duty.get("state").asText().equals("notAccomplished"))
                .hasSizeGreaterThan(10)
                .allSatisfy(duty -> {
                    assertThat(duty.get("overdue").asBoolean()).isFalse();
                    assertThat(duty.get("reason").asText()).contains("hết năm kế hoạch");
                });
        Obligation stands = obligations.get(corrected.id());
        assertThat(stands.state()).isEqualTo(ObligationState.accepted);
        assertThat(stands.amendment()).isNull();
        assertThat(obligations.history(corrected.id()))
                .extracting(line -> line.word().name())
                .endsWith("correctionBegun", "amendmentGivenUp");
        assertThat(beans.getBean(ExtensionRequests.class)
                        .standing(byHand.actor(OTHER + ".chuyenvien"), obligations.get(asked.id()))
                        .last()
                        .orElseThrow()
                        .state())
                .isEqualTo(RequestState.over);
        assertThat(beans.getBean(Amendments.class)
                        .of(byHand.actor("chuyenvien.bo"), plan)
                        .get(0)
                        .state())
                .isEqualTo(PlanState.withdrawn);
        for (String login : List.of(UNIT + ".chuyenvien", "thanhtra.bo", "chuyenvien.bo", "lanhdao.bo")) {
            assertThat(new Api(port, login).get("/api/v1/tasks?size=2000").ok().findValuesAsText("planId"))
                    .as(login)
                    .doesNotContain(Long.toString(plan));
        }
        assertThat(beans.getBean(RuntimeService.class)
                        .createProcessInstanceQuery()
                        .processInstanceIds(StreamSupport.stream(duties.spliterator(), false)
                                .map(duty -> obligations.get(duty.get("id").asLong()))
                                .map(Obligation::processInstanceId)
                                .filter(java.util.Objects::nonNull)
                                .collect(Collectors.toSet()))
                        .count())
                .isZero();
        // Those who had begun, or heard of it, are told, and nobody above.
        List<String> told =
                jdbc.sql("""
                        select distinct n.recipient from notice n join obligation o on o.id = n.obligation_id
                        where n.rung = 'CLOSED' and o.plan_id = :plan""").param("plan", plan).query(String.class).list();
        assertThat(told).containsExactlyInAnyOrder(OTHER + ".chuyenvien", OTHER + ".thutruong");
    }

    /** How it ended, in figures and ten names, once. */
    void tellsTheFocalUnit() {
        byHand.jumpTo(at("2024-01-03T12:00:00+07:00"));
        List<String> told = jdbc.sql("select recipient from mail where kind = 'planClosed' and about = :plan")
                .param("plan", Long.toString(plan))
                .query(String.class)
                .list();
        assertThat(told).containsExactlyInAnyOrder("thanhtra.bo", "TTRB.thutruong", "TTRB.chuyenvien");
        long mail = jdbc.sql(
                        "select id from mail where kind = 'planClosed' and about = :plan and recipient = 'thanhtra.bo'")
                .param("plan", Long.toString(plan))
                .query(Long.class)
                .single();
        PersonalLetter letter = ((ListableBeanFactory) beans)
                .getBeansOfType(PersonalLetter.class).values().stream()
                        .filter(each -> each.kind().equals("planClosed"))
                        .findFirst()
                        .orElseThrow();
        Person inspector =
                beans.getBean(Organisation.class).person("thanhtra.bo").orElseThrow();
        PersonalLetter.Content said =
                letter.write(mail, inspector, Locale.forLanguageTag("vi")).orElseThrow();
        long open = duties(plan).stream()
                .filter(duty -> duty.get("state").asText().equals("notAccomplished"))
                .count();
        assertThat(said.subject()).contains(open + " đầu việc không hoàn thành");
        JsonNode subPlans = new Api(port, "thanhtra.bo")
                .get("/api/v1/obligations/summary?by=year&kind=subPlan&plan=" + plan)
                .ok()
                .get("2023");
        assertThat(said.facts().get(0).value())
                .contains(
                        "phải có " + subPlans.get("expected").asText(),
                        "đã ban hành " + subPlans.get("actual").asText(),
                        "không hoàn thành " + subPlans.get("notAccomplished").asText());
        assertThat(said.rows())
                .hasSize(10)
                .noneMatch(row -> row.late().equals("0"))
                .allSatisfy(row -> assertThat(new Api(port, "thanhtra.bo")
                                .get("/api/v1" + row.path())
                                .status())
                        .isEqualTo(200));
        assertThat(letter.write(mail, inspector, Locale.ENGLISH).orElseThrow().subject())
                .contains(open + " duties were not accomplished");
    }

    void leavesTheFiguresAsTheyWere() {
        JsonNode now = summary("by=unit");
        assertThat(rates(now)).isEqualTo(rates(ofUnits));
        assertThat(now.findValues("overdue")).allMatch(overdue -> overdue.asInt() == 0);
        assertThat(ofUnits.findValues("overdue")).anyMatch(overdue -> overdue.asInt() > 0);
        assertThat(summary("by=state&asOf=2023-12-31")).isEqualTo(ofStates);
        assertThat(now.get(UNIT).get("settled").asInt())
                .isEqualTo(ofUnits.get(UNIT).get("settled").asInt());
    }

    private static TreeMap<String, String> rates(JsonNode units) {
        TreeMap<String, String> rates = new TreeMap<>();
        units.fields().forEachRemaining(unit -> {
            List<String> kept = new ArrayList<>();
            for (String name : List.of("expected", "actual", "actualOnTime", "rate", "rateOnTime", "total")) {
                kept.add(unit.getValue().get(name).asText());
            }
            rates.put(unit.getKey(), kept.toString());
        });
        return rates;
    }

    void isReadWhereItIsAskedFor() {
        Api inspector = new Api(port, "thanhtra.bo");
        String list = "/api/v1/obligations?size=1";
        assertThat(plansOf(inspector, "/api/v1/obligations?size=2000"))
                .doesNotContain(plan)
                .contains(fireSafety);
        assertThat(plansOf(inspector, "/api/v1/obligations?size=2000&year=2023"))
                .contains(plan, fireSafety);
        assertThat(plansOf(inspector, "/api/v1/obligations?size=2000&state=notAccomplished"))
                .contains(plan);
        assertThat(inspector.get(list + "&year=2019").ok().get("total").asInt()).isZero();
        String reports = "/api/v1/reports?size=2000&period=2023-Y";
        assertThat(plansOf(inspector, reports)).doesNotContain(plan);
        assertThat(plansOf(inspector, reports + "&year=2023")).contains(plan);
        assertThat(inspector.get("/api/v1/plans?year=2023").ok().findValuesAsText("state"))
                .contains("closed", "issued");
        for (String page :
                List.of("/monitor?plan=" + plan, "/plans/" + plan, "/obligations?year=2023", "/reports?plan=" + plan)) {
            assertThat(new String(inspector.bytes(page), StandardCharsets.UTF_8))
                    .as(page)
                    .containsIgnoringCase("không hoàn thành");
        }
        assertThat(new String(inspector.bytes("/monitor/years?unit=" + UNIT), StandardCharsets.UTF_8))
                .contains(">2023</th>", "/obligations?year=2023&amp;unit=" + UNIT + "&amp;overdue=true");
        assertThat(inspector.get("/monitor/years?province=XX").status()).isEqualTo(422);
        JsonNode years = inspector
                .get("/api/v1/obligations/summary?by=year&unit=" + UNIT)
                .ok();
        assertThat(years.size()).isOne();
        assertThat(years.at("/2023/actual").asInt()).isEqualTo(3);
        assertThat(inspector
                        .get("/api/v1/obligations/summary?by=year&province=99")
                        .ok())
                .isEmpty();
    }

    private static List<Long> plansOf(Api who, String list) {
        return StreamSupport.stream(who.get(list).ok().get("items").spliterator(), false)
                .map(item -> item.get("planId").asLong())
                .distinct()
                .toList();
    }

    void refusesWhateverIsAskedOfIt() {
        Api drafter = new Api(port, "chuyenvien.bo");
        Api leader = new Api(port, "lanhdao.bo");
        String path = "/api/v1/plans/" + plan;
        ObjectNode content = (ObjectNode) drafter.get(path).ok().get("content");
        refused(drafter.post(path + "/amendments", Api.object().set("content", content.put("objectives", "Khác"))));
        refused(leader.post(path + "/withdraw", Api.object().put("reason", "Thay thế")));
        refused(drafter.post(path + "/units", Api.object().put("unitCode", "CUC-YTDP")));
        refused(new Api(port, UNIT + ".chuyenvien")
                .post(
                        "/api/v1/reports/" + corrected.id() + "/correction",
                        Api.object().put("reason", "Đếm lại")));
        refused(leader.post(
                "/api/v1/obligations/" + asked.id() + "/extension",
                Api.object().put("until", "2024-02-01").put("reason", "Lũ")));
        refused(leader.post(
                "/api/v1/obligations/" + asked.id() + "/waiver", Api.object().put("reason", "Lũ")));
    }

    private static void refused(Api.Answer answer) {
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.json().get("detail").asText()).isNotBlank();
    }

    void leavesThePlanBesideItUntilItsOwnLastReport() {
        byHand.jumpTo(at("2024-01-19T23:00:00+07:00"));
        Api drafter = new Api(port, "chuyenvien.bo");
        assertThat(drafter.get("/api/v1/plans/" + fireSafety).ok().get("state").asText())
                .isEqualTo("issued");
        assertThat(duties(fireSafety))
                .allMatch(duty -> duty.get("state").asText().equals("drafting"));
        assertThat(beans.getBean(RuntimeService.class)
                        .createProcessInstanceQuery()
                        .processDefinitionKeyIn("nationalPlan", "deadlineWatch", "overdueFollowUp", "planTaskWatch")
                        .processInstanceBusinessKey(Long.toString(plan))
                        .count())
                .isZero();
        byHand.jumpTo(at("2024-01-20T00:00:30+07:00"));
        assertThat(drafter.get("/api/v1/plans/" + fireSafety).ok().get("state").asText())
                .isEqualTo("closed");
        assertThat(duties(fireSafety))
                .allMatch(duty -> duty.get("state").asText().equals("notAccomplished"));
    }

    /** Units that report a task as done, by the plan's board. */
    private int done(String task) {
        return StreamSupport.stream(
                        new Api(port, "lanhdao.bo")
                                .get("/api/v1/plans/" + plan + "/tasks")
                                .ok()
                                .get("items")
                                .spliterator(),
                        false)
                .filter(item -> item.get("no").asText().equals(task))
                .findFirst()
                .orElseThrow()
                .at("/units/done")
                .asInt();
    }

    private static ObjectNode month(String period, String from, String to, String due) {
        return Api.object()
                .put("period", period)
                .put("dataFrom", from)
                .put("dataTo", to)
                .put("due", due)
                .put("opens", to);
    }

    private Obligation report(String unit) {
        return obligations.find(plan, DutyKind.unitReport, "2023-Y", unit).orElseThrow();
    }

    private JsonNode summary(String filter) {
        return new Api(port, "quantri")
                .get("/api/v1/obligations/summary?plan=" + plan + "&" + filter)
                .ok();
    }

    private List<JsonNode> duties(long ofPlan) {
        List<JsonNode> duties = new ArrayList<>();
        new Api(port, "quantri")
                .get("/api/v1/obligations?size=2000&plan=" + ofPlan)
                .ok()
                .get("items")
                .forEach(duties::add);
        return duties;
    }

    private static java.time.Instant at(String moment) {
        return OffsetDateTime.parse(moment).toInstant();
    }
}
