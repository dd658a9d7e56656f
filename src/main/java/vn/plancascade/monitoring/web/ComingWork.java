package vn.plancascade.monitoring.web;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.plancascade.deadline.Obligation;
import vn.plancascade.deadline.ObligationQuery;
import vn.plancascade.deadline.ObligationState;
import vn.plancascade.deadline.Obligations;
import vn.plancascade.deadline.PlanTerms;
import vn.plancascade.deadline.PlanTermsSource;
import vn.plancascade.kernel.PageRequest;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.Organisation;

/** What will wait for a person's own units before long: duties that have not been opened yet. */
@Component
class ComingWork {

    private static final int UNITS = 5;
    private static final int SHOWN = 12;

    private final Obligations obligations;
    private final PlanTermsSource plans;
    private final Organisation organisation;
    private final WorkCards cards;

    ComingWork(Obligations obligations, PlanTermsSource plans, Organisation organisation, WorkCards cards) {
        this.obligations = obligations;
        this.plans = plans;
        this.organisation = organisation;
        this.cards = cards;
    }

    List<Coming> of(Actor actor) {
        return actor.units().stream()
                .sorted()
                .limit(UNITS)
                .flatMap(unit ->
                        obligations
                                .search(closed(unit), organisation.scopeOf(actor), PageRequest.of(0, SHOWN))
                                .items()
                                .stream())
                .filter(duty -> duty.opensAt() != null)
                .sorted(Comparator.comparing(Obligation::opensAt))
                .limit(SHOWN)
                .map(duty -> new Coming(
                        duty.id(),
                        duty.unitName(),
                        plans.terms(duty.planId()),
                        cards.period(duty),
                        duty.opensAt(),
                        duty.dueAt()))
                .toList();
    }

    private static ObligationQuery closed(String unit) {
        return new ObligationQuery(null, null, null, unit, null, Set.of(ObligationState.planned), null, null, "dueAt");
    }

    /** A duty that will be opened. */
    record Coming(long id, String unitName, PlanTerms plan, String period, Instant opensAt, Instant dueAt) {}
}
