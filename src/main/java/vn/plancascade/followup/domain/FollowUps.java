package vn.plancascade.followup.domain;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.plancascade.deadline.DutySteps;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.kernel.Names;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.organisation.Actor;

/**
 * The inspectors' follow-up of overdue units: one task an inspector, with whatever is on the list when it is looked at.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class FollowUps {

    private static final int NOTE_LENGTH = 2000;

    private final FollowUpReader reader;
    private final FollowUpCases cases;
    private final ChasingLetters letters;
    private final DutySteps duties;
    private final Clock clock;

    FollowUps(FollowUpReader reader, FollowUpCases cases, ChasingLetters letters, DutySteps duties, Clock clock) {
        this.reader = reader;
        this.cases = cases;
        this.letters = letters;
        this.duties = duties;
        this.clock = clock;
    }

    /** Gives inspectors what has come to them in this round, and takes back what has nothing left. */
    public void update(Round round) {
        Watched watched = round.watched();
        close(watched, null);
        reader.givenSince(watched, round.now(), clock.instant())
                .forEach(inspector -> cases.open(watched, inspector.login(), inspector.unitCode()));
    }

    /** Closes the tasks of inspectors who have nothing left now that this duty is settled or has more time. */
    public void closeSettled(Watched watched, long duty) {
        close(watched, duty);
    }

    private void close(Watched watched, Long duty) {
        reader.withNothingLeft(watched, duty, clock.instant()).forEach(inspector -> cases.settled(watched, inspector));
    }

    /** The overdue units of an inspector's area, as they stand now. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public List<OverdueUnit> list(Watched watched, String inspector) {
        return reader.given(watched, inspector, clock.instant());
    }

    /**
     * Ends an inspector's task by hand; what was done, and the letter that was sent, go into each unit's history.
     *
     * @param unitCode in which the inspector inspects
     * @param letter of the inspector's unit to the units that are left, or null where there is none
     * @throws InvalidInput if units are overdue still and nothing is said about them
     */
    public void done(
            Watched watched,
            String inspector,
            String unitCode,
            Actor actor,
            String sentNote,
            ChasingLetters.Issued letter) {
        List<OverdueUnit> left = list(watched, inspector);
        String note = Names.clean(sentNote);
        if (letter != null && !left.isEmpty()) {
            String number = letters.issue(watched, unitCode, letter, left, actor);
            String told = "Công văn đôn đốc" + (number == null ? "" : " số " + number) + " ngày "
                    + VietnamTime.text(letter.date());
            note = note == null ? told : told + ". " + note;
        }
        if (note == null && !left.isEmpty()) {
            throw new InvalidInput("note", "followUp.note", left.size());
        }
        if (note != null && note.length() > NOTE_LENGTH) {
            throw new InvalidInput("note", "tooLong", NOTE_LENGTH);
        }
        duties.followedUp(left.stream().map(OverdueUnit::obligation).toList(), actor.login(), note);
    }
}
