package vn.plancascade.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.plancascade.support.PlansByHand.APPROVE;
import static vn.plancascade.support.PlansByHand.RETURN;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import vn.plancascade.assignment.TaskState;
import vn.plancascade.assignment.TaskUpdates;
import vn.plancascade.assignment.ToldProgress;
import vn.plancascade.assignment.process.AssignmentModel;
import vn.plancascade.deadline.Extensions;
import vn.plancascade.deadline.Holidays;
import vn.plancascade.deadline.Obligation;
import vn.plancascade.deadline.ObligationState;
import vn.plancascade.deadline.Obligations;
import vn.plancascade.document.Documents.Upload;
import vn.plancascade.engine.DueJobs;
import vn.plancascade.followup.Chasing;
import vn.plancascade.followup.process.ChasingLetterModel;
import vn.plancascade.followup.process.FollowUpModel;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.notification.mail.MailDispatcher;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.organisation.UnitKind;
import vn.plancascade.plan.process.AmendmentModel;
import vn.plancascade.plan.process.PlanModel;
import vn.plancascade.request.ExtensionRequests;
import vn.plancascade.request.process.RequestModel;
import vn.plancascade.support.Pdfs;
import vn.plancascade.support.PlansByHand;
import vn.plancascade.worklist.FormData;

/** Every way through the models is taken once, with jobs run and mails sent by hand and a clock that is set; no node is left out. */
@SpringBootTest(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:coverage;MODE=PostgreSQL;DB_CLOSE_DELAY=-1",
            "plan-cascade.mail.scheduled=false"
        })
@ActiveProfiles("demo")
@DirtiesContext
class ModelCoverageTest {

    @Autowired
    Organisation organisation;

    @Autowired
    NationalPlans plans;

    @Autowired
    Obligations obligations;

    @Autowired
    Extensions extensions;

    @Autowired
    ExtensionRequests requests;

    @Autowired
    Chasing chasing;

    @Autowired
    Holidays holidays;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    OutsideIssuing outside;

    @Autowired
    DueJobs jobs;

    @Autowired
    RuntimeService runtime;

    @Autowired
    HistoryService history;

    @Autowired
    TaskService tasks;

    @Autowired
    ApplicationContext beans;

    private PlansByHand byHand;

    @BeforeEach
    void jobsAreRunByHand() {
        byHand = new PlansByHand(beans);
    }

    @Test
    void everyNodeOfEveryModelIsReached() {
        aPlanWhoseUnitsAllIssueIsCompleted();
        Obligation never = aPlanThatNobodyAnswersIsOverdue();
        administratorsAreRemindedOfTetUntilItIsEntered();
        itsPlanClosesWithItsYear(never);
        unitsThatAskForMoreTimeAreAnswered();
        aPlanIsAmendedAndTheNextAmendmentGivenUp();
        aPlanThatIsWithdrawnTakesItsOpenCasesBack();
        aPlanSignedOutsideEndsTheCaseAndLetsTheTierBelowBegin();

        assertThat(unvisited(PlanModel.SUB_PLAN, "processes/plan/subPlan.bpmn")).isEmpty();
        assertThat(unvisited(AmendmentModel.PLAN_AMENDMENT, "processes/plan/planAmendment.bpmn"))
                .isEmpty();
        assertThat(unvisited(PlanModel.LOWER_TIER, "processes/plan/lowerTier.bpmn"))
                .isEmpty();
        assertThat(unvisited(PlanModel.NATIONAL_PLAN, "processes/plan/nationalPlan.bpmn"))
                .isEmpty();
        assertThat(unvisited(PlanModel.PLAN_CLOSING, "processes/plan/planClosing.bpmn"))
                .isEmpty();
        assertThat(unvisited(FollowUpModel.DEADLINE_WATCH, "processes/followup/deadlineWatch.bpmn"))
                .isEmpty();
        assertThat(unvisited(FollowUpModel.DAYS_OFF_REMINDER, "processes/followup/daysOffReminder.bpmn"))
                .isEmpty();
        assertThat(unvisited(AssignmentModel.PLAN_TASK_WATCH, "processes/plan/planTaskWatch.bpmn"))
                .isEmpty();
        assertThat(unvisited(RequestModel.EXTENSION_REQUEST, "processes/request/extensionRequest.bpmn"))
                .isEmpty();
        assertThat(unvisited(ChasingLetterModel.CHASING_LETTER, "processes/followup/chasingLetter.bpmn"))
                .isEmpty();
        assertThat(unvisited(FollowUpModel.OVERDUE_FOLLOW_UP, "processes/followup/overdueFollowUp.bpmn"))
                .isEmpty();
    }

