package vn.plancascade.notification.domain;

import static vn.plancascade.kernel.VietnamTime.offset;

import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.plancascade.deadline.PlanTermsSource;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.organisation.Valid;

/**
 * Tells the unit above that a mail could not be delivered. Above is whom the unit reports to today; a committee, another
 * ministry and the ministry itself are never mailed by a machine, and the plan's focal unit is told in their place.
 */
@Component
public class OneLevelUp {

    private final JdbcClient jdbc;
    private final PlanTermsSource plans;
    private final Clock clock;

    OneLevelUp(JdbcClient jdbc, PlanTermsSource plans, Clock clock) {
        this.jdbc = jdbc;
        this.plans = plans;
        this.clock = clock;
    }

    /** Writes the notices; those of a mail that itself told of a failed delivery go no further. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(long mail, MailFailure failure) {
        List<Long> concerned =
                jdbc.sql("""
                        select distinct o.plan_id from notice n join obligation o on o.id = n.obligation_id
                        where n.mail_id = :mail and n.state = 'dead' and n.rung <> 'UNDELIVERED'""").param("mail", mail).query(Long.class).list();
        concerned.forEach(plan -> tell(mail, plan, failure));
    }

    /** The level is counted from the duty's unit for its own people, for others from a unit in which they hold a role. */
    private void tell(long mail, long plan, MailFailure failure) {
        jdbc.sql("""
                        insert into notice (obligation_id, rung, occurrence, recipient, role, role_unit, detail, created_at)
                        select t.obligation_id, 'UNDELIVERED', cast(:occurrence as varchar(40)), t.login, t.role, t.unit_code,
                          cast(:detail as varchar(4000)), cast(:now as timestamp with time zone)
                        from (select f.obligation_id, p.login, r.role, r.unit_code, row_number() over (
                          partition by f.obligation_id, p.login order by r.unit_code, r.role) as place
                        from (
                          select o.id as obligation_id, n.recipient, case when exists (
                              select 1 from role_assignment r
                              where r.login = n.recipient and r.unit_code = o.unit_code and %1$s)
                            then o.unit_code
                            else coalesce((select min(r.unit_code) from role_assignment r
                              where r.login = n.recipient and %1$s), o.unit_code) end as unit_code
                          from notice n join obligation o on o.id = n.obligation_id
                          where n.mail_id = :mail and n.state = 'dead' and n.rung <> 'UNDELIVERED' and o.plan_id = :plan) f
                        %2$s
                        join person p on p.login = r.login and p.enabled and p.login <> f.recipient) t where t.place = 1
                        on conflict do nothing""".formatted(Valid.onDay("r"), UnitAbove.peopleOf("f")))
                .param("occurrence", "mail-" + mail)
                .param("detail", failure.kept())
                .param("now", offset(clock.instant()))
                .param("day", VietnamTime.dayOf(clock.instant()))
                .param("mail", mail)
                .param("plan", plan)
                .param("focalUnit", plans.terms(plan).focalUnit())
                .update();
    }
}
