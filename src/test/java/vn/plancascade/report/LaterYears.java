package vn.plancascade.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.deadline.Obligation;
import vn.plancascade.deadline.Obligations;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.plan.Amendments;
import vn.plancascade.plan.NationalPlans;
import vn.plancascade.support.Api;
import vn.plancascade.support.PlansByHand;
import vn.plancascade.support.ReportSteps;
import vn.plancascade.worklist.FormData;

/**
 * The years 2024 and 2025 of a plan, each begun from the year before: issued on its deadline's day, amended in May, with two units
 * merged while their reports are half done. What every unit owed and what came of it is what is said here, apart from the product.
 */
final class LaterYears {

    private static final String OFFICE = "VPB";
    private static final List<String> DEPARTMENTS = List.of("VU-BHYT", "VU-HTQT", "VU-KHTC", "VU-PC", "VU-TCCB");
    private static final String MERGED = "VU-TCPC";

    private final int port;
    private final PlansByHand byHand;
    private final BeanFactory beans;
    private final Obligations obligations;
    private final long first;
    private long plan;
    private Map<String, String> expected;
    private YearsWork work;

    /** @param first the plan of 2023, closed */
    LaterYears(int port, BeanFactory beans, long first) {
        this.port = port;
        this.beans = beans;
        this.byHand = new PlansByHand(beans);
        this.obligations = beans.getBean(Obligations.class);
        this.first = first;
    }

    void aPlanIsIssuedOnItsDeadlinesDayAndAmendedInMay() {
        byHand.jumpTo(at("2024-03-20T08:00:00+07:00"));
        begun(first, 2024, changes -> changes.put("subPlanDeadline", "2024-03-20"));
        assertThatThrownBy(() -> issued("331/KH-BYT", Api.object())).isInstanceOf(InvalidInput.class);
        issued("331/KH-BYT", Api.object().put("workingDaysFromIssue", 10));
        owed(OFFICE, "subPlan 2024", "2024-04-04");
        // 15/03 was over when the plan was issued.
        expected.put(OFFICE + " unitReport 2024-Q1", "notRequired 2024-03-15");
        for (String period : List.of("H1 06-15", "Q3 09-15", "Y 12-15")) {
            report(OFFICE, 2024, period);
        }
        for (String unit : DEPARTMENTS) {
            owed(unit, "subPlan 2024", "2024-04-04");
            report(unit, 2024, "Y 12-15");
        }
        compare();

        byHand.jumpTo(at("2024-03-25T09:00:00+07:00"));
        subPlan(OFFICE, "2024");
        byHand.jumpTo(at("2024-04-10T09:00:00+07:00"));
        subPlan("VU-PC", "2024");

        byHand.jumpTo(at("2024-05-06T09:00:00+07:00"));
        anAmendmentAsksTheDepartmentsForMore();
        DEPARTMENTS.forEach(unit -> owed(unit, "subPlan 2024-BS1", "2024-05-31"));
        compare();
        subPlan("VU-PC", "2024-BS1");

        byHand.jumpTo(at("2024-06-10T09:00:00+07:00"));
        Obligation report = duty(OFFICE, DutyKind.unitReport, "2024-H1");
        ObjectNode figures = ReportSteps.filled(1);
        ((ObjectNode) figures.get("figures")).remove("KT01");
        work.begun(OFFICE + " unitReport 2024-H1");
        work.submitted(OFFICE + " unitReport 2024-H1");
        work.approved(OFFICE + " unitReport 2024-H1");
        work.accepted("2024-H1", (ObjectNode) figures.get("figures"));
        byHand.act(OFFICE + ".chuyenvien", report.id(), figures);
        byHand.act(OFFICE + ".thutruong", report.id(), PlansByHand.APPROVE);
        numbered(report);
        byHand.act("thanhtra.bo", report.id(), PlansByHand.APPROVE);
        came(OFFICE, "unitReport 2024-H1", "accepted");
        toldAndSummed();
        closes(2024);
    }