    private void aPlanWhoseUnitsAllIssueIsCompleted() {
        long plan = issued(UnitKind.MOH_OFFICE, UnitKind.MOH_DEPT);
        for (Obligation duty : byHand.duties(plan)) {
            String unit = duty.unitCode();
            reviewedWhereTheUnitHasAReviewer(duty);
            byHand.submit(duty);
            byHand.act(unit + ".thutruong", duty.id(), RETURN);
            byHand.submit(duty);
            byHand.act(unit + ".thutruong", duty.id(), APPROVE);
            if (organisation.hasClerk(unit)) {
                byHand.act(unit + ".vanthu", duty.id(), FormData.object().put("documentNumber", "1/KH-" + unit));
            }
        }
        assertThat(obligations.anyUnsettled(plan)).isFalse();
        assertThat(isOpen(plan)).isFalse();
    }

    /** The office's clerk reviews for a while. */
    private void reviewedWhereTheUnitHasAReviewer(Obligation duty) {
        if (duty.unitCode().equals("VPB")) {
            jdbc.sql("""
                            insert into role_assignment (login, unit_code, role, valid_from)
                            values ('VPB.vanthu', 'VPB', 'reviewer', date '2023-01-01')""").update();
            byHand.submit(duty);
            byHand.act("VPB.vanthu", duty.id(), RETURN);
            byHand.submit(duty);
            byHand.act("VPB.vanthu", duty.id(), APPROVE);
            byHand.act("VPB.thutruong", duty.id(), RETURN);
            jdbc.sql("delete from role_assignment where login = 'VPB.vanthu' and role = 'reviewer'")
                    .update();
        }
    }

    private void aPlanIsAmendedAndTheNextAmendmentGivenUp() {
        long plan = issued(UnitKind.MOH_OFFICE);
        Actor drafter = byHand.actor("chuyenvien.bo");
        Amendments amendments = beans.getBean(Amendments.class);
        String later = byHand.today().plusDays(60).toString();
        amendments.open(drafter, plan, FormData.object().put("subPlanDeadline", later));
        byHand.act("chuyenvien.bo", plan, FormData.object());
        byHand.act("lanhdao.bo", plan, RETURN);
        byHand.act("chuyenvien.bo", plan, FormData.object());
        byHand.act("lanhdao.bo", plan, APPROVE);
        byHand.act("vanthu.bo", plan, FormData.object().put("documentNumber", "771/KH-BYT"));
        jobs.runDue();
        assertThat(byHand.duties(plan)).allMatch(Obligation::extended);

        long next = amendments.open(drafter, plan, null).id();
        amendments.discard(drafter, plan, next);
        assertThat(amendments.get(drafter, plan, next).state()).isEqualTo(PlanState.withdrawn);
    }

    private void aPlanSignedOutsideEndsTheCaseAndLetsTheTierBelowBegin() {
        long plan =
                byHand.issuedTierByTier(byHand.today().plusDays(20), null, null, UnitKind.DOH, UnitKind.PROV_HOSPITAL);
        Obligation duty = obligations.subPlan(plan, "SYT-01").orElseThrow();
        OutsidePlan paper = new OutsidePlan(
                "901/KH-SYT",
                byHand.today(),
                "SYT-01.thutruong",
                List.of(FormData.read(
                        FormData.object().put("taskNo", "1").put("response", "adopted"), SubPlanContent.Item.class)),
                null);
        outside.record(byHand.actor("SYT-01.vanthu"), duty.id(), paper, new Upload("a.pdf", Pdfs.signed("a")));
        byHand.act("SYT-01.thutruong", duty.id(), RETURN);
        outside.record(byHand.actor("SYT-01.vanthu"), duty.id(), paper, new Upload("b.pdf", Pdfs.signed("b")));
        byHand.act("SYT-01.thutruong", duty.id(), APPROVE);
        jobs.runDue();
        assertThat(obligations.subPlan(plan, "BVT-01").orElseThrow().state()).isEqualTo(ObligationState.drafting);
    }

