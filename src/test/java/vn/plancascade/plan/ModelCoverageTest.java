package vn.plancascade.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.deadline.Extensions;
import vn.plancascade.deadline.Obligation;
import vn.plancascade.deadline.ObligationQuery;
import vn.plancascade.deadline.ObligationState;
import vn.plancascade.deadline.Obligations;
import vn.plancascade.engine.DueJobs;
import vn.plancascade.engine.MovableClock;
import vn.plancascade.kernel.PageRequest;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.organisation.UnitKind;
import vn.plancascade.plan.process.PlanModel;
import vn.plancascade.worklist.FormData;
import vn.plancascade.worklist.Worklist;

/** Every way through the models is taken once, with jobs run by hand and a clock that is set; no node is left out. */
@SpringBootTest(properties = "spring.datasource.url=jdbc:h2:mem:coverage;MODE=PostgreSQL;DB_CLOSE_DELAY=-1")
@ActiveProfiles("demo")
@DirtiesContext
class ModelCoverageTest {

    private static final ObjectNode RETURN =
            FormData.object().put("decision", "return").put("comment", "Bổ sung");
    private static final ObjectNode APPROVE = FormData.object().put("decision", "approve");

    @Autowired
    Organisation organisation;

    @Autowired
    NationalPlans plans;

    @Autowired
    Worklist worklist;

    @Autowired
    Obligations obligations;

    @Autowired
    Extensions extensions;

    @Autowired
    DueJobs jobs;

    @Autowired
    RuntimeService runtime;

    @Autowired
    HistoryService history;

    @Autowired
    JobExecutor executor;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void jobsAreRunByHand() {
        executor.shutdown();
    }

    @Test
    void everyNodeOfEveryModelIsReached() {
        aPlanWhoseUnitsAllIssueIsCompleted();
        aPlanThatNobodyAnswersIsOverdueThenClosesWithItsYear();
        aPlanThatIsWithdrawnTakesItsOpenCasesBack();

        assertThat(unvisited(PlanModel.SUB_PLAN, "processes/plan/subPlan.bpmn")).isEmpty();
        assertThat(unvisited(PlanModel.NATIONAL_PLAN, "processes/plan/nationalPlan.bpmn"))
                .isEmpty();
    }

    private void aPlanWhoseUnitsAllIssueIsCompleted() {
        long plan = issued(UnitKind.MOH_OFFICE, UnitKind.MOH_DEPT);
        for (Obligation duty : duties(plan)) {
            String unit = duty.unitCode();
            submit(unit);
            act(unit + ".thutruong", PlanModel.APPROVE_SUB_PLAN, RETURN);
            submit(unit);
            act(unit + ".thutruong", PlanModel.APPROVE_SUB_PLAN, APPROVE);
            if (organisation.hasClerk(unit)) {
                act(
                        unit + ".vanthu",
                        PlanModel.ISSUE_SUB_PLAN,
                        FormData.object().put("documentNumber", "1/KH-" + unit));
            }
        }
        assertThat(obligations.anyUnsettled(plan)).isFalse();
        assertThat(isOpen(plan)).isFalse();
    }

    private void aPlanThatNobodyAnswersIsOverdueThenClosesWithItsYear() {
        long plan = issued(UnitKind.MOH_INSPECTORATE);
        Obligation duty = duties(plan).get(0);
        moveTo(duty.dueAt().plusSeconds(1));
        assertThat(events(duty)).containsExactly("started", "deadlinePassed");

        extensions.extend(
                actor("lanhdao.bo"), duty.id(), VietnamTime.dayOf(duty.dueAt()).plusDays(3), "Đơn vị sáp nhập");
        moveTo(duty.dueAt().plus(Duration.ofDays(2)));
        assertThat(events(duty)).containsExactly("started", "deadlinePassed", "extended");
        moveTo(duty.dueAt().plus(Duration.ofDays(4)));
        assertThat(events(duty)).containsExactly("started", "deadlinePassed", "extended", "deadlinePassed");

        assertThat(isOpen(plan)).isTrue();
        moveTo(OffsetDateTime.parse("2024-01-01T00:00:01+07:00").toInstant());
        assertThat(isOpen(plan)).isFalse();
        assertThat(obligations.get(duty.id()).state()).isEqualTo(ObligationState.drafting);
    }

