package vn.plancascade.followup;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.kernel.Page;
import vn.plancascade.kernel.PageRequest;
import vn.plancascade.organisation.Actor;

/** The chasing letters that there are. */
public interface WrittenLetters {

    /** Those about a duty that were not given up, the newest first; for whoever may see the duty. */
    List<LetterSent> of(long duty);

    /** The newest issued one about each of these duties. */
    Map<Long, LetterSent> newest(Collection<Long> duties);

    /** The days on which letters about such duties were issued, in order. */
    List<LocalDate> days(Long plan, DutyKind kind, String period);

    /** Those of units that the actor may see, or to such units once they are issued; the newest first. */
    Page<ChasingLetter> search(Actor actor, Long plan, Long obligation, LetterState state, PageRequest page);

    /** @throws vn.plancascade.kernel.NotFound if there is no such letter, or the actor may not see it */
    ChasingLetter get(Actor actor, long id);

    /** Every unit that the letter chases, with what became of its mail, as far as the actor may see them. */
    List<Chased> chased(Actor actor, long id);

    record Chased(long obligation, String unit, String unitName, LetterSent sent) {}
}
