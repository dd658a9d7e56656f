package vn.plancascade.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.plancascade.support.PlansByHand.APPROVE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.springframework.beans.factory.BeanFactory;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.deadline.Obligation;
import vn.plancascade.deadline.ObligationState;
import vn.plancascade.deadline.Obligations;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.organisation.NewUnit;
import vn.plancascade.organisation.Numbering;
import vn.plancascade.organisation.OrganisationAdmin;
import vn.plancascade.organisation.Relation;
import vn.plancascade.organisation.Role;
import vn.plancascade.organisation.UnitKind;
import vn.plancascade.support.Api;
import vn.plancascade.support.PlansByHand;

/** Units that end or move today, whose people go on with what is under way for some weeks. */
final class KeptWork {

    private static final String CHANGES = "/api/v1/units/changes?dryRun=";
    private static final String DRAFT = "userTask_draftSubPlan";
    private static final String APPROVAL = "userTask_approveSubPlan";
    private static final LocalDate SINCE = LocalDate.of(2020, 1, 1);

    private final int port;
    private final Api administrator;
    private final Api drafter;
    private final PlansByHand byHand;
    private final Obligations obligations;
    private final OrganisationAdmin admin;
    private final ManagementService jobs;
    private final LocalDate until;
    private long plan;

    KeptWork(int port, BeanFactory beans, PlansByHand byHand) {
        this.port = port;
        this.administrator = new Api(port, "quantri");
        this.drafter = new Api(port, "SYT-14.chuyenvien");
        this.byHand = byHand;
        this.obligations = beans.getBean(Obligations.class);
        this.admin = beans.getBean(OrganisationAdmin.class);
        this.jobs = beans.getBean(ManagementService.class);
        this.until = byHand.today().plusDays(30);
    }

    void staysUntilADay() {
        for (String code :
                List.of("CUC-71", "CUC-72", "CUC-73", "CUC-74", "CUC-75", "CUC-76", "CUC-77", "CUC-78", "CUC-79")) {
            found(code);
        }
        plan = byHand.reporting(UnitKind.MOH_AGENCY);
        wrongDaysAreRefused();
        aMergedUnitGoesOn();
        theSuccessorOfTheSuccessorTakesOver();
        aClosedUnitGoesOnAndOwesNothingAfterwards();
        aMovedUnitReportsAsBeforeUntilThen();
        whoWasLetOffOwesWhatAnotherOwed();
        whatAwaitsItsNumberIsNumberedByTheSuccessor();
    }

    private void wrongDaysAreRefused() {
        for (String wrong : List.of("2023-03-01", byHand.today().toString(), "2024-12-31", "9999-12-31")) {
            assertThat(change("merge", "CUC-71", "CUC-72", wrong, "true").fields())
                    .as(wrong)
                    .containsExactly("keepUntil");
        }
        for (String unknown : List.of("soon", "2023-02-31", "31/02/2023")) {
            assertThat(change("merge", "CUC-71", "CUC-72", unknown, "true").status())
                    .as(unknown)
                    .isEqualTo(400);
        }
        ObjectNode later = body("merge", "CUC-71", "CUC-72", until.toString());
        later.put("from", until.plusDays(1).toString());
        assertThat(administrator.post(CHANGES + "true", later).fields()).containsExactly("keepUntil");
        ObjectNode renamed =
                Api.object().put("kind", "rename").put("name", "Cục mới").put("keepUntil", until.toString());
        renamed.putArray("units").add("CUC-71");
        assertThat(administrator.post(CHANGES + "true", renamed).fields()).containsExactly("keepUntil");
        // Row 2 of the file names no day, row 3 one in the past, row 4 one after the plan has closed.
        assertThat(file("CUC-71,merge,CUC-72,31/02/2023\n")
                        .json()
                        .at("/errors/0/row")
                        .asInt())
                .isEqualTo(2);
        Api.Answer days =
                file("CUC-71,merge,CUC-72," + until + "\nCUC-73,merge,CUC-74,2023-03-01\nCUC-74,close,,2025-01-01\n");
        assertThat(days.status()).isEqualTo(422);
        assertThat(days.json().get("errors").findValuesAsText("row")).containsExactly("3", "4");
    }

