package vn.plancascade.request;

import java.time.LocalDate;
import java.util.Optional;
import vn.plancascade.deadline.Obligation;
import vn.plancascade.kernel.Page;
import vn.plancascade.kernel.PageRequest;
import vn.plancascade.organisation.Actor;

/** Requests of units for more time. */
public interface ExtensionRequests {

    /**
     * Asks for more time for a duty of one's own unit; drafters and heads may. Who decides finds it among the tasks, and is mailed.
     *
     * @param until the deadline that is asked for, as the plan words deadlines
     * @throws vn.plancascade.kernel.NotFound if there is no such duty, or the actor may not see it
     * @throws vn.plancascade.kernel.NotAllowed if the actor neither drafts nor heads there
     * @throws vn.plancascade.kernel.InvalidInput if the reason is missing, or the day is not later than the present deadline and
     *     than now
     * @throws vn.plancascade.kernel.Conflict if the duty is settled or delivered, has no deadline, or a request is open already
     */
    ExtensionRequest ask(Actor actor, long obligation, LocalDate until, String reason);

    /** The requests of the units that the actor may see, and those that the actor's units decide, the newest first. */
    Page<ExtensionRequest> search(Actor actor, RequestQuery query, PageRequest page);

    /** @throws vn.plancascade.kernel.NotFound if there is no such request, or the actor may not see it */
    ExtensionRequest get(Actor actor, long id);

    /** What a page offers about a duty: whether the actor may ask now, and what was asked last. */
    Standing standing(Actor actor, Obligation duty);

    /** @param task the task in which the actor may decide the open request, or null */
    record Standing(boolean mayAsk, Optional<ExtensionRequest> last, String task) {}
}
