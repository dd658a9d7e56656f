package vn.plancascade.plan.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.plancascade.organisation.UnitKind;
import vn.plancascade.plan.PlanContent;
import vn.plancascade.plan.PlanContent.Task;
import vn.plancascade.plan.SubPlanContent;
import vn.plancascade.plan.SubPlanContent.AddedTask;
import vn.plancascade.plan.SubPlanContent.Item;
import vn.plancascade.plan.SubPlanContent.Response;
import vn.plancascade.support.Findings;

/** What is refused of a unit's sub-plan: every mandatory task is answered, and every answer says something. */
@Tag("quick")
class SubPlanRulesTest {

    private static final List<Task> TASKS = PlanSamples.plan().tasksFor(UnitKind.DOH);

    @ParameterizedTest(name = "{0} {1} {2}, {3} to {4}, {5}: {6}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            adopted       | Tập huấn | -              | 2023-04-01 | 2023-05-01 | 12   | -
            adopted       | Tập huấn | -              | quý II     | quý I      | chi thường xuyên | -
            adopted       | Tập huấn | -              | 2023-04-01 | 2023-04-01 | 0    | -
            notApplicable | -        | Không có giường bệnh | -    | -          | -    | -
            notApplicable | -        | -              | -          | -          | -    | items[0].reason subPlan.reasonMissing
            adopted       | -        | -              | -          | -          | -    | items[0].activity subPlan.activityMissing
            adopted       | Tập huấn | -              | 2023-05-01 | 2023-04-30 | -    | items[0].to subPlan.periodBackwards
            adopted       | Tập huấn | -              | -          | -          | -1   | items[0].budget subPlan.budgetNegative
            """)
    void anAnswerSaysSomething(
            Response response, String activity, String reason, String from, String to, String budget, String finding) {
        Item first = item("1", response, activity, reason, from, to, budget);
        List<String> found = Findings.of(() -> SubPlanRules.check(plan("Kế hoạch", first, answer("2")), TASKS, 2023));
        // What is half said does not answer its task.
        boolean answered = finding == null || finding.contains("Backwards") || finding.contains("Negative");
        if (!answered) {
            assertThat(found).containsExactly("items subPlan.uncovered", finding);
        } else {
            assertThat(found).isEqualTo(finding == null ? List.of() : List.of(finding));
        }
    }

    @Test
    void mandatoryTasksAreCoveredAndOthersMayBeLeft() {
        assertThat(Findings.of(() -> SubPlanRules.check(plan("Kế hoạch", answer("1"), answer("2")), TASKS, 2023)))
                .isEmpty();
        assertThat(Findings.of(() -> SubPlanRules.check(plan("Kế hoạch", answer("1"), answer("3")), TASKS, 2023)))
                .containsExactly("items subPlan.uncovered");
        assertThat(Findings.of(() -> SubPlanRules.check(
                        plan("Kế hoạch", answer("1"), item("2", null, "Tập huấn", null, null, null, null)),
                        TASKS,
                        2023)))
                .containsExactly("items subPlan.uncovered");
    }

    @Test
    void aTaskOfAnotherKindOfUnitIsUnknown() {
        assertThat(Findings.of(() -> SubPlanRules.check(
                        plan("Kế hoạch", answer("1"), answer("2"), answer("9"), answer(null)), TASKS, 2023)))
                .containsExactly("items[2].taskNo subPlan.taskUnknown", "items[3].taskNo subPlan.taskUnknown");
    }

    @Test
    void theTitleIsThereAndBounded() {
        assertThat(Findings.of(() -> SubPlanRules.check(plan(" ", answer("1"), answer("2")), TASKS, 2023)))
                .containsExactly("title required");
        assertThat(Findings.of(() -> SubPlanRules.check(plan("x".repeat(501), answer("1"), answer("2")), TASKS, 2023)))
                .containsExactly("title tooLong");
    }

    @Test
    void tasksAreAddedOnlyWhereThePlanGoesTierByTier() {
        SubPlanContent adds = adding(new AddedTask("A1", "Báo cáo nhanh", null, true));
        assertThat(Findings.of(() -> AddedTaskRules.check(adds, PlanSamples.plan())))
                .containsExactly("addedTasks subPlan.addedNotAsked");
        assertThat(Findings.of(() -> AddedTaskRules.check(adding(), PlanSamples.plan())))
                .isEmpty();
        assertThat(Findings.of(() -> AddedTaskRules.check(adds, tierByTier()))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            -  | Báo cáo nhanh | addedTasks[1].no required
            2  | Báo cáo nhanh | addedTasks[1].no plan.taskTwice
            A1 | Báo cáo nhanh | addedTasks[1].no plan.taskTwice
            A2 | -             | addedTasks[1].title required
            """)
    void anAddedTaskHasANumberOfItsOwnAndATitle(String no, String title, String finding) {
        SubPlanContent adds =
                adding(new AddedTask("A1", "Trực dịch", null, true), new AddedTask(no, title, null, false));
        assertThat(Findings.of(() -> AddedTaskRules.check(adds, tierByTier()))).containsExactly(finding);
    }

    private static PlanContent tierByTier() {
        return PlanSamples.with("/cascadeMode", "\"tierByTier\"");
    }

    private static SubPlanContent adding(AddedTask... tasks) {
        return new SubPlanContent("Kế hoạch", null, null, List.of(tasks), false);
    }

    private static SubPlanContent plan(String title, Item... items) {
        return new SubPlanContent(title, List.of(items), null, null, false);
    }

    private static Item answer(String task) {
        return item(task, Response.adopted, "Tập huấn", null, null, null, null);
    }

    private static Item item(
            String task, Response response, String activity, String reason, String from, String to, String budget) {
        return new Item(task, null, true, response, activity, null, from, to, budget, null, reason, null);
    }
}
