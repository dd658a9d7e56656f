package vn.plancascade.notification.domain;

import static vn.plancascade.kernel.VietnamTime.offset;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.plancascade.deadline.CasesOpened;
import vn.plancascade.deadline.Holder;
import vn.plancascade.deadline.ObligationChanged;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.notification.Rung;
import vn.plancascade.organisation.Role;
import vn.plancascade.organisation.Valid;

/**
 * Writes what the steps of duties tell, in their transaction: whoever holds the work then, and the unit's own people, each
 * with one statement, however many they are. What has been written once stays once.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class StepNotices {

    /** What was taken back and handed in again is told again. */
    private static final String ROUND = """
            'round-' || cast(o.times_returned as varchar(10)) || coalesce((
              select '-' || cast(nullif(count(*), 0) as varchar(10)) from obligation_event e where e.obligation_id = o.id
                and e.event in ('submissionTakenBack', 'reviewTakenBack', 'approvalTakenBack')), '')""";

    private static final String DUE_DATE =
            "cast(cast(o.due_at at time zone 'Asia/Ho_Chi_Minh' as date) as varchar(40))";

    /** An amendment counts no rounds: each of its steps is an occurrence of its own. */
    private static final String EVENT =
            "'event-' || cast((select max(e.id) from obligation_event e where e.obligation_id = o.id) as varchar(20))";

    /** Whoever had not heard of a duty, and had not begun with it, is not told that it is withdrawn or closed. */
    private static final String BEGUN = """
            (:rung not in ('WITHDRAWN', 'CLOSED')
              or exists (select 1 from notice h where h.obligation_id = o.id and h.channel = 'mail' and h.state = 'sent')
              or exists (select 1 from obligation_event e where e.obligation_id = o.id and e.event in ('submitted', 'submittedForReview')))""";

    private final JdbcClient jdbc;
    private final Clock clock;

    StepNotices(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @EventListener
    public void on(CasesOpened opened) {
        write(Rung.NEW, occurrence(Rung.NEW, false), opened.obligations(), "o.unit_code", null, Rung.NEW.roles(), null);
    }

    @EventListener
    public void on(ObligationChanged changed) {
        Optional<Rung> told = StepRungs.told(changed.word());
        told.ifPresent(rung -> write(rung, changed));
    }

    private void write(Rung rung, ObligationChanged changed) {
        List<Long> duty = List.of(changed.duty().id());
        String occurrence = occurrence(rung, changed.duty().amendment() != null);
        if (rung.isHolderTold()) {
            Holder.of(changed.duty())
                    .ifPresent(holder -> write(
                            rung,
                            occurrence,
                            duty,
                            "cast(:unit as varchar(40))",
                            holder.unitOf(changed.duty()),
                            holder.roles(),
                            changed.detail()));
        }
        if (!rung.roles().isEmpty()) {
            write(rung, occurrence, duty, "o.unit_code", null, rung.roles(), changed.detail());
        }
    }

    String occurrence(Rung rung, boolean amended) {
        LocalDate today = VietnamTime.dayOf(clock.instant());
        return switch (rung.occurrence()) {
            case ROUND -> amended ? EVENT : ROUND;
            case EVENT -> EVENT;
            case DAY -> "'on-" + today + "'";
            case DUE_DATE, WEEK, MAIL -> DUE_DATE;
        };
    }

    void write(
            Rung rung,
            String occurrence,
            List<Long> duties,
            String unitColumn,
            String unit,
            Collection<Role> roles,
            String detail) {
        jdbc.sql("""
                        insert into notice (obligation_id, rung, occurrence, recipient, role, role_unit, detail, created_at)
                        select t.id, :rung, t.occurrence, t.login, t.role, t.unit_code, cast(:detail as varchar(4000)),
                          cast(:now as timestamp with time zone)
                        from (select o.id, %s as occurrence, p.login, r.role, r.unit_code,
                          row_number() over (partition by o.id, p.login order by r.role) as place
                        from obligation o
                        join role_assignment r on r.unit_code = %s and r.role in (:roles) and %s
                        join person p on p.login = r.login and p.enabled
                        where o.id in (:obligations) and %s) t where t.place = 1
                        on conflict do nothing""".formatted(occurrence, unitColumn, Valid.onDay("r"), BEGUN))
                .param("rung", rung.name())
                .param("detail", detail)
                .param("unit", unit)
                .param("now", offset(clock.instant()))
                .param("roles", roles.stream().map(Enum::name).toList())
                .param("day", VietnamTime.dayOf(clock.instant()))
                .param("obligations", duties)
                .update();
    }
}
