package vn.plancascade.deadline;

/** Knows the plans that duties come from; the room of plans answers. */
public interface PlanTermsSource {

    /** @throws vn.plancascade.kernel.NotFound if there is no such plan */
    PlanTerms terms(long planId);
}
