package vn.plancascade.plan.domain;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import vn.plancascade.kernel.Violation;
import vn.plancascade.plan.Indicator;
import vn.plancascade.plan.PlanContent;

/** What must hold for the indicators of a plan. */
final class IndicatorRules {

    private IndicatorRules() {}

    static void check(PlanContent plan, List<Violation> found) {
        Set<String> codes = new HashSet<>();
        Set<String> tasks = new HashSet<>();
        plan.tasks().forEach(task -> tasks.add(task.no()));
        for (int i = 0; i < plan.indicators().size(); i++) {
            Indicator indicator = plan.indicators().get(i);
            String field = "indicators[" + i + "].";
            if (indicator.code() == null || !indicator.code().matches("[A-Z0-9]{1,20}")) {
                found.add(new Violation(field + "code", "indicator.code"));
            } else if (!codes.add(indicator.code())) {
                found.add(new Violation(field + "code", "indicator.codeTwice", indicator.code()));
            }
            if (indicator.label() == null || indicator.label().isBlank()) {
                found.add(new Violation(field + "label", "required"));
            }
            if (indicator.computed() != null && indicator.computed().how() == null) {
                found.add(new Violation(field + "computed.how", "required"));
            }
            for (int check = 0; check < indicator.checks().size(); check++) {
                if (indicator.checks().get(check).op() == null) {
                    found.add(new Violation(field + "checks[" + check + "].op", "required"));
                }
            }
            if (indicator.decimals() < 0 || indicator.decimals() > 2) {
                found.add(new Violation(field + "decimals", "indicator.decimals"));
            }
        }
        for (int i = 0; i < plan.indicators().size(); i++) {
            Indicator indicator = plan.indicators().get(i);
            for (String named : named(indicator).toList()) {
                if (!codes.contains(named)) {
                    found.add(new Violation("indicators[" + i + "]", "indicator.unknown", named));
                }
            }
        }
    }

    private static Stream<String> named(Indicator indicator) {
        Stream<String> computed = indicator.computed() == null
                ? Stream.of()
                : Stream.concat(indicator.computed().of().stream(), indicator.computed().by().stream());
        return Stream.of(
                        computed,
                        indicator.carriedFrom().stream(),
                        indicator.checks().stream().flatMap(check -> check.of().stream()))
                .flatMap(codes -> codes);
    }
}
