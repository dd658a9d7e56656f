package vn.plancascade.monitoring.web;

import static vn.plancascade.kernel.VietnamTime.offset;

import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.deadline.PlanTermsSource;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.Role;
import vn.plancascade.organisation.Valid;

/** Who gets the morning's digest: inspectors with something overdue in their area, but those who do not want it. */
@Repository
class DigestReaders {

    private static final String OVERDUE = """
            from open_duty o%s where o.plan_id = :plan and o.kind = :kind and o.period = :period and o.due_at <= :now""";

    private static final String INSPECTS = "r.role = 'inspector' and " + Valid.onDay("r");

    /** By two roads, each with joins by equality: put together by "or" they made H2 try every role with every duty. */
    private static final String READERS =
            """
            select p.login from (
              select r.login %1$s
              union
              select r.login from role_assignment r where r.unit_code = :focalUnit and %2$s and exists (select 1 %3$s)) i
            join person p on p.login = i.login and p.enabled
            left join digest_declined d on d.login = p.login
            where d.login is null order by p.login""".formatted(OVERDUE.formatted("""
                 join unit_below b on b.unit_code = o.unit_code
                join role_assignment r on r.unit_code = b.superior_code and\s""" + INSPECTS), INSPECTS, OVERDUE.formatted(""));

    private final JdbcClient jdbc;
    private final PlanTermsSource plans;
    private final Clock clock;

    DigestReaders(JdbcClient jdbc, PlanTermsSource plans, Clock clock) {
        this.jdbc = jdbc;
        this.plans = plans;
        this.clock = clock;
    }

    List<String> of(long planId, DutyKind kind, String period) {
        return jdbc.sql(READERS)
                .param("plan", planId)
                .param("kind", kind.name())
                .param("period", period)
                .param("focalUnit", plans.terms(planId).focalUnit())
                .param("now", offset(clock.instant()))
                .param("day", VietnamTime.dayOf(clock.instant()))
                .query(String.class)
                .list();
    }

    /** Leaders of the ministry, but those who do not want it. */
    List<String> leaders() {
        return jdbc.sql("""
                        select distinct p.login from role_assignment r join person p on p.login = r.login and p.enabled
                        left join digest_declined d on d.login = p.login
                        where r.role = 'ministryLeader' and %s and d.login is null order by p.login""".formatted(Valid.onDay("r")))
                .param("day", VietnamTime.dayOf(clock.instant()))
                .query(String.class)
                .list();
    }

    /** Null for those who get none anyway. */
    Boolean wants(Actor actor) {
        if (!actor.holds(Role.inspector) && !actor.holds(Role.ministryLeader)) {
            return null;
        }
        return !jdbc.sql("select exists (select 1 from digest_declined where login = :login)")
                .param("login", actor.login())
                .query(Boolean.class)
                .single();
    }

    /** Repeatable. */
    @Transactional
    void choose(Actor actor, boolean wanted) {
        jdbc.sql(
                        wanted
                                ? "delete from digest_declined where login = :login"
                                : "insert into digest_declined (login) values (:login) on conflict do nothing")
                .param("login", actor.login())
                .update();
    }
}
