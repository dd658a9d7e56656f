package vn.plancascade.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the table of holders says is what the models do. */
@Tag("quick")
class HolderTest {

    /** A second road beside the case's own: the head confirms a document that was signed outside, at whichever step. */
    private static final String BESIDE = "userTask_confirmIssuedOutside";

    @ParameterizedTest
    @EnumSource(DutyKind.class)
    void theHoldersOfAKindAreTheCandidateGroupsOfItsModel(DutyKind kind) throws IOException {
        Set<String> held = new TreeSet<>();
        for (ObligationState state : ObligationState.values()) {
            Holder.of(kind, state).ifPresent(holder -> held.add(holder.taskKey() + " " + groups(holder)));
        }
        assertThat(held).isEqualTo(modelled(kind));
    }

    @Test
    void nobodyHoldsWhatIsSettledOrHasNoCase() {
        for (DutyKind kind : DutyKind.values()) {
            Arrays.stream(ObligationState.values())
                    .filter(state -> state.isSettled(kind))
                    .forEach(state -> assertThat(Holder.of(kind, state)).isEmpty());
            assertThat(Holder.of(kind, ObligationState.planned)).isEmpty();
            assertThat(Holder.of(kind, ObligationState.waitingForSuperior)).isEmpty();
            assertThat(Holder.of(kind, ObligationState.startFailed)).isEmpty();
        }
    }

    private static String groups(Holder holder) {
        String unit = "${" + variable(holder.whose()) + "}";
        return new TreeSet<>(
                        holder.allowed().stream().map(role -> role.group(unit)).toList())
                .toString();
    }

    private static String variable(Holder.Whose whose) {
        return switch (whose) {
            case own -> "unitCode";
            case issuer -> "issuerCode";
            case superior -> "superiorCode";
        };
    }

    private static Set<String> modelled(DutyKind kind) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("processes"))) {
            List<Path> models = files.filter(
                            file -> file.getFileName().toString().equals(kind + ".bpmn"))
                    .toList();
            assertThat(models).hasSize(1);
            Set<String> tasks = new TreeSet<>();
            Bpmn.readModelFromFile(models.get(0).toFile()).getModelElementsByType(UserTask.class).stream()
                    .filter(task -> !task.getId().equals(BESIDE))
                    .forEach(task ->
                            tasks.add(task.getId() + " " + new TreeSet<>(task.getCamundaCandidateGroupsList())));
            return tasks;
        }
    }
}
