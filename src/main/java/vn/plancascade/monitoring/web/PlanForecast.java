package vn.plancascade.monitoring.web;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.plan.DryRun;
import vn.plancascade.plan.NationalPlan;
import vn.plancascade.plan.NationalPlans;
import vn.plancascade.web.Texts;

/** What issuing a plan would do, with names in place of codes. */
@Component
class PlanForecast {

    /** Units named in a list of units that lack something; the number of all of them is shown beside it. */
    private static final int NAMED = 100;

    private final NationalPlans plans;
    private final Organisation organisation;
    private final Texts texts;

    PlanForecast(NationalPlans plans, Organisation organisation, Texts texts) {
        this.plans = plans;
        this.organisation = organisation;
        this.texts = texts;
    }

    /** A plan that lacks what the forecast needs gets the sentence that says so instead. */
    View of(Actor actor, NationalPlan plan) {
        try {
            DryRun run = plans.dryRun(actor, plan.id());
            return new View(
                    run,
                    run.warnings().stream().map(texts::of).toList(),
                    byProvince(run),
                    named(run.withoutHead()),
                    named(run.withoutAddress()),
                    null);
        } catch (InvalidInput incomplete) {
            return new View(null, List.of(), Map.of(), Map.of(), Map.of(), texts.of(incomplete.main()));
        }
    }

    private Map<String, Long> byProvince(DryRun run) {
        Map<String, String> names = organisation.provinces();
        Map<String, Long> counts = new java.util.LinkedHashMap<>();
        run.byProvince().forEach((code, n) -> counts.put(names.getOrDefault(code, texts.of("page.province.none")), n));
        return counts;
    }

    private Map<String, String> named(List<String> codes) {
        return new TreeMap<>(organisation.unitNames(codes.subList(0, Math.min(NAMED, codes.size()))));
    }

    /**
     * @param run null where the plan is not complete enough
     * @param withoutHead names of units by code, the first {@value #NAMED}
     * @param withoutAddress likewise
     * @param problem what is missing, or null
     */
    record View(
            DryRun run,
            List<String> warnings,
            Map<String, Long> byProvince,
            Map<String, String> withoutHead,
            Map<String, String> withoutAddress,
            String problem) {}
}
