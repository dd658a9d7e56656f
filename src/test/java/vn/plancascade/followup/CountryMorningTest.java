package vn.plancascade.followup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.autoconfigure.web.servlet.MockMvcPrint;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.deadline.DutyLaunch;
import vn.plancascade.deadline.DutyRule;
import vn.plancascade.deadline.Obligation;
import vn.plancascade.deadline.ObligationPage;
import vn.plancascade.deadline.ObligationQuery;
import vn.plancascade.deadline.ObligationState;
import vn.plancascade.deadline.Obligations;
import vn.plancascade.deadline.WatchedDuty;
import vn.plancascade.engine.MovableClock;
import vn.plancascade.followup.process.FollowUpModel;
import vn.plancascade.kernel.PageRequest;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.organisation.Scope;
import vn.plancascade.organisation.UnitKind;
import vn.plancascade.support.CountedStatements;
import vn.plancascade.support.PagesWithoutServer;
import vn.plancascade.support.PlansByHand;
import vn.plancascade.worklist.FormData;

/** The deadline's morning with the whole country behind it. */
@SpringBootTest(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:country;MODE=PostgreSQL;LOCK_TIMEOUT=10000;DB_CLOSE_DELAY=-1",
            "plan-cascade.mail.scheduled=false",
            "plan-cascade.demo.facilities=14000"
        })
@ActiveProfiles("demo")
@Import(CountedStatements.class)
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@DirtiesContext
class CountryMorningTest {

    private static final Instant DUE =
            OffsetDateTime.parse("2023-03-20T00:00:00+07:00").toInstant();

    /** A page has fewer rows than that, so that none asks anything for a row. */
    private static final int MOST = 46;

    private static final int MOST_OF_A_REPORT = 65;

    private static final int MOST_OF_A_STEP = 125;

    @Autowired
    DutyLaunch launch;

    @Autowired
    MockMvc web;

    @Autowired
    ApplicationContext beans;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService jobs;

