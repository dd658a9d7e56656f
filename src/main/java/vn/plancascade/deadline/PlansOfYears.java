package vn.plancascade.deadline;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Years of plans as conditions: asked for beforehand, since there are few and a database would look them up for each duty. */
@Component
public class PlansOfYears {

    private final PlanTermsSource plans;

    PlansOfYears(PlanTermsSource plans) {
        this.plans = plans;
    }

    /** @param column that holds a plan's id */
    public void add(List<String> conditions, Map<String, Object> params, String column, Integer year, boolean current) {
        if (year == null && !current) {
            return;
        }
        List<PlanYear> known = plans.years();
        if (year != null) {
            conditions.add(column + " in (:plansOfYear)");
            params.put(
                    "plansOfYear",
                    orNone(known.stream()
                            .filter(plan -> plan.year() == year)
                            .map(PlanYear::plan)
                            .toList()));
        }
        if (current && known.stream().anyMatch(PlanYear::closed)) {
            conditions.add(column + " not in (:closedPlans)");
            params.put(
                    "closedPlans",
                    known.stream().filter(PlanYear::closed).map(PlanYear::plan).toList());
        }
    }

    private static List<Long> orNone(List<Long> plans) {
        return plans.isEmpty() ? List.of(-1L) : plans;
    }

    /** The year of a plan as a value of SQL. */
    public String yearOf(String column) {
        String years = plans.years().stream()
                .map(plan -> "when " + plan.plan() + " then '" + plan.year() + "'")
                .collect(Collectors.joining(" "));
        return years.isEmpty() ? "''" : "case " + column + " " + years + " end";
    }
}