    private void aMergedUnitGoesOn() {
        drafter.complete(task("CUC-71"), Api.adopted(drafter.draft(task("CUC-71"))))
                .ok();
        JsonNode row = file("CUC-71,merge,CUC-72," + until + "\n").ok().at("/rows/0/consequences/duties");
        JsonNode tried =
                change("merge", "CUC-71", "CUC-72", until.toString(), "true").ok();
        assertThat(tried.get("duties").toString()).isEqualTo("{\"transferred\":0,\"ended\":0,\"kept\":4}");
        assertThat(row).isEqualTo(tried.get("duties"));
        assertThat(tried.get("tasks").asInt()).isZero();
        assertThat(tried.get("mails").asInt()).isZero();
        assertThat(change("merge", "CUC-71", "CUC-72", until.toString(), "false")
                        .ok())
                .isEqualTo(tried);
        assertThat(administrator.get("/api/v1/units/CUC-71").ok().get("validTo").asText())
                .isEqualTo(byHand.today().toString());
        assertThat(subPlan("CUC-71").state()).isEqualTo(ObligationState.awaitingApproval);
        Api head = new Api(port, "SYT-14.thutruong");
        head.complete(head.task(APPROVAL), APPROVE.deepCopy()).ok();
        assertThat(subPlan("CUC-71").state()).isEqualTo(ObligationState.issued);
        assertThat(task("CUC-72")).isNotNull();
    }

    private void theSuccessorOfTheSuccessorTakesOver() {
        long kept = report("CUC-71").id();
        change("merge", "CUC-72", "CUC-73", null, "false").ok();
        handedOver(byHand.today());
        assertThat(report("CUC-71").id()).isEqualTo(kept);
        handedOver(until);
        assertThat(obligations.get(kept).state()).isEqualTo(ObligationState.withdrawn);
        assertThat(subPlan("CUC-71").state()).isEqualTo(ObligationState.issued);
        assertThat(report("CUC-73").state()).isEqualTo(ObligationState.planned);
    }

    private void aClosedUnitGoesOnAndOwesNothingAfterwards() {
        assertThat(change("close", "CUC-74", null, until.toString(), "false")
                        .ok()
                        .at("/duties/kept")
                        .asInt())
                .isEqualTo(4);
        String task = task("CUC-74");
        drafter.complete(task, Api.adopted(drafter.draft(task))).ok();
        assertThat(subPlan("CUC-74").state()).isEqualTo(ObligationState.awaitingApproval);
        handedOver(until);
        assertThat(subPlan("CUC-74").state()).isEqualTo(ObligationState.withdrawn);
    }

    private void aMovedUnitReportsAsBeforeUntilThen() {
        ObjectNode move = body("move", "CUC-75", "CUC-73", until.toString());
        move.put("from", until.minusDays(20).toString());
        administrator.post(CHANGES + "false", move).ok();
        handedOver(until);
        assertThat(report("CUC-75").unitCode()).isEqualTo("CUC-75");
        // What follows counts units by today's superiors.
        admin.relate("CUC-75", Relation.REPORTS_TO, "BYT", until.minusDays(20));
    }

    private void whoWasLetOffOwesWhatAnotherOwed() {
        new Api(port, "lanhdao.bo")
                .post(
                        "/api/v1/plans/" + plan + "/units/CUC-76/withdraw",
                        Api.object().put("reason", "Không thuộc diện"))
                .ok();
        Obligation letOff = subPlan("CUC-76");
        Obligation owed = subPlan("CUC-77");
        assertThat(change("merge", "CUC-77", "CUC-76", null, "false")
                        .ok()
                        .get("duties")
                        .toString())
                .isEqualTo("{\"transferred\":4,\"ended\":0,\"kept\":0}");
        handedOver(byHand.today());
        assertThat(subPlan("CUC-76").id()).isEqualTo(owed.id());
        assertThat(subPlan("CUC-76").state()).isEqualTo(ObligationState.drafting);
        assertThat(obligations.get(letOff.id()).unitCode()).isEqualTo("CUC-76");
        assertThat(obligations.get(letOff.id()).state()).isEqualTo(ObligationState.withdrawn);
        drafter.complete(task("CUC-76"), Api.adopted(drafter.draft(task("CUC-76"))))
                .ok();
        assertThat(subPlan("CUC-76").state()).isEqualTo(ObligationState.awaitingApproval);
    }

