package vn.plancascade.notification.domain;

import static vn.plancascade.kernel.VietnamTime.offset;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.plancascade.deadline.Holder;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.notification.Stage;
import vn.plancascade.notification.Stage.Audience;
import vn.plancascade.notification.StageNotices;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.organisation.Valid;

/**
 * Joins the stages, a few rows of values, with the open duties and the people. Each road from a duty to people is a select of
 * its own with joins by equality alone: put together by "or", they made H2 try every role with every duty.
 *
 * <p>Of what has come for one duty since the last round, a person is told the newest only, by whichever roads it comes: both
 * statements rank the people of all roads, and each writes what comes by its own.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class JdbcStageNotices implements StageNotices {

    /** A draft that waits to be approved is another matter than the deadline: who has to hear of both hears of both. */
    private static final String INSERT = """
            insert into notice (obligation_id, rung, occurrence, recipient, role, role_unit, channel, state, created_at)
            select t.id, t.rung, t.occurrence, t.login, t.role, t.unit_code, t.form, case t.form when 'task' then 'sent' else 'waiting' end,
              cast(:now as timestamp with time zone)
            from (
              select w.*, row_number() over (partition by w.id, w.login, w.form, w.of_round
                order by w.morning desc, w.urgency desc, w.above, w.unit_code, w.role) as place
              from (%s) w join person p on p.login = w.login and p.enabled) t
            where t.place = 1 and t.above = :above
            on conflict do nothing""";

    private static final String OWN_PEOPLE = """
            join role_assignment r on r.unit_code = case s.role when 'holder' then o.holder_unit else o.unit_code end
              and r.role = case s.role when 'holder' then o.holder_role else s.role end and %s""".formatted(Valid.onDay("r"));

    /** Who stands in for the holder, where nobody holds the role today. */
    private static final List<String> STANDING_IN = Holder.standingIn().stream()
            .map(holder -> """
                    join role_assignment r on r.unit_code = o.holder_unit and o.holder_role = '%1$s' and r.role = '%2$s' and %3$s
                      and not exists (select 1 from role_assignment h join person q on q.login = h.login
                        where h.unit_code = o.holder_unit and h.role = '%1$s' and q.enabled and %4$s)""".formatted(holder.role(), holder.standIn(), Valid.onDay("r"), Valid.onDay("h")))
            .toList();

    private static final String SUPERIOR = UnitAbove.peopleOf("o");

    private static final String AREA_INSPECTORS = """
            join unit_below b on b.unit_code = o.unit_code
            join role_assignment r on r.unit_code = b.superior_code and r.role = s.role and %s""".formatted(Valid.onDay("r"));

    private static final String PLAN_INSPECTORS = """
            join role_assignment r on r.unit_code = :focalUnit and r.role = s.role and %s""".formatted(Valid.onDay("r"));

    private final JdbcClient jdbc;
    private final Organisation organisation;
    private final Clock clock;

    JdbcStageNotices(JdbcClient jdbc, Organisation organisation, Clock clock) {
        this.jdbc = jdbc;
        this.organisation = organisation;
        this.clock = clock;
    }

    @Override
    public int tellUnits(Stages come) {
        return tell(come, false);
    }

    @Override
    public int tellAbove(Stages come) {
        return tell(come, true);
    }

    private int tell(Stages come, boolean above) {
        List<Stage> own = come.stages().stream()
                .filter(stage -> stage.to().stream().anyMatch(to -> to.isAbove() == above))
                .toList();
        if (own.isEmpty()) {
            return 0;
        }
        // The same rung comes once to a person whatever the road: with one rung, the other roads have nothing to say.
        boolean oneRung = come.stages().stream().map(Stage::rung).distinct().count() == 1;
        Collection<Stage> others = oneRung ? List.of() : come.stages();
        StageRows rows = new StageRows();
        List<String> roads = new ArrayList<>();
        roads.addAll(rows.joined(OWN_PEOPLE, above ? others : own, to -> !to.isAbove(), false));
        STANDING_IN.forEach(
                road -> roads.addAll(rows.joined(road, above ? others : own, to -> to == Audience.holder, false)));
        Collection<Stage> toAbove = above ? own : others;
        roads.addAll(rows.joined(SUPERIOR, toAbove, to -> to == Audience.superior, true));
        roads.addAll(rows.joined(AREA_INSPECTORS, toAbove, to -> to == Audience.inspector, true));
        roads.addAll(rows.joined(PLAN_INSPECTORS, toAbove, to -> to == Audience.inspector, true));
        organisation.refreshTree();
        return jdbc.sql(INSERT.formatted(String.join(" union all ", roads)))
                .params(rows.params())
                .param("above", above)
                .param("plan", come.planId())
                .param("kind", come.kind().name())
                .param("period", come.period())
                .param("focalUnit", come.focalUnit())
                .param("now", offset(clock.instant()))
                .param("day", VietnamTime.dayOf(clock.instant()))
                .update();
    }
}
