package vn.plancascade.plan.process;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import vn.plancascade.deadline.Obligations;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.plan.domain.SubPlanReviews;

/**
 * What the model {@code subPlan} asks of its obligation; the due moment is read there each time, never copied. Only whoever
 * opens a case, having read it already, says it for as long as the opening lasts.
 */
@Component("subPlanCase")
public class SubPlanCase {

    private final Obligations obligations;
    private final Organisation organisation;
    private final SubPlanReviews reviews;

    SubPlanCase(Obligations obligations, Organisation organisation, SubPlanReviews reviews) {
        this.obligations = obligations;
        this.organisation = organisation;
        this.reviews = reviews;
    }

    public Date dueAt(DelegateExecution execution) {
        Date known = (Date) execution.getVariable(PlanModel.DUE_AT);
        return known != null
                ? known
                : Date.from(obligations
                        .get(Long.parseLong(execution.getProcessBusinessKey()))
                        .dueAt());
    }

    /** As it was decided when the draft was handed in, in the same transaction. */
    public boolean awaitsReview(DelegateExecution execution) {
        return reviews.isAwaited(Long.parseLong(execution.getProcessBusinessKey()));
    }

    public boolean hasClerk(DelegateExecution execution) {
        return organisation.hasClerk((String) execution.getVariable(PlanModel.UNIT_CODE));
    }
}
