package vn.plancascade.assignment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.plancascade.assignment.TaskState;
import vn.plancascade.report.ActivitiesTold.Activity;

/** Several activities of a unit for one task say one thing together. */
@Tag("quick")
class UnitsAnswersTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "done, done",
                "notBegun, notBegun",
                "done;done, done",
                "done;notBegun, underWay",
                "done;underWay, underWay",
                "done;-, underWay",
                "-;-, -",
                "đang làm, -"
            })
    void oneStateFollowsFromAll(String states, TaskState together) {
        assertThat(UnitsAnswers.together(Arrays.stream(states.split(";"))
                        .map(state -> new Activity("1", state.equals("-") ? null : state))
                        .toList()))
                .isEqualTo(java.util.Optional.ofNullable(together));
    }
}
