package vn.plancascade.plan.domain;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.deadline.Obligation;
import vn.plancascade.deadline.Obligations;
import vn.plancascade.document.DocumentKind;
import vn.plancascade.document.Documents;
import vn.plancascade.document.Letterheads;
import vn.plancascade.document.OfficialDocument;
import vn.plancascade.document.PaperSource;
import vn.plancascade.kernel.NotFound;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.plan.NationalPlan;
import vn.plancascade.plan.NationalPlans;
import vn.plancascade.plan.PlanContent;
import vn.plancascade.plan.SubPlanContent;

/** The documents of national plans and of sub-plans. Documents are Vietnamese, whoever reads them. */
@Service
public class PlanPapers implements PaperSource {

    private static final String NATIONAL = DocumentKind.nationalPlan + ":";
    private static final String OF_UNIT = DutyKind.subPlan + ":";

    private final NationalPlans plans;
    private final SubPlans subPlans;
    private final Obligations obligations;
    private final NationalPlanWriter nationalPlans;
    private final SubPlanWriter unitPlans;
    private final Documents documents;
    private final Organisation organisation;
    private final Clock clock;

    PlanPapers(
            NationalPlans plans,
            SubPlans subPlans,
            Obligations obligations,
            NationalPlanWriter nationalPlans,
            SubPlanWriter unitPlans,
            Documents documents,
            Organisation organisation,
            Clock clock) {
        this.plans = plans;
        this.subPlans = subPlans;
        this.obligations = obligations;
        this.nationalPlans = nationalPlans;
        this.unitPlans = unitPlans;
        this.documents = documents;
        this.organisation = organisation;
        this.clock = clock;
    }

    @Override
    public boolean writes(String subject) {
        return subject.startsWith(NATIONAL) || subject.startsWith(OF_UNIT);
    }

    @Override
    public List<Edition> issued(String subject) {
        if (subject.startsWith(NATIONAL)) {
            return plan(subject).filter(plan -> plan.issuedAt() != null).stream()
                    .map(plan -> new Edition(
                            1,
                            DocumentKind.nationalPlan,
                            plan.unitCode(),
                            "ke-hoach-" + Letterheads.fileName(plan.content().documentNumber(), plan.id())))
                    .toList();
        }
        boolean outside = documents.of(subject).stream().anyMatch(file -> file.kind() == DocumentKind.issuedOutside);
        return duty(subject).filter(duty -> duty.issuedAt() != null && !outside).stream()
                .map(duty -> new Edition(
                        1,
                        DocumentKind.subPlan,
                        duty.unitCode(),
                        "ke-hoach-" + Letterheads.fileName(duty.documentNumber(), duty.id()) + "-" + duty.unitCode()))
                .toList();
    }

    @Override
    public OfficialDocument write(String subject, int edition) {
        if (subject.startsWith(NATIONAL)) {
            NationalPlan plan = plan(subject).orElseThrow(() -> new NotFound("plan.unknown"));
            return national(plan.unitCode(), plan.content(), false);
        }
        SubPlans.Work work = subPlans.work(PaperSource.id(subject));
        return ofUnit(work, work.submitted(), false);
    }

    /** A plan of the ministry is for its own people, and once it is issued for everybody; a sub-plan for those who may see its unit. */
    @Override
    public boolean mayRead(Actor actor, String subject, int edition) {
        return subject.startsWith(NATIONAL)
                ? plan(subject)
                        .filter(plan -> plan.issuedAt() != null || actor.units().contains(plan.unitCode()))
                        .isPresent()
                : duty(subject)
                        .filter(duty -> organisation.isWithin(organisation.scopeOf(actor), duty.unitCode()))
                        .isPresent();
    }

    private Optional<NationalPlan> plan(String subject) {
        return plans.find(PaperSource.id(subject));
    }

    private Optional<Obligation> duty(String subject) {
        return obligations.find(PaperSource.id(subject));
    }

    /** The ministry's plan, as it was issued or as it is being drafted. */
    public OfficialDocument national(String unitCode, PlanContent plan, boolean draft) {
        return nationalPlans.write(
                organisation.unit(unitCode).orElseThrow(),
                plan,
                plan.documentDate() == null ? VietnamTime.dayOf(clock.instant()) : plan.documentDate(),
                draft);
    }

    /** A unit's sub-plan, as it was issued or as it is being drafted. */
    public OfficialDocument ofUnit(SubPlans.Work work, SubPlanContent content, boolean draft) {
        return unitPlans.write(work, content, draft);
    }
}
