package vn.plancascade.plan;

import java.util.List;
import java.util.Optional;
import vn.plancascade.deadline.Progress;
import vn.plancascade.document.Documents.Upload;
import vn.plancascade.document.StoredDocument;
import vn.plancascade.kernel.Page;
import vn.plancascade.kernel.PageRequest;
import vn.plancascade.organisation.Actor;

/** National plans, as pages and other rooms see them. */
public interface NationalPlans {

    /**
     * Plans the actor may know of: issued ones for everybody, others for the ministry's own people.
     *
     * @param text looked for in number and subject; null for all
     * @param year of the plan, or null for any
     */
    Page<NationalPlan> visibleTo(Actor actor, String text, Integer year, PageRequest page);

    /** All of them, however many; there are some a year. */
    default List<NationalPlan> visibleTo(Actor actor) {
        return visibleTo(actor, null, null, new PageRequest(0, PageRequest.MAX_SIZE))
                .items();
    }

    /** @throws vn.plancascade.kernel.NotFound if there is none, or the actor may not know of it */
    NationalPlan get(Actor actor, long id);

    Optional<NationalPlan> find(long id);

    /**
     * Opens a new plan as a draft of the actor's ministry.
     *
     * @throws vn.plancascade.kernel.NotAllowed unless the actor drafts for a ministry
     */
    NationalPlan create(Actor actor, PlanContent content);

    /** Whether the actor registers the ministry's documents, and the plan is signed or about to be. */
    boolean takesSignedCopy(Actor actor, NationalPlan plan);

    /**
     * Takes the signed copy of the plan in. What is there when units are told of the plan is what they are sent.
     *
     * @throws vn.plancascade.kernel.NotAllowed unless the actor is a clerk of the body that issues the plan
     * @throws vn.plancascade.kernel.Conflict if it has not been approved yet
     * @throws vn.plancascade.kernel.InvalidInput on {@code file}
     */
    StoredDocument addSignedCopy(Actor actor, long id, Upload file);

    /** What issuing would do, without doing it. */
    DryRun dryRun(Actor actor, long id);

    /**
     * How far the sub-plans that the actor may see have come. Between issuing and the job that writes the duties a moment later
     * it is those that will be written of which nothing has begun.
     */
    Progress progress(Actor actor, NationalPlan plan);

    /** Whether the actor may take the plan back now: a leader of the body that issued it. */
    boolean mayWithdraw(Actor actor, NationalPlan plan);

    /**
     * Takes the plan back, with every duty that is not settled and an amendment that is under way.
     *
     * @throws vn.plancascade.kernel.InvalidInput naming {@code reason}, {@code documentNumber} or {@code documentDate}
     * @throws vn.plancascade.kernel.Conflict if it is not issued, or withdrawn already
     */
    void withdraw(Actor actor, long id, PlanWithdrawal why);

    /** Why a withdrawn plan was taken back; empty for others. */
    Optional<PlanWithdrawal> withdrawal(NationalPlan plan);

    /** Takes one unit's duty back. */
    void withdrawSubPlan(Actor actor, long obligationId, String reason);

    /** Starts again the cases that could not be started; returns how many of them did start. */
    int retryStarts(Actor actor, long id);
}
