package vn.plancascade.plan.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.plancascade.plan.PlanContent;
import vn.plancascade.plan.PlanContent.Period;

@Tag("quick")
class PlanOfAnotherYearTest {

    @Test
    void everyDayAndPeriodMovesAndNumberAndDateAreLeftOpen() {
        PlanContent next = PlanOfAnotherYear.of(
                PlanSamples.with(
                        "/startWithoutSuperiorOn", "\"2024-01-10\"", "/duties/1/subPlanDeadline", "\"2023-04-03\""),
                2025);
        assertThat(next.documentNumber()).isNull();
        assertThat(next.documentDate()).isNull();
        assertThat(next.year()).isEqualTo(2025);
        assertThat(next.subPlanDeadline()).isEqualTo("2025-03-27");
        assertThat(next.startWithoutSuperiorOn()).isEqualTo("2026-01-10");
        assertThat(next.duties().get(1).subPlanDeadline()).isEqualTo("2025-04-03");
        assertThat(next.reportCalendar())
                .containsExactly(
                        new Period("2025-H1", day("2024-12-01"), day("2025-05-31"), day("2025-06-15"), null),
                        new Period(
                                "2025-Y", day("2024-12-01"), day("2025-11-30"), day("2025-12-15"), day("2025-11-20")));
        assertThat(next.tasks()).isEqualTo(PlanSamples.plan().tasks());
        assertThat(next.recipients()).isEqualTo(PlanSamples.plan().recipients());
    }

    @Test
    void theLastOfFebruaryStaysIt() {
        assertThat(PlanOfAnotherYear.of(PlanSamples.with("/year", "2024", "/subPlanDeadline", "\"2024-02-29\""), 2025)
                        .subPlanDeadline())
                .isEqualTo("2025-02-28");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "phòng, chống tội phạm năm 2023 | phòng, chống tội phạm năm 2024",
                "theo Nghị quyết 12/2023/QH15 năm 2023 | theo Nghị quyết 12/2023/QH15 năm 2024",
                "giai đoạn 2021-2025 | giai đoạn 2021-2025"
            })
    void aTitleNamesTheNewYearAndKeepsTheNumbersOfDocuments(String subject, String next) {
        assertThat(PlanOfAnotherYear.of(PlanSamples.with("/subject", '"' + subject + '"'), 2024)
                        .subject())
                .isEqualTo(next);
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