    @Autowired
    JobExecutor executor;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Test
    @Order(1)
    void theNumberOfStatementsDoesNotGrowWithTheUnits() {
        executor.shutdown();
        long plan =
                jdbc.sql("select min(id) from national_plan").query(Long.class).single();
        assign(plan, "2022", UnitKind.MOH_OFFICE);
        assign(
                plan,
                "2023",
                Arrays.stream(UnitKind.values()).filter(UnitKind::hasDuties).toArray(UnitKind[]::new));

        inTheOrderOfLateness(plan);
        inTheOrderOfSharedValues(plan);
        for (String morning : List.of("2023-03-20", "2023-03-21", "2023-03-23", "2023-04-03")) {
            MovableClock.offset(MovableClock.distanceTo(
                    OffsetDateTime.parse(morning + "T08:00:30+07:00").toInstant()));
            long forOne = CountedStatements.of(() -> round("2022"));
            long forAll = CountedStatements.of(() -> round("2023"));
            assertThat(forOne).as(morning).isPositive();
            // The first round of a day derives the tree of units, for both.
            assertThat(forAll).as(morning).isLessThanOrEqualTo(forOne);
        }

        inTheOrderOfLateness(plan);
        assertThat(told("2023", "OVERDUE")).isGreaterThan(28_000);
        assertThat(told("2023", "ESC_SUPERIOR")).isGreaterThan(14_000);
        assertThat(told("2023", "ESC_FOCAL")).isGreaterThan(14_000);
        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey(FollowUpModel.OVERDUE_FOLLOW_UP)
                        .variableValueEquals(FollowUpModel.PERIOD, "2023")
                        .count())
                .isOne();
    }

    @Test
    @Order(2)
    void pagesRunAsManyStatementsForTheCountryAsForOneUnit() {
        PagesWithoutServer inspector = new PagesWithoutServer(web, "thanhtra.bo");
        Map<String, Long> grown = new TreeMap<>();
        for (String page : List.of(
                "/obligations?period=%s",
                "/obligations?overdue=true&sort=-daysLate&period=%s",
                "/monitor?plan=1&kind=subPlan&period=%s",
                "/monitor/provinces?plan=1&kind=subPlan&period=%s",
                "/?tab=waiting&period=%s")) {
            long forOne = inspector.statements(page.formatted("2022"));
            long forAll = inspector.statements(page.formatted("2023"));
            // Of a list too long to be sorted whole, how many are late is asked beside; and of figures that are kept
            // for some
            // seconds, some may have been counted anew. A page that asked for each row would ask tens of times more.
            if (forAll > forOne + 9) {
                grown.put(page + " " + forOne, forAll);
            }
        }
        assertThat(grown).isEmpty();
        Map<String, Long> dear = new TreeMap<>();
        long duty = jdbc.sql("select min(id) from obligation where period = '2023'")
                .query(Long.class)
                .single();
        bounded(
                dear,
                inspector,
                "/",
                "/obligations",
                "/plans",
                "/reports",
                "/obligations?columns=unit,province,superior,step,holder,holderMail,lastMail,letter&size=200",
                "/monitor/process/subPlan?plan=1",
                "/monitor/provinces?plan=1&by=superior",
                "/monitor/years",
                "/monitor/provinces?plan=1&by=unitKind",
                "/monitor/provinces/export?plan=1&format=csv",
                "/monitor?plan=1&asOf=2023-03-22",
                "/monitor/process/subPlan?plan=1&asOf=2023-03-22",
                "/monitor/process/unitReport?plan=1",
                "/units",
                "/units/SYT-01/record",
                "/plans/1/tasks",
                "/obligations/" + duty,
                "/notices?unit=SYT-01&from=2023-03-20",
                "/audit?plan=1",
                "/api/v1/units/SYT-01/record",
                "/api/v1/processes/subPlan/load?plan=1",
                "/api/v1/obligations/summary?plan=1&by=province",
                "/api/v1/obligations/summary?plan=1&by=step&asOf=2023-03-22",
                "/api/v1/obligations/curve?plan=1",
                "/api/v1/notices?size=500",
                "/api/v1/audit?size=500",
                "/api/v1/obligations?plan=1&overdue=true&size=500",
                "/notices",
                "/calendar",
                "/substitutions",
                "/audit");
        bounded(dear, inspector, tasks("userTask_followUpOverdue").toArray(String[]::new));
        bounded(
                dear,
                new PagesWithoutServer(web, "quantri"),
                "/units",
                "/units?q=benh+vien",
                "/units?below=SYT-01",
                "/units/SYT-01",
                "/units/SYT-01/record",
                "/units/changes",
                "/units/import",
                "/people",
                "/substitutions",
                "/deadline-policy",
                "/document-layouts",
                "/failures");
        bounded(dear, new PagesWithoutServer(web, "chuyenvien.bo"), "/", "/plans/1");

        PlansByHand plans = new PlansByHand(beans);
        bounded(
                dear,
                new PagesWithoutServer(web, "chuyenvien.bo"),
                tasks("userTask_draftNationalPlan").get(0));
        long small = plans.issued(LocalDate.of(2023, 9, 20), UnitKind.MOH_OFFICE);
        String unit = plans.duties(small).get(0).unitCode();
        bounded(
                dear,
                new PagesWithoutServer(web, unit + ".chuyenvien"),
                "/",
                tasks("userTask_draftSubPlan").get(0));
        plans.submit(plans.duties(small).get(0));
        bounded(
                dear,
                new PagesWithoutServer(web, unit + ".thutruong"),
                "/",
                tasks("userTask_approveSubPlan").get(0),
                "/substitutions");
        plans.act(unit + ".thutruong", plans.duties(small).get(0).id(), PlansByHand.APPROVE);
        bounded(
                dear,
                new PagesWithoutServer(web, unit + ".vanthu"),
                "/",
                tasks("userTask_issueSubPlan").get(0));
        plans.reporting(FormData.object().put("subPlanDeadline", "2023-09-20"), UnitKind.MOH_OFFICE);
        plans.jumpTo(OffsetDateTime.parse("2023-06-01T09:00:00+07:00").toInstant());
        PagesWithoutServer reporter = new PagesWithoutServer(web, unit + ".chuyenvien");
        bounded(dear, reporter, "/", "/?tab=coming");
        assertThat(reporter.statements(tasks("userTask_draftUnitReport").get(0)))
                .as("the report's page reads the report with its plan for each of its parts")
                .isLessThanOrEqualTo(MOST_OF_A_REPORT);
        bounded(dear, inspector, "/reports?q=van+phong", "/reports?period=2023-H1");
        assertThat(dear).isEmpty();
    }

    /** From the click to the end of its transaction, with the list that the click is made in. */
    @Test
    @Order(3)
    void aStepRunsAsManyStatementsInAPlanForManyUnitsAsInAPlanForOne() {
        PlansByHand plans = new PlansByHand(beans);
        Map<String, Long> ofOne = steps(plans, UnitKind.MOH_OFFICE);
        Map<String, Long> ofMany = steps(plans, UnitKind.DOH);

        // The only unit's document also ends its plan, and the first of all steps reads what others find kept.
        assertThat(ofMany)
                .allSatisfy((step, statements) ->
                        assertThat(statements).as(step).isLessThanOrEqualTo(Math.min(ofOne.get(step), MOST_OF_A_STEP)));
    }

    /** How many statements each step of the work takes on one unit's sub-plan, in a plan for all units of the kind. */
    private static Map<String, Long> steps(PlansByHand plans, UnitKind kind) {
        long plan = plans.issued(plans.today().plusMonths(3), kind);
        Obligation duty = plans.duties(plan).get(0);
        String unit = duty.unitCode();
        Map<String, Long> steps = new LinkedHashMap<>();
        steps.put("submit", CountedStatements.of(() -> plans.submit(duty)));
        steps.put("return", CountedStatements.of(() -> plans.act(unit + ".thutruong", duty.id(), PlansByHand.RETURN)));
        plans.submit(duty);
        steps.put(
                "approve", CountedStatements.of(() -> plans.act(unit + ".thutruong", duty.id(), PlansByHand.APPROVE)));
        ObjectNode numbered = FormData.object()
                .put("documentNumber", "1/KH-" + plan)
                .put("documentDate", plans.today().toString());
        steps.put("issue", CountedStatements.of(() -> plans.act(unit + ".vanthu", duty.id(), numbered)));
        return steps;
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void provincesMergeByAsManyStatementsForManyUnitsAsForFew() {
        new CountedMergers(beans).takeAsManyStatementsForManyUnitsAsForFew();
    }

    private static void bounded(Map<String, Long> dear, PagesWithoutServer reader, String... pages) {
        for (String page : pages) {
            long statements = reader.statements(page);
            if (statements > MOST) {
                dear.put(page, statements);
            }
        }
    }

    /** All duties are late alike, or none is: by unit then, whichever way round. */
    private void inTheOrderOfLateness(long plan) {
        inOrder(plan, "-daysLate", "unit_code");
        inOrder(plan, "daysLate", "unit_code");
    }

    /** Values that thousands of duties share, and rare ones between, before and behind them. */
    private void inTheOrderOfSharedValues(long plan) {
        returned("case when mod(id, 4001) = 0 then mod(id, 5) when mod(id, 2) = 0 then 1 else 3 end", plan);
        Map<String, String> columns = Map.of(
                "timesReturned", "times_returned",
                "state", "state",
                "dueAt", "due_at",
                "period", "period",
                "documentDate", "document_date",
                "kind", "kind");
        columns.forEach((sort, column) -> {
            inOrder(plan, sort, column + " nulls last, unit_code");
            inOrder(plan, "-" + sort, column + " desc nulls last, unit_code");
        });
        returned("0", plan);
    }

    private void returned(String times, long plan) {
        jdbc.sql("update obligation set times_returned = " + times + " where plan_id = " + plan)
                .update();
        jdbc.sql("""
                        insert into obligation_event (obligation_id, at, event)
                        select min(id), min(given_at), 'reminded' from obligation""").update();
    }

    /** Also where a list is too long to be sorted whole: the same rows part by part as by one sort. */
    private void inOrder(long plan, String sort, String order) {
        List<Long> sorted = jdbc.sql(
                        "select id from obligation where plan_id = :plan order by " + order + ", id limit 12000")
                .param("plan", plan)
                .query(Long.class)
                .list();
        List<Long> read = new ArrayList<>();
        String next = null;
        for (int part = 0; part < 6; part++) {
            ObligationPage<WatchedDuty> found = listed(plan, sort, next, 0);
            found.items().forEach(row -> read.add(row.duty().id()));
            next = found.next();
        }
        assertThat(read).as(sort).isEqualTo(sorted);
        assertThat(listed(plan, sort, null, 4).items())
                .as(sort)
                .extracting(row -> row.duty().id())
                .isEqualTo(sorted.subList(8_000, 10_000));
    }

    private ObligationPage<WatchedDuty> listed(long plan, String sort, String after, int page) {
        return beans.getBean(Obligations.class)
                .watch(
                        new ObligationQuery(
                                plan, null, false, null, null, null, null, null, null, null, null, null, sort, after),
                        new Scope(true, Set.of()),
                        new PageRequest(page, 2000));
    }

    /** The addresses of the open tasks of one kind. */
    private List<String> tasks(String key) {
        return jdbc.sql("select '/tasks/' || ID_ from ACT_RU_TASK where TASK_DEF_KEY_ = :key order by CREATE_TIME_")
                .param("key", key)
                .query(String.class)
                .list();
    }

    /** Duties as they stand when every unit has been given its case. */
    private void assign(long plan, String period, UnitKind... kinds) {
        List<DutyRule> rules = Arrays.stream(kinds)
                .map(kind -> new DutyRule(
                        kind,
                        DutyKind.subPlan,
                        period,
                        "full",
                        clock.instant(),
                        DUE,
                        List.of(),
                        ObligationState.planned,
                        null))
                .toList();
        transaction.executeWithoutResult(status -> {
            launch.assign(plan, "BYT", rules, LocalDate.of(2023, 3, 16), "BYT", false);
            jdbc.sql("""
                            update obligation set state = 'drafting', started_at = :now, process_instance_id = period
                            where plan_id = :plan and period = :period""")
                    .param("now", VietnamTime.offset(clock.instant()))
                    .param("plan", plan)
                    .param("period", period)
                    .update();
        });
        // H2 would look at its tables by itself after so many rows, at a moment of its own, and make its plans anew
        // under a statement.
        jdbc.sql("analyze").update();
    }

    private void round(String period) {
        String watch = runtime.createProcessInstanceQuery()
                .processDefinitionKey(FollowUpModel.DEADLINE_WATCH)
                .variableValueEquals(FollowUpModel.PERIOD, period)
                .singleResult()
                .getId();
        jobs.executeJob(
                jobs.createJobQuery().processInstanceId(watch).singleResult().getId());
    }

    private int told(String period, String rung) {
        return jdbc.sql("""
                        select count(*) from notice n join obligation o on o.id = n.obligation_id
                        where o.period = :period and n.rung = :rung""")
                .param("period", period)
                .param("rung", rung)
                .query(Integer.class)
                .single();
    }
}
