package vn.plancascade.plan;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Why a plan is taken back, or was.
 *
 * @param documentNumber of the decision that withdraws it; null together with its date where there is none
 * @param actor null before it is done, as the moment is
 */
public record PlanWithdrawal(
        String reason, String documentNumber, LocalDate documentDate, String actor, Instant withdrawnAt) {

    public PlanWithdrawal(String reason, String documentNumber, LocalDate documentDate) {
        this(reason, documentNumber, documentDate, null, null);
    }
}
