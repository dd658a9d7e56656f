package vn.plancascade.plan.domain;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.plancascade.deadline.CaseLauncher;
import vn.plancascade.deadline.CasesByKind;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.deadline.DutyLaunch;
import vn.plancascade.deadline.DutyRule;
import vn.plancascade.deadline.DutySteps;
import vn.plancascade.deadline.Obligation;
import vn.plancascade.deadline.ObligationState;
import vn.plancascade.deadline.Obligations;
import vn.plancascade.document.DocumentKind;
import vn.plancascade.document.DocumentTexts;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.kernel.WholeAct;
import vn.plancascade.plan.Amendment;
import vn.plancascade.plan.NationalPlan;
import vn.plancascade.plan.PlanContent;
import vn.plancascade.plan.PlanState;
import vn.plancascade.plan.domain.AmendmentChanges.Change;

/**
 * Carries an issued amendment to the units, as a difference: supplements where tasks came, an end where nothing is left to
 * answer, more time where days moved. What has been done is not found again, so that a batch may be repeated.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class AmendmentCascade {

    private final AmendmentRepository amendments;
    private final PlanRepository plans;
    private final PlanDeadlines deadlines;
    private final AmendmentChanges changes;
    private final Obligations obligations;
    private final DutyLaunch launch;
    private final DutySteps steps;
    private final CasesByKind cases;
    private final DocumentTexts texts;
    private final Clock clock;

    AmendmentCascade(
            AmendmentRepository amendments,
            PlanRepository plans,
            PlanDeadlines deadlines,
            AmendmentChanges changes,
            Obligations obligations,
            DutyLaunch launch,
            DutySteps steps,
            CasesByKind cases,
            DocumentTexts texts,
            Clock clock) {
        this.amendments = amendments;
        this.plans = plans;
        this.deadlines = deadlines;
        this.changes = changes;
        this.obligations = obligations;
        this.launch = launch;
        this.steps = steps;
        this.cases = cases;
        this.texts = texts;
        this.clock = clock;
    }

    /** Writes the supplements that units owe, in one statement, right after the issue. */
    public void create(long id) {
        Amendment amendment = amendments.get(id);
        NationalPlan plan = plans.get(amendment.planId());
        if (plan.state() != PlanState.issued) {
            return;
        }
        PlanContent content = amendment.content().plan();
        Instant dueAt = deadlines.dueForJoining(
                content, deadlines.dueAt(content, amendment.content().supplementsDue()));
        List<DutyRule> rules = AmendedTasks.delta(amendment).supplementing().stream()
                .map(duty -> new DutyRule(
                        duty.kind(),
                        DutyKind.subPlan,
                        amendment.period(),
                        duty.form(),
                        clock.instant(),
                        dueAt,
                        List.of(),
                        ObligationState.planned,
                        null))
                .toList();
        launch.assignBeside(
                Integer.toString(content.year()),
                plan.id(),
                plan.unitCode(),
                rules,
                VietnamTime.dayOf(clock.instant()));
    }

    /** Ends or extends the next batch; returns whether any duties are left. */
    public boolean carryNext(long id) {
        Amendment amendment = amendments.get(id);
        int left = CaseLauncher.BATCH;
        for (Change change : changes.of(amendment)) {
            for (Obligation duty : obligations.owed(change.which(), left)) {
                carry(duty, change.until(), amendment);
                left--;
            }
            if (left == 0) {
                return true;
            }
        }
        return false;
    }

    private void carry(Obligation duty, Instant until, Amendment amendment) {
        String reason = texts.of(DocumentKind.planAmendment, "reason", "soVanBan", amendment.documentNumber());
        WholeAct.during(null, () -> {
            if (until == null) {
                cases.withdraw(duty, amendment.createdBy(), reason);
            } else {
                steps.extended(duty.id(), amendment.createdBy(), duty.dueAt(), until, reason);
                if (duty.processInstanceId() != null) {
                    cases.of(duty).deadlineMoved(obligations.get(duty.id()));
                }
            }
            return null;
        });
    }
}
