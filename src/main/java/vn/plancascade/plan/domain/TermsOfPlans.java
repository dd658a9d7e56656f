package vn.plancascade.plan.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import vn.plancascade.deadline.PlanTerms;
import vn.plancascade.deadline.PlanTermsSource;
import vn.plancascade.deadline.PlanYear;
import vn.plancascade.deadline.WorkStep;
import vn.plancascade.kernel.Names;
import vn.plancascade.kernel.NotFound;
import vn.plancascade.plan.NationalPlan;
import vn.plancascade.plan.PlanContent;

/** Answers the rooms that look at duties and know no plans. */
@Component
class TermsOfPlans implements PlanTermsSource {

    private final PlanRepository plans;
    private final PlanYears years;

    /** @param years late: what it asks of duties asks here */
    TermsOfPlans(PlanRepository plans, @Lazy PlanYears years) {
        this.plans = plans;
        this.years = years;
    }

    @Override
    public PlanTerms terms(long planId) {
        return terms(plans.find(planId).orElseThrow(() -> new NotFound("plan.unknown")));
    }

    @Override
    public Map<Long, PlanTerms> terms(Collection<Long> planIds) {
        return plans.all(planIds).stream().collect(Collectors.toMap(NationalPlan::id, TermsOfPlans::terms));
    }

    @Override
    public Instant closesAt(long planId) {
        return years.closesAt(plans.get(planId));
    }

    @Override
    public List<PlanYear> years() {
        return plans.years();
    }

    @Override
    public Set<Long> watchedBy(Collection<String> focalUnits) {
        return focalUnits.isEmpty()
                ? Set.of()
                : plans.all().stream()
                        .filter(plan -> focalUnits.contains(focalUnit(plan)))
                        .map(NationalPlan::id)
                        .collect(Collectors.toSet());
    }

    private static PlanTerms terms(NationalPlan plan) {
        PlanContent content = plan.content();
        return new PlanTerms(
                plan.id(),
                content.documentNumber(),
                content.documentDate(),
                content.year(),
                content.subject(),
                content.shortSubject() == null ? content.subject() : content.shortSubject(),
                content.bound(),
                content.dayOffMoves(),
                content.extensionLimit(),
                content.followUpDays(),
                stepTargets(content),
                focalUnit(plan));
    }

    /** What a draft still lacks, or says twice, is left out. */
    private static Map<WorkStep, Integer> stepTargets(PlanContent content) {
        return content.stepTargets().stream()
                .filter(target -> target.step() != null && target.days() != null)
                .collect(Collectors.toMap(
                        PlanContent.StepTarget::step, PlanContent.StepTarget::days, (first, again) -> first));
    }

    /** The unit that watches the plan as a whole: the issuing one where it names none. */
    static String focalUnit(NationalPlan plan) {
        String named = Names.clean(plan.content().focalUnit());
        return named == null ? plan.unitCode() : named;
    }
}
