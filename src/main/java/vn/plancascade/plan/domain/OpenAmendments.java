package vn.plancascade.plan.domain;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import vn.plancascade.kernel.Act;
import vn.plancascade.kernel.ActWord;
import vn.plancascade.plan.NationalPlan;

/** Ends the amendment that is under way of a plan which is in force no more. */
@Component
class OpenAmendments {

    private final AmendmentRepository amendments;
    private final AmendmentCases cases;
    private final ApplicationEventPublisher events;

    OpenAmendments(AmendmentRepository amendments, AmendmentCases cases, ApplicationEventPublisher events) {
        this.amendments = amendments;
        this.cases = cases;
        this.events = events;
    }

    /** @param actor null where the product ends it, which is no act */
    void end(NationalPlan plan, String actor) {
        amendments.end(plan.id()).ifPresent(open -> {
            cases.end(open);
            if (actor != null) {
                events.publishEvent(Act.of(ActWord.amendmentEnded, actor)
                        .ofPlan(plan.id())
                        .inUnit(plan.unitCode())
                        .about(plan.content().subject()));
            }
        });
    }
}
