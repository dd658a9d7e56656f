package vn.plancascade.followup.domain;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.plancascade.deadline.DutyNote;
import vn.plancascade.deadline.DutyStep;
import vn.plancascade.deadline.ObligationChanged;

/** Whoever is not late any more comes off the letters that have not gone out; one with nobody left on it ends. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class SettledOnLetters {

    private final LetterUnits units;
    private final LetterMoves moves;
    private final LetterCases cases;

    SettledOnLetters(LetterUnits units, LetterMoves moves, LetterCases cases) {
        this.units = units;
        this.moves = moves;
        this.cases = cases;
    }

    @EventListener
    void on(ObligationChanged change) {
        boolean done = change.word() instanceof DutyStep
                && (change.duty().settled() || change.duty().documentDate() != null);
        if (done || change.word() == DutyNote.extended) {
            long duty = change.duty().id();
            units.openLetters(duty).forEach(letter -> takeOff(letter, duty));
        }
    }

    private void takeOff(long letter, long duty) {
        if (!units.remove(letter, duty)) {
            moves.discarded(letter);
            cases.over(letter);
        }
    }
}