    void twoUnitsMergeWithTheirReportsHalfDone() {
        byHand.jumpTo(at("2025-02-03T08:00:00+07:00"));
        begun(
                plan,
                2025,
                changes -> changes.withArray("duties").forEach(duty -> ((ObjectNode) duty).put("periodic", true)));
        issued("412/KH-BYT", Api.object());
        for (String unit : all()) {
            owed(unit, "subPlan 2025", "2025-04-04");
            for (String period : List.of("Q1 03-15", "H1 06-15", "Q3 09-15", "Y 12-15")) {
                report(unit, 2025, period);
            }
        }
        compare();

        byHand.jumpTo(at("2025-06-12T09:00:00+07:00"));
        subPlan("VU-BHYT", "2025");
        Obligation half = duty("VU-PC", DutyKind.unitReport, "2025-H1");
        byHand.act("VU-PC.chuyenvien", half.id(), shortReport());
        for (String unit : all()) {
            work.begun(unit + " unitReport 2025-Q1");
            work.begun(unit + " unitReport 2025-H1");
        }
        work.submitted("VU-PC unitReport 2025-H1");
        byHand.jumpTo(at("2025-06-30T09:00:00+07:00"));
        ObjectNode merger = Api.object()
                .put("kind", "merge")
                .put("into", MERGED)
                .put("name", "Vụ Tổ chức cán bộ và Pháp chế")
                .put("from", "2025-07-01");
        merger.putArray("units").add("VU-PC").add("VU-TCCB");
        new Api(port, "quantri")
                .post("/api/v1/units/changes?dryRun=false", merger)
                .ok();
        byHand.jumpTo(at("2025-07-01T08:00:00+07:00"));
        transferred("VU-PC", MERGED);
        compare();
        assertThat(obligations.get(half.id()).unitCode()).isEqualTo(MERGED);

        byHand.act("VU-PC.thutruong", half.id(), PlansByHand.APPROVE);
        byHand.act("thanhtra.bo", half.id(), PlansByHand.APPROVE);
        came(MERGED, "unitReport 2025-H1", "accepted");
        work.approved(MERGED + " unitReport 2025-H1");
        work.accepted("2025-H1", (ObjectNode) shortReport().get("figures"));
        toldAndSummed();
        closes(2025);
    }

    // What the test itself expects

    private void owed(String unit, String what, String due) {
        expected.put(unit + " " + what, (what.startsWith("subPlan") ? "drafting " : "planned ") + due);
        if (what.startsWith("subPlan")) {
            work.begun(unit + " " + what);
        }
    }

    /** @param period its code within the year, and the month and day on which it is due */
    private void report(String unit, int year, String period) {
        String[] parts = period.split(" ");
        owed(unit, "unitReport " + year + "-" + parts[0], year + "-" + parts[1]);
    }

    private void came(String unit, String what, String state) {
        expected.compute(unit + " " + what, (key, now) -> state + now.substring(now.indexOf(' ')));
    }

    /** The first of the merged units hands on what it owes; of the second nothing is owed twice. */
    private void transferred(String from, String into) {
        Map<String, String> before = new TreeMap<>(expected);
        before.forEach((what, stands) -> {
            if (what.startsWith(from + " ")) {
                expected.remove(what);
                expected.put(into + what.substring(from.length()), stands);
            } else if (what.startsWith("VU-TCCB ")) {
                came("VU-TCCB", what.substring("VU-TCCB ".length()), "withdrawn");
            }
        });
        work.handedOn(from, into);
        for (String what : List.of("subPlan 2025", "unitReport 2025-Q1", "unitReport 2025-H1")) {
            work.takenOver(into + " " + what);
        }
        for (String begun : List.of("Q1", "H1")) {
            all().forEach(unit -> open(unit, begun));
            open(into, begun);
        }
        came(into, "unitReport 2025-H1", "awaitingApproval");
    }

    private void open(String unit, String period) {
        String what = unit + " unitReport 2025-" + period;
        expected.computeIfPresent(what, (key, now) -> now.replace("planned ", "drafting "));
    }

    private void closes(int year) {
        byHand.jumpTo(at((year + 1) + "-01-01T00:00:30+07:00"));
        expected.replaceAll(
                (what, stands) -> stands.replaceFirst("^(planned|drafting|awaitingApproval) ", "notAccomplished "));
        compare();
        assertThat(new Api(port, "lanhdao.bo")
                        .get("/api/v1/plans/" + plan)
                        .ok()
                        .get("state")
                        .asText())
                .isEqualTo("closed");
    }

    private void compare() {
        Map<String, String> found = new TreeMap<>();
        new Api(port, "quantri")
                .get("/api/v1/obligations?size=2000&plan=" + plan)
                .ok()
                .get("items")
                .forEach(duty -> {
                    if (!duty.get("kind").asText().equals("reportCycle")) {
                        found.put(
                                String.join(
                                        " ",
                                        duty.get("unitCode").asText(),
                                        duty.get("kind").asText(),
                                        duty.get("period").asText()),
                                duty.get("state").asText() + " "
                                        + duty.get("dueAt").asText().substring(0, 10));
                    }
                });
        assertThat(found).isEqualTo(expected);
        work.assertHeld(plan, expected);
    }

