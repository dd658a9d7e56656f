package vn.plancascade.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A duty's life, as its types tell it. */
@Tag("quick")
class DutyStepTest {

    @ParameterizedTest
    @EnumSource(DutyStep.class)
    void noStepStartsFromWhatIsSettled(DutyStep step) {
        for (DutyKind kind : DutyKind.values()) {
            assertThat(step.from(kind)).noneMatch(state -> state.isSettled(kind));
        }
    }

    @ParameterizedTest
    @EnumSource(DutyKind.class)
    void whateverIsOwedCanBeWaivedAndWithdrawn(DutyKind kind) {
        List<ObligationState> owed = Arrays.stream(ObligationState.values())
                .filter(state -> !state.isSettled(kind))
                .toList();
        assertThat(DutyStep.waived.from(kind)).containsExactlyInAnyOrderElementsOf(owed);
        assertThat(DutyStep.withdrawn.from(kind)).containsExactlyInAnyOrderElementsOf(owed);
    }

    @Test
    void onlyAUnitsReportIsTakenOverOrSentBackByItsSuperior() {
        assertThat(DutyStep.accepted.from(DutyKind.unitReport)).containsExactly(ObligationState.issued);
        assertThat(DutyStep.revisionRequested.from(DutyKind.unitReport)).containsExactly(ObligationState.issued);
        for (DutyKind kind : Set.of(DutyKind.subPlan, DutyKind.reportCycle)) {
            assertThat(DutyStep.accepted.from(kind)).isEmpty();
            assertThat(DutyStep.revisionRequested.from(kind)).isEmpty();
        }
    }

    @Test
    void aWordIsReadAsItWasKept() {
        words().forEach(word -> assertThat(DutyWord.of(word.name())).isSameAs(word));
        assertThat(words().map(DutyWord::name)).doesNotHaveDuplicates();
        assertThatThrownBy(() -> DutyWord.of("firstSubmitted")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyWordAndEveryReasonOfOursHasAText() {
        for (Locale locale : List.of(Locale.ROOT, Locale.ENGLISH)) {
            ResourceBundle texts = ResourceBundle.getBundle("messages", locale);
            assertThat(words().map(word -> "event." + word.name())).allMatch(texts::containsKey);
            assertThat(Arrays.stream(DutyReason.values()).map(reason -> "reason." + reason.name()))
                    .allMatch(texts::containsKey);
            assertThat(Arrays.stream(ObligationState.values()).map(state -> "state." + state.name()))
                    .allMatch(texts::containsKey);
        }
    }

    @Test
    void anAmendmentGoesTheWayOfAReportAndEndsWhereItCounts() {
        assertThat(DutyNote.correctionBegun.amendment(DutyKind.unitReport)).isEqualTo(ObligationState.drafting);
        assertThat(DutyNote.supplementIssued.amendment(DutyKind.unitReport)).isEqualTo(ObligationState.issued);
        assertThat(DutyNote.supplementAccepted.amendment(DutyKind.unitReport)).isNull();
        // Nobody takes the ministry's own report over.
        assertThat(DutyNote.supplementIssued.amendment(DutyKind.reportCycle)).isNull();
        assertThat(DutyNote.partChanged.isOfAmendment()).isFalse();
    }

    private static Stream<DutyWord> words() {
        return Stream.concat(Arrays.stream(DutyStep.values()), Arrays.stream(DutyNote.values()));
    }
}