    private void aPlanThatIsWithdrawnTakesItsOpenCasesBack() {
        long plan = issued(UnitKind.DOH, UnitKind.PROV_HOSPITAL);
        Obligation waived = duties(plan).get(0);
        extensions.waive(actor("lanhdao.bo"), waived.id(), "Đơn vị giải thể");
        assertThat(events(waived)).containsExactly("started", "waived");
        plans.withdraw(actor("lanhdao.bo"), plan, "Thay bằng kế hoạch khác");
        jobs.runDue();
        assertThat(isOpen(plan)).isFalse();
        assertThat(obligations.get(waived.id()).state()).isEqualTo(ObligationState.waived);
        assertThat(duties(plan).stream().skip(1)).hasSizeGreaterThan(200).allSatisfy(duty -> {
            assertThat(duty.state()).isEqualTo(ObligationState.withdrawn);
            assertThat(duty.reason()).isEqualTo("Thay bằng kế hoạch khác");
        });
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceIds(duties(plan).stream()
                                .map(Obligation::processInstanceId)
                                .collect(Collectors.toSet()))
                        .count())
                .isZero();
    }

    /** A plan of today, due in a week, for these kinds only and without reports, through all its steps. */
    private long issued(UnitKind... kinds) {
        LocalDate today = VietnamTime.dayOf(java.time.Instant.ofEpochMilli(
                org.camunda.bpm.engine.impl.util.ClockUtil.getCurrentTime().getTime()));
        List<UnitKind> addressed = List.of(kinds);
        PlanContent content = new PlanContent(
                null,
                today,
                today.getYear(),
                "Kế hoạch kiểm thử",
                null,
                null,
                null,
                List.of(new PlanContent.Task("1", "Triển khai", null, addressed, null, null, null, true, null)),
                addressed.stream()
                        .map(kind -> new PlanContent.Duty(kind, true, false, false, "full", null, null))
                        .toList(),
                "Các đơn vị",
                today.plusDays(7),
                null,
                null,
                null,
                List.of(),
                null,
                null,
                "lanhdao.bo",
                null,
                null,
                null);
        long plan = plans.create(actor("chuyenvien.bo"), content).id();
        actOnPlan("chuyenvien.bo", plan, FormData.object());
        actOnPlan("lanhdao.bo", plan, RETURN);
        actOnPlan("chuyenvien.bo", plan, FormData.object());
        actOnPlan("lanhdao.bo", plan, APPROVE);
        actOnPlan("vanthu.bo", plan, FormData.object().put("documentNumber", (100 + plan) + "/KH-BYT"));
        jobs.runDue();
        return plan;
    }

    private void actOnPlan(String login, long plan, ObjectNode data) {
        Actor actor = actor(login);
        String task = worklist.mine(actor, null, null, new PageRequest(0, 100)).items().stream()
                .filter(item -> item.subject() == plan)
                .findFirst()
                .orElseThrow()
                .id();
        worklist.complete(actor, task, data.deepCopy());
    }

    private void submit(String unit) {
        ObjectNode answer = FormData.object();
        answer.putArray("items")
                .add(FormData.object()
                        .put("taskNo", "1")
                        .put("response", "adopted")
                        .put("activity", "Họp"));
        act(unit + ".chuyenvien", PlanModel.DRAFT_SUB_PLAN, answer);
    }

    private void act(String login, String key, ObjectNode data) {
        Actor actor = actor(login);
        String task = worklist.mine(actor, key, null, new PageRequest(0, 1))
                .items()
                .get(0)
                .id();
        worklist.complete(actor, task, data.deepCopy());
    }

    /** Steps from due moment to due moment, as the demo's clock does. */
    private void moveTo(java.time.Instant target) {
        for (Optional<java.time.Instant> next = jobs.nextDue();
                next.isPresent() && !next.get().isAfter(target);
                next = jobs.nextDue()) {
            MovableClock.offset(Math.max(MovableClock.offset(), MovableClock.distanceTo(next.get())));
            jobs.runDue();
        }
        MovableClock.offset(MovableClock.distanceTo(target));
        jobs.runDue();
    }

    private Set<String> unvisited(String key, String file) {
        Set<String> nodes =
                Bpmn.readModelFromFile(Path.of(file).toFile()).getModelElementsByType(FlowNode.class).stream()
                        .map(FlowNode::getId)
                        .collect(Collectors.toCollection(TreeSet::new));
        history.createHistoricActivityInstanceQuery().list().stream()
                .filter(visit -> visit.getProcessDefinitionKey().equals(key))
                .forEach(visit -> nodes.remove(visit.getActivityId()));
        return nodes;
    }

    private boolean isOpen(long plan) {
        return runtime.createProcessInstanceQuery()
                        .processDefinitionKey(PlanModel.NATIONAL_PLAN)
                        .processInstanceBusinessKey(Long.toString(plan))
                        .count()
                > 0;
    }

    private List<Obligation> duties(long plan) {
        ObligationQuery query = new ObligationQuery(plan, DutyKind.subPlan, null, null, null, null, null, null, null);
        return obligations
                .search(query, organisation.scopeOf(actor("quantri")), new PageRequest(0, 2000))
                .items();
    }

    private List<String> events(Obligation duty) {
        return obligations.history(duty.id()).stream()
                .map(event -> event.event())
                .toList();
    }

    private Actor actor(String login) {
        return organisation.actor(login).orElseThrow();
    }
}
