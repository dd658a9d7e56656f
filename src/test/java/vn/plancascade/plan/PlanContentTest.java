package vn.plancascade.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.plancascade.deadline.Bound;
import vn.plancascade.organisation.UnitKind;
import vn.plancascade.plan.PlanContent.Period;
import vn.plancascade.worklist.FormData;

/** What a plan says where it says nothing, and how its texts of many lines are read. */
@Tag("quick")
class PlanContentTest {

    @Test
    void whatAPlanLeavesOutIsTheUsual() {
        PlanContent plan = plan("{}");
        assertThat(plan.bound()).isEqualTo(Bound.exclusive);
        assertThat(plan.dayOffMoves()).isFalse();
        assertThat(plan.allowSelfApproval()).isFalse();
        assertThat(plan.isTierByTier()).isFalse();
        assertThat(plan.extensionLimit()).isEqualTo(10);
        assertThat(plan.workingDaysEarlierPerTier()).isEqualTo(3);
        assertThat(plan.consolidationWorkingDays()).isEqualTo(10);
        assertThat(plan.reportOpenDays()).isEqualTo(120);
        assertThat(plan.tasks()).isEmpty();
        assertThat(plan.waitingEndsOn()).isNull();
    }

    @Test
    void unitsAnswerTheTasksOfTheirKindAndOweWhatTheMatrixSays() {
        PlanContent plan = plan("""
                {"tasks": [{"no": "1", "kinds": ["DOH"]}, {"no": "2", "kinds": ["DOH", "STATION"]}],
                 "duties": [{"kind": "DOH", "subPlan": true, "periodic": true, "yearly": true},
                   {"kind": "STATION", "subPlan": false, "periodic": true, "yearly": true}]}""");
        assertThat(plan.tasksFor(UnitKind.STATION))
                .extracting(PlanContent.Task::no)
                .containsExactly("2");
        assertThat(plan.tasksFor(UnitKind.MOH_DEPT)).isEmpty();
        assertThat(plan.owesSubPlan(UnitKind.DOH)).isTrue();
        assertThat(plan.owesSubPlan(UnitKind.STATION)).isFalse();
        assertThat(plan.owesSubPlan(UnitKind.MOH_DEPT)).isFalse();
        assertThat(plan.duties()).extracting(PlanContent.Duty::form).containsOnly("full");
    }

    @Test
    void nobodyWaitsForASuperiorLongerThanThePlanSays() {
        assertThat(plan("{\"subPlanDeadline\": \"2023-03-20\"}").waitingEndsOn())
                .isEqualTo("2023-03-20");
        assertThat(plan("{\"subPlanDeadline\": \"2023-03-20\", \"startWithoutSuperiorOn\": \"2023-04-01\"}")
                        .waitingEndsOn())
                .isEqualTo("2023-04-01");
    }

    @Test
    void linesAndAddressesAreReadWithoutBlanks() {
        assertThat(PlanContent.lines("Như trên;\r\n\n  Lưu: VT. \n")).containsExactly("Như trên;", "Lưu: VT.");
        assertThat(PlanContent.addresses(" a@b.vn;c@d.vn , a@b.vn,, ")).containsExactly("a@b.vn", "c@d.vn");
        assertThat(PlanContent.lines(null)).isEmpty();
        assertThat(PlanContent.addresses(null)).isEmpty();
    }

    @Test
    void whatIssuingDecidedReplacesNothingElse() {
        PlanContent draft = plan("{\"year\": 2023, \"subject\": \"phòng, chống dịch\", \"reportOpenDays\": 90}");
        PlanContent issued =
                draft.issuedAs("12/KH-BYT", LocalDate.of(2023, 3, 16), "lanhdao.bo", LocalDate.of(2023, 3, 27));
        assertThat(issued.documentNumber()).isEqualTo("12/KH-BYT");
        assertThat(issued.documentDate()).isEqualTo("2023-03-16");
        assertThat(issued.signatory()).isEqualTo("lanhdao.bo");
        assertThat(issued.subPlanDeadline()).isEqualTo("2023-03-27");
        assertThat(issued)
                .usingRecursiveComparison()
                .ignoringFields("documentNumber", "documentDate", "signatory", "subPlanDeadline")
                .isEqualTo(draft);
    }

    @ParameterizedTest
    @CsvSource({
        "2023-H1, 2023-06-15, , 2023-06-01, 2022-H1, false",
        "2023-Q3, 2023-09-15, 2023-08-20, 2023-08-20, 2022-Q3, false",
        "2023-Y, 2023-12-15, , 2023-12-01, 2022-Y, true"
    })
    void aPeriodOpensAndHasOneBeforeIt(
            String code, LocalDate due, LocalDate opens, LocalDate opensOn, String before, boolean year) {
        Period period = new Period(code, null, null, due, opens);
        assertThat(period.opensOn()).isEqualTo(opensOn);
        assertThat(period.yearBefore()).isEqualTo(before);
        assertThat(period.isYear()).isEqualTo(year);
        assertThat(plan("{}").period(code)).isEmpty();
    }

    private static PlanContent plan(String json) {
        return FormData.read(json, PlanContent.class);
    }
}
