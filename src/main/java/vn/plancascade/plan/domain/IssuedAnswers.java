package vn.plancascade.plan.domain;

import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.deadline.DutyStep;
import vn.plancascade.deadline.ObligationChanged;
import vn.plancascade.plan.SubPlanAnswers;
import vn.plancascade.plan.SubPlanContent;
import vn.plancascade.plan.SubPlanContent.Item;
import vn.plancascade.worklist.ApprovalRounds;
import vn.plancascade.worklist.FormData;

/** Tells how units answer the tasks of a plan, once their own plans are issued. */
@Component
class IssuedAnswers {

    private final ApprovalRounds rounds;
    private final OutsidePlans outside;
    private final ApplicationEventPublisher events;

    IssuedAnswers(ApprovalRounds rounds, OutsidePlans outside, ApplicationEventPublisher events) {
        this.rounds = rounds;
        this.outside = outside;
        this.events = events;
    }

    @EventListener
    void tell(ObligationChanged changed) {
        if (changed.duty().kind() == DutyKind.subPlan && changed.word() instanceof DutyStep step) {
            answers(changed.duty().id(), changed.duty().subject(), step)
                    .ifPresent(items -> events.publishEvent(new SubPlanAnswers(changed.duty(), items)));
        }
    }

    private Optional<List<Item>> answers(long duty, String subject, DutyStep step) {
        return switch (step) {
            case issued ->
                rounds.latest(subject)
                        .map(round -> FormData.read(round.content(), SubPlanContent.class)
                                .items());
            case issuedOutside ->
                Optional.of(OutsidePlans.plan(outside.latest(duty)).coverage());
            default -> Optional.empty();
        };
    }
}
