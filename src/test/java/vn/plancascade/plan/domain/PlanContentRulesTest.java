package vn.plancascade.plan.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.plancascade.plan.PlanContent;
import vn.plancascade.support.Findings;

/** What is refused of a national plan, by the field that is to blame. */
@Tag("quick")
class PlanContentRulesTest {

    @Test
    void nothingIsFoundWrongWithAPlanThatCanBeIssued() {
        assertThat(found(PlanSamples.plan())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/tasks/0", "/duties/0", "/reportCalendar/0", "/indicators", "/assignments", "/stepTargets"})
    void aRowInWhichNothingIsFilledInYetIsSaidToBeWrongAndNoMore(String row) {
        assertThat(found(PlanSamples.with(row, row.endsWith("0") ? "{}" : "[{}]")))
                .anyMatch(one -> one.startsWith(row.substring(1).replaceAll("/.*", "") + "[0]"));
    }

    @ParameterizedTest(name = "{0} = {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            /subject                         | null                | subject required
            /subject                         | "  "                | subject required
            /year                            | null                | year plan.year
            /year                            | 1999                | year plan.year
            /year                            | 2101                | year plan.year
            /recipients                      | " \\n "              | recipients required
            /subPlanDeadline                 | null                | subPlanDeadline required
            /subPlanDeadline                 | "2023-03-16"        | subPlanDeadline plan.deadlineBeforeDate
            /tasks                           | []                  | tasks plan.noTasks
            /tasks/0/no                      | null                | tasks[0].no required
            /tasks/1/no                      | "1"                 | tasks[1].no plan.taskTwice
            /tasks/0/title                   | ""                  | tasks[0].title required
            /tasks/2/kinds                   | []                  | tasks[2].kinds required
            /duties                          | []                  | duties plan.noDuties
            /duties/0/kind                   | null                | duties[0].kind plan.kindWithoutDuties
            /duties/0/kind                   | "MOH"               | duties[0].kind plan.kindWithoutDuties
            /duties/1/kind                   | "DOH"               | duties[1].kind plan.kindTwice
            /duties/1/form                   | "long"              | duties[1].form plan.form
            /duties/0/workingDaysAfterSuperior | 0                 | duties[0].workingDaysAfterSuperior plan.workingDays
            /duties/0/workingDaysAfterSuperior | 251               | duties[0].workingDaysAfterSuperior plan.workingDays
            /startWithoutSuperiorOn          | "2022-12-31"        | startWithoutSuperiorOn extension.year
            /startWithoutSuperiorOn          | "2025-01-01"        | startWithoutSuperiorOn extension.year
            /reportCalendar/0/period         | null                | reportCalendar[0].period plan.period
            /reportCalendar/0/period         | "2023/1"            | reportCalendar[0].period plan.period
            /reportCalendar/1/period         | "2023-H1"           | reportCalendar[1].period plan.periodTwice
            /reportCalendar/0/due            | null                | reportCalendar[0].due required
            /reportCalendar/1/opens          | "2023-12-15"        | reportCalendar[1].opens plan.periodBackwards
            /reportCalendar/0/dataTo         | "2022-11-30"        | reportCalendar[0].dataTo plan.periodBackwards
            /focalUnit                       | "KHONG-CO"          | focalUnit unit.unknown
            /workingDaysEarlierPerTier       | 21                  | workingDaysEarlierPerTier plan.workingDaysEarlier
            /consolidationWorkingDays        | 0                   | consolidationWorkingDays plan.workingDays
            /reportOpenDays                  | 367                 | reportOpenDays plan.reportOpenDays
            /followUpDays                    | 0                   | followUpDays plan.followUpDays
            /reportCalendar/0/period         | "2022-H1"           | reportCalendar[0].period plan.periodYear
            /reportCalendar/1/due            | "2024-04-01"        | reportCalendar[1].due plan.periodDue
            /reportCalendar/0/due            | "2022-12-31"        | reportCalendar[0].due plan.periodDue
            /reportCalendar/0/dataFrom       | "2021-12-31"        | reportCalendar[0].dataFrom plan.periodData
            /reportCalendar/1/dataTo         | "2024-01-01"        | reportCalendar[1].dataTo plan.periodData
            /stepTargets                     | [{"step":"settled","days":2}] | stepTargets[0].step plan.targetStep
            /stepTargets                     | [{"step":null,"days":2}] | stepTargets[0].step plan.targetStep
            /stepTargets                     | [{"step":"withHead","days":2},{"step":"withHead","days":3}] | stepTargets[1].step plan.targetTwice
            /stepTargets                     | [{"step":"withHead","days":0}] | stepTargets[0].days plan.targetDays
            /extensionLimit                  | -1                  | extensionLimit plan.extensionLimit
            /reportMailbox                   | "bo phan"           | reportMailbox mailbox.formOf
            /consolidatedRecipients          | "a@b.vn\\r\\nCc: x"   | consolidatedRecipients mailbox.control
            """)
    void whatIsWrongIsNamed(String at, String value, String finding) {
        assertThat(found(PlanSamples.with(at, value))).containsExactly(finding);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /focalUnit                       | "TTRB"
            /focalUnit                       | " "
            /workingDaysEarlierPerTier       | 0
            /extensionLimit                  | 0
            /stepTargets                     | [{"step":"withHead","days":2}]
            /reportOpenDays                  | 366
            /duties/0/workingDaysAfterSuperior | 250
            /startWithoutSuperiorOn          | "2024-12-31"
            /reportCalendar                  | []
            /reportCalendar/1/due            | "2024-03-31"
            /reportCalendar/1/dataTo         | "2023-12-31"
            /reportCalendar/1/dataFrom       | "2022-01-01"
            /reportCalendar/1/dataFrom       | "2023-11-30"
            /reportCalendar/0/opens          | "2023-06-14"
            /reportMailbox                   | "a@b.vn; c@d.vn"
            /documentDate                    | null
            """)
    void whatIsAtItsBoundIsTaken(String at, String value) {
        assertThat(found(PlanSamples.with(at, value))).isEmpty();
    }

    @Test
    void aPlanMayBeOfAnyYearOfTheCenturyWithACalendarOfItsOwn() {
        assertThat(found(PlanSamples.with("/year", "2100", "/reportCalendar", "[]")))
                .isEmpty();
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        assertThat(found(PlanSamples.with("/subject", "null", "/tasks", "[]", "/subPlanDeadline", "null")))
                .containsExactly("subject required", "tasks plan.noTasks", "subPlanDeadline required");
    }

    @Test
    void textsAndListsAreBounded() {
        assertThat(found(PlanSamples.with("/subject", quoted("x".repeat(500))))).isEmpty();
        assertThat(found(PlanSamples.with("/subject", quoted("x".repeat(501))))).containsExactly("subject tooLong");
        assertThat(found(PlanSamples.with("/reportMailbox", quoted(mailboxes(20)))))
                .isEmpty();
        assertThat(found(PlanSamples.with("/reportMailbox", quoted(mailboxes(21)))))
                .containsExactly("reportMailbox mailbox.tooMany");
    }

    private static String mailboxes(int n) {
        return IntStream.range(0, n).mapToObj(i -> "ban" + i + "@don-vi.vn").collect(Collectors.joining(", "));
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }

    private static List<String> found(PlanContent plan) {
        return Findings.of(() -> PlanContentRules.check(plan, "TTRB"::equals));
    }
}