    private Obligation aPlanThatNobodyAnswersIsOverdue() {
        long plan = issued(UnitKind.MOH_INSPECTORATE, UnitKind.MOH_OFFICE);
        beans.getBean(TaskUpdates.class)
                .assign(
                        byHand.actor("thanhtra.bo"),
                        plan,
                        "1",
                        new TaskAssignment("1", "VPB", null, byHand.today().plusDays(40), null));
        beans.getBean(MailDispatcher.class).runDue();
        assertThat(mailed(plan)).containsExactlyInAnyOrder("TTRB", "VPB");
        Obligation duty = byHand.duties(plan).get(0);
        byHand.walkTo(duty.dueAt().plusSeconds(1));
        assertThat(events(duty)).containsExactly("started", "deadlinePassed");
        beans.getBean(TaskUpdates.class)
                .tell(
                        byHand.actor("VPB.chuyenvien"),
                        plan,
                        "1",
                        new ToldProgress(TaskState.done, null, "Đã xong", null, null));

        extensions.extend(
                byHand.actor("lanhdao.bo"),
                duty.id(),
                VietnamTime.dayOf(duty.dueAt()).plusDays(3),
                "Đơn vị sáp nhập");
        byHand.walkTo(duty.dueAt().plus(Duration.ofDays(2)));
        assertThat(events(duty)).containsExactly("started", "deadlinePassed", "extended");
        byHand.walkTo(duty.dueAt().plus(Duration.ofDays(4)));
        assertThat(events(duty)).containsExactly("started", "deadlinePassed", "extended", "deadlinePassed");

        overdueUnitsAreFollowedUpUntilSettledOrDealtWith(duty);

        byHand.walkTo(OffsetDateTime.parse("2023-12-29T12:00:00+07:00").toInstant());
        assertThat(isOpen(plan)).isTrue();
        // Nobody has told the case that nothing is overdue any more: it looks for itself.
        moved(plan, 30);
        byHand.act("thanhtra.bo", plan, FormData.object().put("note", "Không còn đơn vị quá hạn"));
        assertThat(followUps()).isZero();
        moved(plan, -30);
        chasingLettersAreGivenUpOrSent(plan);
        return duty;
    }

    private void moved(long plan, int days) {
        for (Obligation duty : byHand.duties(plan)) {
            jdbc.sql("update obligation set due_at = :due where id = :id")
                    .param("due", VietnamTime.offset(duty.dueAt().plus(Duration.ofDays(days))))
                    .param("id", duty.id())
                    .update();
        }
    }

    /** Somebody has been given time until 04/01, and nobody's work is closed before it is due; then they are let off. */
    private void itsPlanClosesWithItsYear(Obligation never) {
        long plan = never.planId();
        assertThat(plans.find(plan).orElseThrow().state()).isEqualTo(PlanState.issued);
        assertThat(obligations.get(never.id()).state()).isEqualTo(ObligationState.drafting);
        Obligation later = obligations.subPlan(plan, "VPB").orElseThrow();
        extensions.waive(byHand.actor("lanhdao.bo"), later.id(), "Không còn cần");
        byHand.walkTo(OffsetDateTime.parse("2024-01-03T02:00:01+07:00").toInstant());
        assertThat(plans.find(plan).orElseThrow().state()).isEqualTo(PlanState.closed);
        assertThat(isOpen(plan)).isFalse();
        Obligation closed = obligations.get(never.id());
        assertThat(closed.state()).isEqualTo(ObligationState.notAccomplished);
        assertThat(closed.overdue(beans.getBean(Clock.class).instant())).isFalse();
        assertThat(events(closed)).endsWith("notAccomplished");
        assertThat(obligations.get(later.id()).state()).isEqualTo(ObligationState.waived);
        assertThat(toldOf("CLOSED", plan)).containsExactly("TTRB");
        assertThat(followUps()).isZero();
    }

