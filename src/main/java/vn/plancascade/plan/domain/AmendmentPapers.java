package vn.plancascade.plan.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import vn.plancascade.document.DocumentKind;
import vn.plancascade.document.Letterheads;
import vn.plancascade.document.OfficialDocument;
import vn.plancascade.document.PaperSource;
import vn.plancascade.kernel.NotFound;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.organisation.Unit;
import vn.plancascade.plan.Amendment;
import vn.plancascade.plan.AmendmentContent;
import vn.plancascade.plan.NationalPlan;

/** The documents of amendments; they stand beside those of their plan. */
@Service
public class AmendmentPapers implements PaperSource {

    private static final String OWN = DocumentKind.planAmendment + ":";
    private static final String OF_PLAN = DocumentKind.nationalPlan + ":";

    private final AmendmentRepository amendments;
    private final PlanRepository plans;
    private final AmendmentWriter writer;
    private final Organisation organisation;
    private final Clock clock;

    AmendmentPapers(
            AmendmentRepository amendments,
            PlanRepository plans,
            AmendmentWriter writer,
            Organisation organisation,
            Clock clock) {
        this.amendments = amendments;
        this.plans = plans;
        this.writer = writer;
        this.organisation = organisation;
        this.clock = clock;
    }

    @Override
    public boolean writes(String subject) {
        return subject.startsWith(OWN);
    }

    @Override
    public List<Edition> issued(String subject) {
        return amendment(subject).filter(one -> one.issuedAt() != null).stream()
                .map(one -> new Edition(
                        1,
                        DocumentKind.planAmendment,
                        plans.get(one.planId()).unitCode(),
                        "sua-doi-bo-sung-" + Letterheads.fileName(one.documentNumber(), one.id())))
                .toList();
    }

    @Override
    public List<String> related(String subject) {
        return subject.startsWith(OF_PLAN)
                ? amendments.issued(PaperSource.id(subject)).stream()
                        .map(Amendment::subject)
                        .toList()
                : List.of();
    }

    @Override
    public OfficialDocument write(String subject, int edition) {
        Amendment amendment = amendment(subject).orElseThrow(() -> new NotFound("amendment.unknown"));
        return writer.write(
                unit(amendment),
                amendment,
                amendment.before(),
                amendment.content(),
                amendment.signatory(),
                amendment.documentDate(),
                false);
    }

    /** As it would be, against what is in force. */
    public OfficialDocument draft(Amendment amendment, AmendmentContent content, String signatory) {
        NationalPlan plan = plans.get(amendment.planId());
        LocalDate today = VietnamTime.dayOf(clock.instant());
        return writer.write(unit(amendment), amendment, plan.content(), content, signatory, today, true);
    }

    private Unit unit(Amendment amendment) {
        return organisation.unit(plans.get(amendment.planId()).unitCode()).orElseThrow();
    }

    /** What was issued is for everybody, as the plan is. */
    @Override
    public boolean mayRead(Actor actor, String subject, int edition) {
        return amendment(subject)
                .filter(one -> one.issuedAt() != null || PlanService.preparesOrWatches(actor, plans.get(one.planId())))
                .isPresent();
    }

    private Optional<Amendment> amendment(String subject) {
        return amendments.find(PaperSource.id(subject));
    }
}
