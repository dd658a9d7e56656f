package vn.plancascade.plan.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.plancascade.deadline.WorkingDays;
import vn.plancascade.support.Findings;

/** Nobody is late at birth: a plan is not issued on or after a deadline that it names. */
@Tag("quick")
class IssuableRulesTest {

    private static final WorkingDays WEEKDAYS = day -> day.getDayOfWeek().getValue() < 6;

    @ParameterizedTest(name = "{2}, {3}, moves: {4}, issued at {0} dated {1}: {5}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            2023-03-16T10:00:00+07:00 | "2023-03-16" | "2023-03-27" | exclusive | false | -
            2023-03-26T23:59:59+07:00 | "2023-03-16" | "2023-03-27" | exclusive | false | -
            2023-03-27T00:00:00+07:00 | "2023-03-16" | "2023-03-27" | exclusive | false | subPlanDeadline plan.deadlinePassed
            2023-03-27T10:00:00+07:00 | "2023-03-16" | "2023-03-27" | inclusive | false | subPlanDeadline plan.deadlinePassed
            2023-03-26T10:00:00+07:00 | "2023-03-16" | "2023-03-27" | inclusive | false | -
            2023-03-26T10:00:00+07:00 | "2023-03-16" | "2023-03-26" | inclusive | true  | subPlanDeadline plan.deadlinePassed
            2023-03-25T10:00:00+07:00 | "2023-03-16" | "2023-03-26" | exclusive | true  | -
            2023-03-16T10:00:00+07:00 | null         | "2023-03-27" | exclusive | false | documentDate required
            2023-03-16T10:00:00+07:00 | "2023-03-17" | "2023-03-27" | exclusive | false | documentDate document.dateInFuture
            """)
    void aDeadlineLiesAfterTheDayOfIssue(
            String now, String dated, String deadline, String bound, String moves, String finding) {
        var plan = PlanSamples.with(
                "/documentDate",
                dated,
                "/subPlanDeadline",
                deadline,
                "/bound",
                '"' + bound + '"',
                "/dayOffMoves",
                moves);
        assertThat(Findings.of(() -> IssuableRules.check(plan, at(now), WEEKDAYS)))
                .isEqualTo(finding == null ? List.of() : List.of(finding));
    }

    @ParameterizedTest
    @CsvSource({"2023-03-20T00:00:00+07:00, true", "2023-03-19T23:59:59+07:00, false"})
    void aKindsOwnDeadlineIsLookedAtToo(String now, boolean tooLate) {
        var plan = PlanSamples.with("/duties/1/subPlanDeadline", "\"2023-03-20\"");
        assertThat(Findings.of(() -> IssuableRules.check(plan, at(now), WEEKDAYS)))
                .isEqualTo(tooLate ? List.of("duties[1].subPlanDeadline plan.deadlinePassed") : List.of());
    }

    private static Instant at(String moment) {
        return OffsetDateTime.parse(moment).toInstant();
    }
}
