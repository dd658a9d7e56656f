package vn.plancascade.plan.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.plancascade.deadline.WorkingDays;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.organisation.UnitKind;
import vn.plancascade.plan.PlanContent;

/** What follows from a plan for each kind of unit, on the day on which it is issued. */
@Tag("quick")
class PlanDutiesTest {

    private static final WorkingDays WEEKDAYS = day -> day.getDayOfWeek().getValue() < 6;

    @Test
    void eachKindOwesWhatThePlanSays() {
        assertThat(duties("2023-03-16T10:00:00+07:00", PlanSamples.plan()))
                .containsExactly(
                        "DOH subPlan 2023 full planned by 2023-03-27",
                        "DOH unitReport 2023-H1 full planned by 2023-06-15",
                        "DOH unitReport 2023-Y full planned by 2023-12-15",
                        "STATION subPlan 2023 short planned by 2023-03-27",
                        "STATION unitReport 2023-Y short planned by 2023-12-15");
    }

    @Test
    void aKindsOwnDeadlineGoesBeforeThePlans() {
        assertThat(duties(
                        "2023-03-16T10:00:00+07:00",
                        PlanSamples.with("/duties/1/subPlanDeadline", "\"2023-04-03\"", "/reportCalendar", "[]")))
                .containsExactly(
                        "DOH subPlan 2023 full planned by 2023-03-27",
                        "STATION subPlan 2023 short planned by 2023-04-03");
    }

    @ParameterizedTest
    @CsvSource({"2023-06-14T23:59:59+07:00, planned", "2023-06-15T00:00:00+07:00, notRequired"})
    void aPeriodThatIsPastAlreadyIsNotRequired(String now, String state) {
        assertThat(duties(now, PlanSamples.plan())).contains("DOH unitReport 2023-H1 full " + state + " by 2023-06-15");
    }

    @Test
    void lowerTiersReportWorkingDaysEarlierUntilTheyWouldBeGivenNoTime() {
        // The half year opens on Thursday 01/06; each tier hands in three working days before the one above.
        assertThat(duties("2023-03-16T10:00:00+07:00").duties(PlanSamples.plan()).stream()
                        .filter(rule -> rule.period().equals("2023-H1"))
                        .flatMap(rule -> rule.lowerTiers().stream()))
                .extracting(VietnamTime::dayOf)
                .containsExactly(LocalDate.of(2023, 6, 12), LocalDate.of(2023, 6, 7), LocalDate.of(2023, 6, 2));
    }

    @ParameterizedTest(name = "{0}: {1}, {2} working days after the superior: {3}")
    @CsvSource(
            nullValues = "-",
            value = {
                // Issued on Thursday 16/03; "trước ngày" names the day after the last one.
                "2023-03-16T10:00:00+07:00, null, 3, 2023-03-22",
                "2023-03-16T10:00:00+07:00, null, null, 2023-03-27",
                "2023-03-16T10:00:00+07:00, \"2023-03-31\", null, 2023-03-31",
                "2023-03-27T00:00:00+07:00, null, null, 2023-04-04",
                "2023-03-26T23:59:59+07:00, null, null, 2023-03-27"
            })
    void aUnitBelowIsGivenItsDaysAndIsNeverLateAtBirth(String now, String own, String days, String due) {
        PlanContent plan =
                PlanSamples.with("/duties/1/subPlanDeadline", own, "/duties/1/workingDaysAfterSuperior", days);
        PlanDeadlines deadlines = new PlanDeadlines(WEEKDAYS, Clock.fixed(at(now), VietnamTime.ZONE));
        assertThat(deadlines.dueBelow(plan, UnitKind.STATION)).isEqualTo(VietnamTime.startOf(LocalDate.parse(due)));
    }

    @ParameterizedTest
    @CsvSource({"2023-03-16, 6", "2023-03-17, 5", "2023-03-24, 0", "2023-03-28, 0"})
    void workingDaysLeftAreThoseAfterToday(LocalDate today, int left) {
        PlanDeadlines deadlines =
                new PlanDeadlines(WEEKDAYS, Clock.fixed(VietnamTime.startOf(today), VietnamTime.ZONE));
        assertThat(deadlines.workingDaysLeft(PlanSamples.plan())).isEqualTo(left);
    }

    private static PlanDuties duties(String now) {
        Clock clock = Clock.fixed(at(now), VietnamTime.ZONE);
        return new PlanDuties(new PlanDeadlines(WEEKDAYS, clock), WEEKDAYS, clock);
    }

    private static List<String> duties(String now, PlanContent plan) {
        return duties(now).duties(plan).stream()
                .map(rule -> "%s %s %s %s %s by %s"
                        .formatted(
                                rule.unitKind(),
                                rule.kind(),
                                rule.period(),
                                rule.form(),
                                rule.initial(),
                                VietnamTime.dayOf(rule.dueAt())))
                .toList();
    }

    private static Instant at(String moment) {
        return OffsetDateTime.parse(moment).toInstant();
    }
}