    /** The ladder has prepared one when the last deadline was over by five working days. */
    private void chasingLettersAreGivenUpOrSent(long plan) {
        byHand.act("TTRB.thutruong", plan, RETURN);
        byHand.act("thanhtra.bo", plan, FormData.object().put("contact", "024.0000.0000"));
        byHand.act("TTRB.thutruong", plan, APPROVE);
        byHand.act("TTRB.vanthu", plan, FormData.object().put("documentNumber", "5/TTrB"));
        jobs.runDue();
        Obligation duty = byHand.duties(plan).stream()
                .filter(one -> one.unitCode().equals("VPB"))
                .findFirst()
                .orElseThrow();
        assertThat(events(duty)).endsWith("chased");
        chasing.chase(byHand.actor("thanhtra.bo"), duty.id(), Chasing.Letters.one);
        byHand.act("thanhtra.bo", plan, FormData.object().put("discard", true));
        chasing.chase(byHand.actor("thanhtra.bo"), duty.id(), Chasing.Letters.one);
        extensions.extend(
                byHand.actor("lanhdao.bo"),
                duty.id(),
                LocalDate.of(duty.lastDay().getYear() + 1, 1, 4),
                "Lũ");
        assertThat(visits("event_letterOver")).isOne();
    }

    /** In October, November and December of 2023 nobody had entered the Tết of 10/2/2024. */
    private void administratorsAreRemindedOfTetUntilItIsEntered() {
        assertThat(visits("serviceTask_remindOfDaysOff")).isEqualTo(3);
        assertThat(jdbc.sql("select distinct recipient from mail where kind = 'daysOff'")
                        .query(String.class)
                        .list())
                .containsExactly("quantri");
        holidays.add(byHand.actor("quantri"), LocalDate.of(2024, 2, 9), false, "Nghỉ Tết");
        byHand.walkTo(OffsetDateTime.parse("2024-01-02T08:00:01+07:00").toInstant());
        assertThat(visits("startEvent_monthCame")).isEqualTo(4);
        assertThat(visits("serviceTask_remindOfDaysOff")).isEqualTo(3);
    }

    private long visits(String node) {
        return history.createHistoricActivityInstanceQuery().activityId(node).count();
    }

    private void overdueUnitsAreFollowedUpUntilSettledOrDealtWith(Obligation duty) {
        Obligation other = byHand.duties(duty.planId()).get(1);
        extensions.extend(
                byHand.actor("lanhdao.bo"),
                other.id(),
                VietnamTime.dayOf(duty.dueAt()).plusDays(40),
                "Lũ lụt");
        byHand.walkTo(duty.dueAt().plus(Duration.ofDays(10)));
        assertThat(followUps()).isOne();
        extensions.extend(
                byHand.actor("lanhdao.bo"),
                duty.id(),
                VietnamTime.dayOf(duty.dueAt()).plusDays(14),
                "Lũ lụt");
        assertThat(followUps()).isZero();

        byHand.walkTo(duty.dueAt().plus(Duration.ofDays(24)));
        assertThat(followUps()).isOne();
        assertThat(followUpTasks()).singleElement().asString().endsWith(": Kế hoạch số " + number(duty));
        dealtWith(duty);
        assertThat(events(duty)).endsWith("deadlinePassed", "followedUp");
        assertThat(visits("event_everyMorning")).isPositive();

        byHand.walkTo(duty.dueAt().plus(Duration.ofDays(32)));
        assertThat(visits("event_lookAgain")).isOne();
        dealtWith(duty);

        byHand.walkTo(duty.dueAt().plus(Duration.ofDays(43)));
        dealtWith(duty);

        byHand.walkTo(duty.dueAt().plus(Duration.ofDays(48)));
        assertThat(visits("event_moreOverdue")).isOne();
        dealtWith(duty);

        for (Obligation one : List.of(duty, other)) {
            extensions.extend(
                    byHand.actor("lanhdao.bo"),
                    one.id(),
                    LocalDate.of(duty.lastDay().getYear(), 12, 20),
                    "Lũ");
        }
        assertThat(visits("event_settledMeanwhile")).isOne();
        assertThat(followUps()).isZero();
    }

    /** The case stays while anything is overdue, and the task comes again. */
    private void dealtWith(Obligation duty) {
        assertThat(followUpTasks()).hasSize(1);
        byHand.act("thanhtra.bo", duty.planId(), FormData.object().put("note", "Đã gọi điện"));
        assertThat(followUpTasks()).isEmpty();
        assertThat(followUps()).isOne();
    }

    private List<String> followUpTasks() {
        return tasks.createTaskQuery().taskDefinitionKey(FollowUpModel.FOLLOW_UP_OVERDUE).list().stream()
                .map(Task::getName)
                .toList();
    }

