package vn.plancascade.plan.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.plancascade.plan.PlanContent;
import vn.plancascade.worklist.FormData;

/** The sample's plans can be submitted as they are, among the sample's units. */
@Tag("quick")
class SamplePlansTest {

    private static final Path SAMPLE = Path.of("src/main/resources/sample");

    @ParameterizedTest
    @ValueSource(strings = {"plan-360.json", "plan-331.json", "plan-pccc-2023.json"})
    void itCanBeSubmitted(String file) throws IOException {
        PlanContent plan = FormData.read(Files.readString(SAMPLE.resolve(file)), PlanContent.class);
        Set<String> units = Files.readAllLines(SAMPLE.resolve("units.csv")).stream()
                .map(line -> line.split(",", 2)[0])
                .collect(Collectors.toSet());

        assertThatCode(() -> PlanContentRules.check(plan, units::contains)).doesNotThrowAnyException();
        Set<String> told = new HashSet<>();
        plan.indicators().forEach(indicator -> told.addAll(indicator.taskNos()));
        assertThat(plan.tasks()).extracting(PlanContent.Task::no).containsAll(told);
        assertThat(plan.assignments()).isNotEmpty();
    }
}
