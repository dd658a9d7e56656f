package vn.plancascade.deadline.domain;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.plancascade.deadline.DutySteps;
import vn.plancascade.deadline.Extensions;
import vn.plancascade.deadline.Holder;
import vn.plancascade.deadline.Obligation;
import vn.plancascade.deadline.Reminders;
import vn.plancascade.kernel.Conflict;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.Organisation;

/** Who may ask for a duty is who may give it more time. */
@Service
@Transactional
class AskedReminders implements Reminders {

    private final Extensions extensions;
    private final DutySteps steps;
    private final Organisation organisation;
    private final JdbcClient jdbc;
    private final Clock clock;

    AskedReminders(Extensions extensions, DutySteps steps, Organisation organisation, JdbcClient jdbc, Clock clock) {
        this.extensions = extensions;
        this.steps = steps;
        this.organisation = organisation;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void remind(Actor actor, long id, String reason) {
        check(actor, id, reason);
        steps.reminded(id, actor.login(), Reason.optional(reason));
    }

    @Override
    @Transactional(readOnly = true)
    public void check(Actor actor, long id, String reason) {
        Obligation duty = extensions.decidable(actor, id);
        Reason.optional(reason);
        if (duty.documentDate() != null) {
            throw new Conflict("reminder.delivered");
        }
        Holder holder = Holder.of(duty).orElseThrow(() -> new Conflict("reminder.notBegun"));
        if (holder.allowed().stream()
                .allMatch(
                        role -> organisation.holders(role, holder.unitOf(duty)).isEmpty())) {
            throw new Conflict("reminder.nobody");
        }
        LocalDate today = VietnamTime.dayOf(clock.instant());
        boolean askedToday = jdbc.sql("select count(*) from obligation where id = :id and reminded_on >= :day")
                        .param("id", id)
                        .param("day", today)
                        .query(Long.class)
                        .single()
                > 0;
        if (askedToday) {
            throw new Conflict("reminder.today");
        }
    }
}