    private String number(Obligation duty) {
        return plans.get(byHand.actor("lanhdao.bo"), duty.planId()).content().documentNumber();
    }

    private long followUps() {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey(FollowUpModel.OVERDUE_FOLLOW_UP)
                .count();
    }

    private void unitsThatAskForMoreTimeAreAnswered() {
        List<Obligation> duties = byHand.duties(issued(UnitKind.MOH_DEPT));
        LocalDate soon = VietnamTime.dayOf(duties.get(0).dueAt()).plusDays(2);
        asked(duties.get(0), soon);
        byHand.act(
                "thanhtra.bo",
                duties.get(0).id(),
                FormData.object().put("decision", "refuse").put("comment", "Đã rõ hạn"));
        asked(duties.get(0), soon);
        byHand.act("thanhtra.bo", duties.get(0).id(), FormData.object().put("decision", "grant"));
        asked(duties.get(1), soon.plusDays(100));
        byHand.act("lanhdao.bo", duties.get(1).id(), FormData.object().put("decision", "grant"));
        asked(duties.get(2), soon);
        extensions.waive(byHand.actor("lanhdao.bo"), duties.get(2).id(), "Đơn vị giải thể");

        assertThat(events(duties.get(0)))
                .containsExactly("started", "extensionAsked", "extensionRefused", "extensionAsked", "extended");
        assertThat(events(duties.get(1))).containsExactly("started", "extensionAsked", "extended");
        assertThat(events(duties.get(2))).containsExactly("started", "extensionAsked", "waived");
    }

    private void asked(Obligation duty, LocalDate until) {
        requests.ask(byHand.actor(duty.unitCode() + ".chuyenvien"), duty.id(), until, "Chờ ý kiến cấp ủy");
    }

    private void aPlanThatIsWithdrawnTakesItsOpenCasesBack() {
        long plan = issued(UnitKind.DOH, UnitKind.PROV_HOSPITAL);
        Obligation waived = byHand.duties(plan).get(0);
        extensions.waive(byHand.actor("lanhdao.bo"), waived.id(), "Đơn vị giải thể");
        assertThat(events(waived)).containsExactly("started", "waived");
        Obligation begun = byHand.duties(plan).get(1);
        byHand.submit(begun);
        plans.withdraw(byHand.actor("lanhdao.bo"), plan, new PlanWithdrawal("Thay bằng kế hoạch khác", null, null));
        jobs.runDue();
        assertThat(toldOf("WAIVED", plan)).containsExactly(waived.unitCode());
        assertThat(mailed(plan)).isEmpty();
        assertThat(toldOf("WITHDRAWN", plan)).as("nobody who had not begun").containsExactly(begun.unitCode());
        assertThat(isOpen(plan)).isFalse();
        assertThat(obligations.get(waived.id()).state()).isEqualTo(ObligationState.waived);
        assertThat(byHand.duties(plan).stream().skip(1)).hasSizeGreaterThan(200).allSatisfy(duty -> {
            assertThat(duty.state()).isEqualTo(ObligationState.withdrawn);
            assertThat(duty.reason()).isEqualTo("Thay bằng kế hoạch khác");
        });
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceIds(byHand.duties(plan).stream()
                                .map(Obligation::processInstanceId)
                                .collect(Collectors.toSet()))
                        .count())
                .isZero();
    }

    private List<String> mailed(long plan) {
        return jdbc.sql("""
                        select distinct o.unit_code from notice n join obligation o on o.id = n.obligation_id
                        where n.state = 'sent' and n.channel = 'mail' and o.plan_id = :plan""").param("plan", plan).query(String.class).list();
    }

    private List<String> toldOf(String rung, long plan) {
        return jdbc.sql("""
                        select distinct o.unit_code from notice n join obligation o on o.id = n.obligation_id
                        where n.rung = :rung and o.plan_id = :plan""")
                .param("rung", rung)
                .param("plan", plan)
                .query(String.class)
                .list();
    }

    /** A plan of today, due in a week, for these kinds only, through all its steps. */
    private long issued(UnitKind... kinds) {
        long plan = byHand.returnedOnceThenApproved(byHand.today().plusDays(7), kinds);
        byHand.issue(plan, FormData.object());
        return plan;
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

    private List<String> events(Obligation duty) {
        return obligations.history(duty.id()).stream()
                .map(event -> event.word().name())
                .toList();
    }
}
