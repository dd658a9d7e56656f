package vn.plancascade.organisation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.plancascade.kernel.Page;
import vn.plancascade.kernel.PageRequest;

/** Who acts for a head who is away. Inside the window the substitute holds the head's role, outside it does not. */
public interface Substitutions {

    /**
     * @param sent its id and {@code ended} are ignored; {@code absent} null means the actor
     * @throws vn.plancascade.kernel.InvalidInput naming the field
     * @throws vn.plancascade.kernel.Conflict if another window of the unit's head overlaps, or the substitute is away
     * @throws vn.plancascade.kernel.NotAllowed unless the actor heads the unit in person, or is an administrator
     */
    Substitution add(Actor actor, Substitution sent);

    /** Ends it from now on, or cancels it before its first day. */
    Substitution end(Actor actor, long id);

    /**
     * The newest first; those of the units in the actor's scope.
     *
     * @param unitCode null for any
     * @param current only those that have neither ended nor passed
     */
    Page<Substitution> search(Actor actor, String unitCode, boolean current, PageRequest page);

    /** Those that are in force today and concern the person, on either side. */
    List<Substitution> inForceFor(String login);

    /** The windows, now and to come, in which the person acts for a head. */
    List<Substitution> actingOf(String substitute);

    /** People who could act for the unit's head, with the form in which they would sign. */
    List<Candidate> candidates(String unitCode);

    /** How somebody signs for a unit on a day; empty for whoever may not. */
    Optional<SigningBlock> block(String unitCode, String login, LocalDate day);

    /** @param unitCode in which they hold the role that lets them: the head's own, or a constituent unit that they head */
    record Candidate(Person person, SigningForm form, String unitCode) {

        /** The forms in which they would sign; what they may by order they may by written delegation too. */
        public List<SigningForm> forms() {
            return form == SigningForm.KT ? List.of(form) : List.of(SigningForm.TL, SigningForm.TUQ);
        }
    }
}
