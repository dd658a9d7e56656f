package vn.plancascade.plan;

import java.time.LocalDate;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.deadline.Obligation;
import vn.plancascade.organisation.Actor;

/** What a kind of duty does when its document was signed outside; the rooms of other duties than sub-plans answer. */
public interface OutsideDuty {

    DutyKind kind();

    /** The series in which its documents are numbered. */
    String series();

    /** What the register calls the document that is about to be issued. */
    String registered(Obligation duty);

    /**
     * Checks and keeps what belongs to the document beside the paper itself.
     *
     * @throws vn.plancascade.kernel.InvalidInput naming what is wrong or missing
     */
    void prepare(Actor actor, Obligation duty);

    /** The head has confirmed it, and the duty has been issued. */
    void issued(Obligation duty, String number, LocalDate date, String signatory);
}
