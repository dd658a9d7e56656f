package vn.plancascade.report.domain;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.plancascade.deadline.ObligationState;
import vn.plancascade.deadline.Obligations;
import vn.plancascade.kernel.Violation;
import vn.plancascade.plan.Indicator.Computed;

/** How the figures of a report stand by the rules: refused when it is submitted, told while it is written. */
@Service
@Transactional(readOnly = true)
public class FigureStandings {

    private final FigureHistory history;
    private final Obligations obligations;

    FigureStandings(FigureHistory history, Obligations obligations) {
        this.history = history;
        this.obligations = obligations;
    }

    /**
     * What a draft says by now.
     *
     * @param figures as far as they can be read, with what follows from them
     * @param wrong what would be refused, but for what is still blank
     * @param toExplain what would be refused without a comment
     * @param blank how many figures are still to be filled in
     */
    public record Standing(
            Map<String, BigDecimal> figures, List<Violation> wrong, List<Violation> toExplain, int blank) {}

    public Standing of(ReportWork work, ReportDraft draft) {
        FigureRules.Standing standing =
                FigureRules.standing(work.indicators(), draft, known(work), history.background(work));
        return new Standing(
                standing.figures(),
                standing.wrong(),
                standing.toExplain(),
                standing.blank().size());
    }

    /** @throws vn.plancascade.kernel.InvalidInput naming every figure that is wrong */
    FigureRules.Entered checked(ReportWork work, ReportDraft draft) {
        return FigureRules.check(work.indicators(), draft, known(work), history.background(work));
    }

    /** What the product knows without being told: whether the unit has issued its own sub-plan. */
    private Map<String, BigDecimal> known(ReportWork work) {
        Map<String, BigDecimal> known = new HashMap<>();
        work.indicators().stream()
                .filter(indicator ->
                        !indicator.isEntered() && indicator.computed().how() == Computed.How.subPlanIssued)
                .forEach(indicator -> known.put(indicator.code(), hasIssued(work) ? BigDecimal.ONE : BigDecimal.ZERO));
        return known;
    }

    private boolean hasIssued(ReportWork work) {
        return obligations
                .subPlan(work.plan().id(), work.unit().code())
                .filter(plan -> plan.state() == ObligationState.issued)
                .isPresent();
    }
}