    private void toldAndSummed() {
        compare();
        work.assertTold(plan);
        work.assertSummed(plan);
    }

    private static List<String> all() {
        return List.of(OFFICE, "VU-BHYT", "VU-HTQT", "VU-KHTC", "VU-PC", "VU-TCCB");
    }

    // What people do

    private void begun(long of, int year, Consumer<ObjectNode> change) {
        Api drafter = new Api(port, "chuyenvien.bo");
        plan = drafter.post("/api/v1/plans", Api.object().put("copyOf", of).put("year", year))
                .ok()
                .get("id")
                .asLong();
        expected = new TreeMap<>();
        work = new YearsWork(beans.getBean(JdbcClient.class), port);
        ObjectNode content = FormData.toNode(
                beans.getBean(NationalPlans.class).find(plan).orElseThrow().content());
        change.accept(content);
        byHand.act("chuyenvien.bo", plan, content);
        byHand.act("lanhdao.bo", plan, PlansByHand.APPROVE);
    }

    private void issued(String number, ObjectNode more) {
        byHand.act(
                "vanthu.bo",
                plan,
                more.put("documentNumber", number)
                        .put("documentDate", byHand.today().toString()));
        byHand.runDue();
    }

    private void anAmendmentAsksTheDepartmentsForMore() {
        ObjectNode content = FormData.toNode(
                beans.getBean(NationalPlans.class).find(plan).orElseThrow().content());
        ObjectNode task = content.withArray("tasks").addObject();
        task.put("no", "BS.2").put("title", "Nhiệm vụ bổ sung").put("mandatory", true);
        task.putArray("kinds").add("MOH_DEPT");
        content.put("supplementDeadline", "2024-05-31");
        beans.getBean(Amendments.class).open(byHand.actor("chuyenvien.bo"), plan, content);
        byHand.act("chuyenvien.bo", plan, Api.object());
        byHand.act("lanhdao.bo", plan, PlansByHand.APPROVE);
        issued("590/KH-BYT", Api.object().put("signatory", "lanhdao.bo"));
    }

    private void subPlan(String unit, String period) {
        Obligation duty = duty(unit, DutyKind.subPlan, period);
        Api own = new Api(port, unit + ".chuyenvien");
        JsonNode task = own.tasks("userTask_draftSubPlan").stream()
                .filter(each -> each.get("obligationId").asLong() == duty.id())
                .findFirst()
                .orElseThrow();
        ObjectNode answers = Api.adopted(own.draft(task.get("id").asText()));
        answers.get("items")
                .forEach(item -> ((ObjectNode) item)
                        .put("from", period.substring(0, 4) + "-06-01")
                        .put("to", period.substring(0, 4) + "-12-31"));
        byHand.act(unit + ".chuyenvien", duty.id(), answers);
        byHand.act(unit + ".thutruong", duty.id(), PlansByHand.APPROVE);
        if (unit.equals(OFFICE)) {
            numbered(duty);
        }
        came(unit, "subPlan " + period, "issued");
        work.submitted(unit + " subPlan " + period);
        work.approved(unit + " subPlan " + period);
    }

    /** Departments have no clerk: with the approval it is issued. */
    private void numbered(Obligation duty) {
        byHand.act(
                OFFICE + ".vanthu",
                duty.id(),
                Api.object()
                        .put("documentNumber", duty.id() + "/VPB")
                        .put("documentDate", byHand.today().toString()));
    }

    private static ObjectNode shortReport() {
        ObjectNode report = Api.object().put("comment", "Đã kiểm tra số liệu");
        ObjectNode figures = report.putObject("figures");
        figures.put("TT01", 10).put("TT02", 500).put("TG02", 9).put("TG04", 4).put("TG05", 4);
        figures.put("AN01", 4).put("AN02", 0).put("AN03", 0).put("AN04", 0).put("NN01", 2);
        return report;
    }

    private Obligation duty(String unit, DutyKind kind, String period) {
        return obligations.find(plan, kind, period, unit).orElseThrow();
    }

    private static Instant at(String moment) {
        return OffsetDateTime.parse(moment).toInstant();
    }
}
