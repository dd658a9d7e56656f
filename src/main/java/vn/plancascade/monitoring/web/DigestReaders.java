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
import vn.plancascade.organisation.Valid;

/** Who gets the morning's digest: inspectors with something overdue in their area, but those who do not want it. */
@Repository
class DigestReaders {

    private static final String OVERDUE = """
            from open_duty o where o.plan_id = :plan and o.kind = :kind and o.period = :period and o.due_at <= :now\s""";

    private final JdbcClient jdbc;
    private final PlanTermsSource plans;
    private final Clock clock;

    DigestReaders(JdbcClient jdbc, PlanTermsSource plans, Clock clock) {
        this.jdbc = jdbc;
        this.plans = plans;
        this.clock = clock;
    }

    List<String> of(long planId, DutyKind kind, String period) {
        return jdbc.sql("""
                        select distinct p.login from person p join role_assignment r on r.login = p.login
                        where p.enabled and r.role = 'inspector' and %s
                          and (r.unit_code in (
                              select b.superior_code from unit_below b join (select distinct o.unit_code %2$s) l
                                on l.unit_code = b.unit_code)
                            or r.unit_code = :focalUnit and exists (select 1 %2$s))
                          and p.login not in (select d.login from digest_declined d)
                        order by p.login""".formatted(Valid.onDay("r"), OVERDUE))
                .param("plan", planId)
                .param("kind", kind.name())
                .param("period", period)
                .param("focalUnit", plans.terms(planId).focalUnit())
                .param("now", offset(clock.instant()))
                .param("day", VietnamTime.dayOf(clock.instant()))
                .query(String.class)
                .list();
    }

    boolean wants(Actor actor) {
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
