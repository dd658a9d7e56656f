package vn.plancascade.plan;

import java.util.List;
import vn.plancascade.deadline.Obligation;
import vn.plancascade.document.Documents.Upload;
import vn.plancascade.document.StoredDocument;
import vn.plancascade.organisation.Actor;
import vn.plancascade.plan.PlanContent.Task;

/** Sub-plans that units sign elsewhere, and the signed copies of those drafted here. */
public interface OutsideIssuing {

    /**
     * Records a sub-plan that was issued outside and puts it before the unit's head; one that the head records is confirmed
     * by that.
     *
     * @return the duty as it stands then
     * @throws vn.plancascade.kernel.NotFound if there is no such duty, or the actor is not to know of it
     * @throws vn.plancascade.kernel.NotAllowed unless the actor works in the unit
     * @throws vn.plancascade.kernel.Conflict if the duty is settled or not begun, or another record waits for the head
     * @throws vn.plancascade.kernel.InvalidInput naming the field: {@code file}, {@code documentNumber},
     *     {@code documentDate}, {@code signatory} or {@code coverage}
     */
    Obligation record(Actor actor, long obligationId, OutsidePlan plan, Upload file);

    /**
     * Adds the signed copy of a sub-plan that has been issued; the newest is the official one. The same file again changes
     * nothing.
     *
     * @throws vn.plancascade.kernel.Conflict if the duty has not been issued
     */
    StoredDocument addSignedCopy(Actor actor, long obligationId, Upload file);

    /** What the actor may do about a duty's documents. */
    Allowed allowed(Actor actor, Obligation duty);

    /** The tasks that a sub-plan of this duty has to answer. */
    List<Task> tasks(long obligationId);

    /**
     * @param waiting whether a record waits for the head
     */
    record Allowed(boolean recordOutside, boolean addCopy, boolean waiting) {}
}
