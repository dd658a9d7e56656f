package vn.plancascade.notification.domain;

import static vn.plancascade.kernel.Rows.instant;
import static vn.plancascade.kernel.VietnamTime.offset;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.plancascade.deadline.CasesOpened;
import vn.plancascade.deadline.ObligationChanged;
import vn.plancascade.kernel.Page;
import vn.plancascade.kernel.PageRequest;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.notification.Notice;
import vn.plancascade.notification.NoticeQuery;
import vn.plancascade.notification.Notices;
import vn.plancascade.notification.Rung;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.organisation.Scope;
import vn.plancascade.web.Texts;

/** Writes notices with one statement an occasion, however many people it reaches; what has been written once stays once. */
@Service
class JdbcNotices implements Notices {

    private final JdbcClient jdbc;
    private final Organisation organisation;
    private final Texts texts;
    private final Clock clock;

    JdbcNotices(JdbcClient jdbc, Organisation organisation, Texts texts, Clock clock) {
        this.jdbc = jdbc;
        this.organisation = organisation;
        this.texts = texts;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(CasesOpened opened) {
        write(Rung.NEW, opened.obligations(), null);
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(ObligationChanged changed) {
        Rung rung =
                switch (changed.event()) {
                    case "submitted" -> Rung.SUBMITTED;
                    case "returned" -> Rung.RETURNED;
                    case "approved" -> Rung.APPROVED;
                    case "extended" -> Rung.EXTENDED;
                    case "revisionRequested", "revisionAsked" -> Rung.REVISION;
                    case "partChanged", "supplementBegun" -> Rung.CHANGED_BELOW;
                    default -> null;
                };
        if (rung != null) {
            write(rung, List.of(changed.obligation().id()), changed.detail());
        }
    }

    private void write(Rung rung, List<Long> obligations, String detail) {
        LocalDate today = VietnamTime.dayOf(clock.instant());
        String occurrence =
                switch (rung.occurrence()) {
                    case ROUND -> "'round-' || cast(o.times_returned as varchar(10))";
                    case DAY -> "'on-" + today + "'";
                    default -> "cast(cast(o.due_at at time zone 'Asia/Ho_Chi_Minh' as date) as varchar(40))";
                };
        jdbc.sql("""
                        insert into notice (obligation_id, rung, occurrence, recipient, detail, created_at)
                        select distinct o.id, :rung, %s, p.login, cast(:detail as varchar(4000)),
                          cast(:now as timestamp with time zone)
                        from obligation o
                        join role_assignment r on r.unit_code = o.unit_code and r.role in (:roles)
                          and r.valid_from <= :today and (r.valid_to is null or r.valid_to > :today)
                        join person p on p.login = r.login and p.enabled
                        where o.id in (:obligations)
                        on conflict do nothing""".formatted(occurrence))
                .param("rung", rung.name())
                .param("detail", detail)
                .param("now", offset(clock.instant()))
                .param("roles", rung.roles().stream().map(Enum::name).toList())
                .param("today", today)
                .param("obligations", obligations)
                .update();
    }

    @Override
    @Transactional(readOnly = true)
    public Page<Notice> visibleTo(Actor actor, NoticeQuery query, PageRequest page) {
        Scope scope = organisation.scopeOf(actor);
        Map<String, Object> params = new HashMap<>(scope.params());
        params.put("login", actor.login());
        List<String> conditions = new ArrayList<>();
        conditions.add("(n.recipient = :login or " + scope.condition("o.unit_code") + ")");
        equal(conditions, params, "n.obligation_id", "obligation", query.obligation());
        equal(conditions, params, "n.recipient", "recipient", query.recipient());
        equal(conditions, params, "n.state", "state", query.state());
        equal(
                conditions,
                params,
                "n.rung",
                "rung",
                query.rung() == null ? null : query.rung().name());
        String from =
                " from notice n join obligation o on o.id = n.obligation_id left join mail m on m.id = n.mail_id where "
                        + String.join(" and ", conditions);
        long total = jdbc.sql("select count(*)" + from)
                .params(params)
                .query(Long.class)
                .single();
        List<Notice> items = jdbc.sql("select n.*, o.unit_code, m.sent_at, m.last_error" + from
                        + " order by n.id desc limit :size offset :offset")
                .params(params)
                .param("size", page.size())
                .param("offset", page.offset())
                .query((row, i) -> new Notice(
                        row.getLong("id"),
                        row.getLong("obligation_id"),
                        row.getString("unit_code"),
                        Rung.valueOf(row.getString("rung")),
                        row.getString("occurrence"),
                        row.getString("recipient"),
                        row.getString("channel"),
                        row.getString("state"),
                        offset(instant(row, "created_at")),
                        row.getObject("mail_id", Long.class),
                        offset(instant(row, "sent_at")),
                        error(row.getString("last_error"))))
                .list();
        return new Page<>(items, page.page(), page.size(), total);
    }

    private String error(String kept) {
        MailFailure failure = MailFailure.read(kept);
        return failure == null ? null : texts.of(failure.key(), failure.said());
    }

    private static void equal(
            List<String> conditions, Map<String, Object> params, String column, String name, Object value) {
        if (value != null) {
            conditions.add(column + " = :" + name);
            params.put(name, value);
        }
    }
}
