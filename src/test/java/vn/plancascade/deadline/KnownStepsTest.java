package vn.plancascade.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.plancascade.notification.Rung;

/** Whatever knows the steps of a duty by name knows all of them: one more step is not forgotten where no compiler looks. */
@Tag("quick")
class KnownStepsTest {

    /** Steps at which nobody works. */
    private static final Set<WorkStep> IDLE =
            EnumSet.of(WorkStep.notStarted, WorkStep.waiting, WorkStep.returned, WorkStep.settled);

    @Test
    void everyTaskOfADutyAndEveryStepHasItsTexts() {
        for (Locale locale : List.of(Locale.ROOT, Locale.ENGLISH)) {
            ResourceBundle texts = ResourceBundle.getBundle("messages", locale);
            assertThat(holders()
                            .flatMap(holder -> Stream.concat(
                                    Stream.of("task." + holder.taskKey(), "page.task.did." + holder.taskKey()),
                                    holder.allowed().stream().map(role -> "role." + role))))
                    .allMatch(texts::containsKey, "has a text");
            assertThat(Arrays.stream(WorkStep.values()).map(step -> "step." + step))
                    .allMatch(texts::containsKey, "has a text");
            assertThat(Arrays.stream(Rung.values()).map(rung -> "rung." + rung))
                    .allMatch(texts::containsKey, "has a text");
        }
    }

    @Test
    void everyStateInWhichSomebodyWorksHasItsColour() throws IOException {
        String css = Files.readString(Path.of("src/main/resources/static/css/plan-cascade.css"));
        assertThat(Arrays.stream(ObligationState.values())
                        .filter(state -> Arrays.stream(DutyKind.values())
                                .anyMatch(kind -> Holder.of(kind, state).isPresent())))
                .allMatch(state -> css.contains(".state-" + state), "has a colour");
    }

    @Test
    void aPlanMayWantATimeForEveryStepAtWhichSomebodyWorks() throws IOException {
        Set<String> offered = new TreeSet<>();
        for (JsonNode field : new ObjectMapper()
                .readTree(Path.of("forms/plan/draftNationalPlan.form").toFile())
                .findParents("values")) {
            if (field.path("id").asText().equals("field_stepTargetsStep")) {
                field.get("values")
                        .forEach(option -> offered.add(option.get("value").asText()));
            }
        }
        assertThat(offered)
                .isEqualTo(EnumSet.complementOf(EnumSet.copyOf(IDLE)).stream()
                        .map(Enum::name)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    private static Stream<Holder> holders() {
        return Arrays.stream(DutyKind.values())
                .flatMap(kind ->
                        Arrays.stream(ObligationState.values()).flatMap(state -> Holder.of(kind, state).stream()));
    }
}
