package vn.plancascade.plan.domain;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.plancascade.kernel.Act;
import vn.plancascade.kernel.ActWord;
import vn.plancascade.kernel.Conflict;
import vn.plancascade.kernel.NotAllowed;
import vn.plancascade.kernel.NotFound;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.Role;
import vn.plancascade.plan.Amendment;
import vn.plancascade.plan.AmendmentContent;
import vn.plancascade.plan.Amendments;
import vn.plancascade.plan.NationalPlan;
import vn.plancascade.plan.NationalPlans;
import vn.plancascade.plan.PlanContent;
import vn.plancascade.plan.PlanState;
import vn.plancascade.worklist.FormData;
import vn.plancascade.worklist.RoundChange;

@Service
@Transactional
class AmendmentService implements Amendments {

    private final AmendmentRepository amendments;
    private final AmendmentDrafting drafting;
    private final AmendmentCases cases;
    private final NationalPlans plans;
    private final PlanCases planCases;
    private final MessageSource messages;
    private final ApplicationEventPublisher events;

    AmendmentService(
            AmendmentRepository amendments,
            AmendmentDrafting drafting,
            AmendmentCases cases,
            NationalPlans plans,
            PlanCases planCases,
            MessageSource messages,
            ApplicationEventPublisher events) {
        this.amendments = amendments;
        this.drafting = drafting;
        this.cases = cases;
        this.plans = plans;
        this.planCases = planCases;
        this.messages = messages;
        this.events = events;
    }

    @Override
    @Transactional(readOnly = true)
    public boolean mayAmend(Actor actor, NationalPlan plan) {
        return drafts(actor, plan) && isInForce(plan) && !anyOpen(plan.id());
    }

    private static boolean drafts(Actor actor, NationalPlan plan) {
        return actor.holds(Role.ministryDrafter, plan.unitCode());
    }

    private boolean isInForce(NationalPlan plan) {
        return plan.state() == PlanState.issued && planCases.isUnderWay(plan.processInstanceId());
    }

    private boolean anyOpen(long planId) {
        return amendments.of(planId).stream()
                .anyMatch(one -> one.state() != PlanState.issued && one.state() != PlanState.withdrawn);
    }

    @Override
    public Amendment open(Actor actor, long planId, ObjectNode sent) {
        NationalPlan plan = drafted(actor, planId);
        if (!isInForce(plan)) {
            throw new Conflict("plan.notInForce");
        }
        if (anyOpen(planId)) {
            throw new Conflict("amendment.another");
        }
        AmendmentContent content = new AmendmentContent(null, null, plan.content());
        if (sent != null) {
            FormData.refuseBoundless(sent);
            FormData.checkSizes(sent);
            FormData.refuseUnknown(sent, AmendmentContent.class);
            ObjectNode whole = FormData.toNode(content);
            whole.setAll(sent);
            content = drafting.checked(plan, FormData.read(whole, AmendmentContent.class));
        }
        long id = amendments.add(planId, content, actor.login());
        amendments.caseOpened(id, cases.open(id, planId, plan.unitCode()));
        tell(ActWord.amendmentOpened, actor, plan);
        return amendments.get(id);
    }

    private NationalPlan drafted(Actor actor, long planId) {
        NationalPlan plan = plans.get(actor, planId);
        if (!drafts(actor, plan)) {
            throw new NotAllowed("amendment.notDrafter");
        }
        return plan;
    }

    @Override
    public void discard(Actor actor, long planId, long id) {
        NationalPlan plan = drafted(actor, planId);
        Amendment amendment = get(actor, planId, id);
        if (amendment.state() != PlanState.draft) {
            throw new Conflict("amendment.noDraft");
        }
        amendments.move(id, PlanState.draft, PlanState.withdrawn, amendment.content());
        cases.end(amendment);
        tell(ActWord.amendmentDiscarded, actor, plan);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Amendment> of(Actor actor, long planId) {
        NationalPlan plan = plans.get(actor, planId);
        return amendments.of(planId).stream()
                .filter(one -> mayKnow(actor, plan, one))
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public Amendment get(Actor actor, long planId, long id) {
        NationalPlan plan = plans.get(actor, planId);
        return amendments
                .find(id)
                .filter(one -> one.planId() == planId && mayKnow(actor, plan, one))
                .orElseThrow(() -> new NotFound("amendment.unknown"));
    }

    private static boolean mayKnow(Actor actor, NationalPlan plan, Amendment amendment) {
        return amendment.issuedAt() != null || PlanService.preparesOrWatches(actor, plan);
    }

    @Override
    @Transactional(readOnly = true)
    public List<RoundChange> changes(Amendment amendment, Locale locale) {
        PlanContent before = amendment.before() == null
                ? plans.find(amendment.planId()).orElseThrow().content()
                : amendment.before();
        return PlanChanges.of(
                before,
                amendment.content().plan(),
                kind -> messages.getMessage("unitKind." + kind.name(), null, locale));
    }

    private void tell(ActWord word, Actor actor, NationalPlan plan) {
        events.publishEvent(Act.of(word, actor.login())
                .ofPlan(plan.id())
                .inUnit(plan.unitCode())
                .about(plan.content().subject()));
    }
}
