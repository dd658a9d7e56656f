package vn.plancascade.report.domain;

import org.springframework.stereotype.Component;
import vn.plancascade.deadline.Obligation;
import vn.plancascade.deadline.Obligations;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.Organisation;

/** Who may read a report's documents. */
@Component
class ReportSecrecy {

    private final ReportStore store;
    private final FigureStore figures;
    private final ReportWorks works;
    private final Obligations obligations;
    private final Organisation organisation;

    ReportSecrecy(
            ReportStore store,
            FigureStore figures,
            ReportWorks works,
            Obligations obligations,
            Organisation organisation) {
        this.store = store;
        this.figures = figures;
        this.works = works;
        this.obligations = obligations;
        this.organisation = organisation;
    }

    /** Those who may see the unit; a report that tells of very few people only its unit, and who takes it over. */
    boolean mayRead(Actor actor, long id, int edition) {
        Obligation duty = obligations.find(id).orElse(null);
        if (duty == null || !organisation.isWithin(organisation.scopeOf(actor), duty.unitCode())) {
            return false;
        }
        ReportRow report = store.find(duty.id()).orElse(null);
        return report == null
                || SmallCounts.mayKnow(actor, report)
                || SmallCounts.in(
                                works.of(duty.id()).indicators(),
                                figures.own(duty.id(), edition),
                                figures.totals(duty.id(), edition))
                        .isEmpty();
    }
}
