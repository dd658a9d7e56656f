package vn.plancascade.audit.domain;

import static vn.plancascade.kernel.Conditions.equal;
import static vn.plancascade.kernel.VietnamTime.offset;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.plancascade.audit.AuditQuery;
import vn.plancascade.deadline.PlanTermsSource;
import vn.plancascade.kernel.NotAllowed;
import vn.plancascade.kernel.Search;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.HeldRole;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.organisation.Person;
import vn.plancascade.organisation.Role;
import vn.plancascade.organisation.Scope;

/** Which lines of the audit somebody asks for and may see, as a condition on rows {@code e}. */
@Component
class AuditConditions {

    private final Organisation organisation;
    private final PlanTermsSource plans;

    AuditConditions(Organisation organisation, PlanTermsSource plans) {
        this.organisation = organisation;
        this.plans = plans;
    }

    String where(Actor actor, AuditQuery query, Map<String, Object> params) {
        List<String> conditions = new ArrayList<>();
        Scope scope = scope(actor);
        if (!scope.everything()) {
            organisation.refreshTree();
            params.putAll(scope.params());
            String concerned = concerning(scope.condition("e.unit_code"), scope.condition("a.unit_code"));
            Set<Long> watched = plans.watchedBy(scope.roots());
            conditions.add(watched.isEmpty() ? concerned : "(" + concerned + " or e.plan_id in (:watched))");
            params.put("watched", watched);
        }
        if (query.unit() != null) {
            params.put("unit", query.unit());
            conditions.add(concerning("e.unit_code = :unit", "a.unit_code = :unit"));
        }
        who(query.who(), conditions, params);
        equal(conditions, params, "e.act", "what", query.what());
        equal(conditions, params, "e.plan_id", "plan", query.plan());
        equal(conditions, params, "e.obligation_id", "obligation", query.obligation());
        if (query.from() != null) {
            conditions.add("e.at >= :from");
            params.put("from", offset(VietnamTime.startOf(query.from())));
        }
        if (query.to() != null) {
            conditions.add("e.at < :to");
            params.put("to", offset(VietnamTime.startOf(query.to().plusDays(1))));
        }
        if (query.after() != null) {
            conditions.add("e.id < :after");
            params.put("after", query.after());
        }
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    /** An act that concerns many units is found by any of them. */
    private static String concerning(String one, String many) {
        return "(%s or e.id in (select a.entry_id from audit_unit a where %s))".formatted(one, many);
    }

    private void who(String typed, List<String> conditions, Map<String, Object> params) {
        if (typed == null) {
            return;
        }
        String login = organisation.person(typed).map(Person::login).orElse(null);
        equal(conditions, params, "e.actor", "who", login);
        if (login == null) {
            conditions.add("e.actor in (select p.login from person p where "
                    + Search.condition(params, typed, "p.name_folded", "lower(p.login)") + ")");
        }
    }

    private static Scope scope(Actor actor) {
        if (actor.holds(Role.administrator)) {
            return Scope.ALL;
        }
        if (!actor.holds(Role.inspector)) {
            throw new NotAllowed("audit.notYours");
        }
        return new Scope(
                false,
                actor.roles().stream()
                        .filter(held -> held.role() == Role.inspector)
                        .map(HeldRole::unitCode)
                        .collect(Collectors.toSet()));
    }
}
