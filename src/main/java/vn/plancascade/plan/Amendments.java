package vn.plancascade.plan;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import vn.plancascade.organisation.Actor;
import vn.plancascade.worklist.RoundChange;

/** Changes of national plans that are in force. */
public interface Amendments {

    /** Whether the actor may begin an amendment of the plan now. */
    boolean mayAmend(Actor actor, NationalPlan plan);

    /**
     * Begins an amendment; its drafter goes on in the work list.
     *
     * @param content what the plan would say afterwards; what it leaves out stays as it is. Null begins with what is in force
     * @throws vn.plancascade.kernel.NotAllowed unless the actor drafts for the body that issued the plan
     * @throws vn.plancascade.kernel.Conflict if the plan is not in force, another amendment is under way, or a task is dropped
     *     for which a unit's supplement has been approved
     * @throws vn.plancascade.kernel.InvalidInput naming what may not change, what is wrong, or {@code content} if nothing
     *     changes
     */
    Amendment open(Actor actor, long planId, ObjectNode content);

    /**
     * Gives up an amendment that is being drafted.
     *
     * @throws vn.plancascade.kernel.NotAllowed unless the actor drafts for the body that issued the plan
     * @throws vn.plancascade.kernel.Conflict if it has been submitted, or issued
     */
    void discard(Actor actor, long planId, long id);

    /** Those of a plan that the actor may know of, the newest first: issued ones as the plan, others for its preparers. */
    List<Amendment> of(Actor actor, long planId);

    /** @throws vn.plancascade.kernel.NotFound if there is none, or the actor may not know of it */
    Amendment get(Actor actor, long planId, long id);

    /** What it changes, in words, in the order of the plan. */
    List<RoundChange> changes(Amendment amendment, Locale locale);
}
