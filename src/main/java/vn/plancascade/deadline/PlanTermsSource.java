package vn.plancascade.deadline;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Knows the plans that duties come from; the room of plans answers. */
public interface PlanTermsSource {

    /** @throws vn.plancascade.kernel.NotFound if there is no such plan */
    PlanTerms terms(long planId);

    /** Those of many plans at once; plans that are not there are left out. */
    Map<Long, PlanTerms> terms(Collection<Long> planIds);

    /** The first moment after the plan's year, as it stands today: what is open then is closed. */
    Instant closesAt(long planId);

    /** The years of all plans that were issued; some a year. */
    List<PlanYear> years();

    /** The plans that one of these units watches as a whole. */
    Set<Long> watchedBy(Collection<String> focalUnits);
}