    /** It was approved in the unit that ends, and is numbered where it went. */
    private void whatAwaitsItsNumberIsNumberedByTheSuccessor() {
        admin.assign("SYT-14.vanthu", Role.clerk, "CUC-78", null, SINCE);
        admin.assign("SYT-15.vanthu", Role.clerk, "CUC-79", null, SINCE);
        drafter.complete(task("CUC-78"), Api.adopted(drafter.draft(task("CUC-78"))))
                .ok();
        long approved = subPlan("CUC-78").id();
        byHand.act("SYT-14.thutruong", approved, APPROVE);
        assertThat(subPlan("CUC-78").state()).isEqualTo(ObligationState.awaitingIssue);
        new Api(port, "lanhdao.bo")
                .post(
                        "/api/v1/plans/" + plan + "/units/CUC-79/withdraw",
                        Api.object().put("reason", "Không thuộc diện"))
                .ok();
        change("merge", "CUC-78", "CUC-79", null, "false").ok();
        handedOver(byHand.today());
        assertThat(subPlan("CUC-79").id()).isEqualTo(approved);
        byHand.act(
                "SYT-15.vanthu",
                approved,
                Api.object()
                        .put("documentNumber", "12/KH-CUC")
                        .put("documentDate", byHand.today().toString()));
        assertThat(subPlan("CUC-79").state()).isEqualTo(ObligationState.issued);
    }

    private void handedOver(LocalDate day) {
        var due = jobs.createJobQuery().processDefinitionKey("reorganisation").list().stream()
                .filter(job -> job.getDuedate().toInstant().equals(VietnamTime.startOf(day)))
                .toList();
        assertThat(due).hasSize(1);
        jobs.executeJob(due.get(0).getId());
    }

    private String task(String unit) {
        return drafter.tasks(DRAFT).stream()
                .filter(each ->
                        each.get("obligationId").asLong() == subPlan(unit).id())
                .findFirst()
                .orElseThrow()
                .get("id")
                .asText();
    }

    private Obligation subPlan(String unit) {
        return obligations.subPlan(plan, unit).orElseThrow();
    }

    private Obligation report(String unit) {
        return obligations.find(plan, DutyKind.unitReport, "2023-H1", unit).orElseThrow();
    }

    private Api.Answer change(String kind, String unit, String into, String keepUntil, String dryRun) {
        return administrator.post(CHANGES + dryRun, body(kind, unit, into, keepUntil));
    }

    private static ObjectNode body(String kind, String unit, String into, String keepUntil) {
        ObjectNode change = Api.object().put("kind", kind);
        change.putArray("units").add(unit);
        if (into != null) {
            change.put("into", into);
        }
        if (keepUntil != null) {
            change.put("keepUntil", keepUntil);
        }
        return change;
    }

    private Api.Answer file(String rows) {
        return administrator.upload(
                "/api/v1/units/changes/file?dryRun=true",
                Map.of(),
                "sap-xep.csv",
                ("units,kind,into,Giữ việc đến ngày\n" + rows).getBytes(StandardCharsets.UTF_8));
    }

    private void found(String code) {
        admin.addUnit(new NewUnit(
                code,
                "Đơn vị mới " + code,
                UnitKind.MOH_AGENCY,
                null,
                "BYT",
                "BYT",
                null,
                code,
                "Hà Nội",
                Numbering.register,
                byHand.today(),
                true));
        admin.assign("SYT-14.chuyenvien", Role.drafter, code, null, SINCE);
        admin.assign("SYT-14.thutruong", Role.head, code, "Cục trưởng", SINCE);
    }
}
