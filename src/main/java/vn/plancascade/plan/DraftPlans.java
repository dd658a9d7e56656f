package vn.plancascade.plan;

import java.util.List;
import vn.plancascade.kernel.Violation;
import vn.plancascade.organisation.Actor;

/** Plans that are only begun: from an earlier one, and given up. */
public interface DraftPlans {

    /**
     * Opens a draft from a plan that the actor may know of, with all its days and periods moved to the year.
     *
     * @throws vn.plancascade.kernel.NotAllowed unless the actor drafts for a ministry
     * @throws vn.plancascade.kernel.NotFound if there is no such plan, or the actor may not know of it
     * @throws vn.plancascade.kernel.InvalidInput naming {@code copyOf} or {@code year}
     */
    Copy copy(Actor actor, Long of, Integer year);

    /**
     * Opens a draft that says something else than the plan before it, of the same series: that one's figures stand beside its
     * own.
     *
     * @throws vn.plancascade.kernel.NotAllowed unless the actor drafts for a ministry
     * @throws vn.plancascade.kernel.NotFound if there is no plan before it, or the actor may not know of it
     */
    NationalPlan following(Actor actor, long before, PlanContent content);

    /**
     * Gives a draft up; nothing of it is left but what the audit says.
     *
     * @throws vn.plancascade.kernel.NotAllowed unless the actor drafts for its ministry
     * @throws vn.plancascade.kernel.Conflict if it has been submitted, or issued
     */
    void discard(Actor actor, long id);

    /** @param daysOff deadlines that fall on days on which nobody works */
    record Copy(NationalPlan plan, List<Violation> daysOff) {}
}
