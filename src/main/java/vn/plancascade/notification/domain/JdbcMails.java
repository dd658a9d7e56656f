package vn.plancascade.notification.domain;

import static vn.plancascade.kernel.Rows.instant;
import static vn.plancascade.kernel.VietnamTime.offset;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.plancascade.kernel.Act;
import vn.plancascade.kernel.ActWord;
import vn.plancascade.kernel.Conflict;
import vn.plancascade.kernel.Names;
import vn.plancascade.kernel.NotFound;
import vn.plancascade.kernel.Page;
import vn.plancascade.kernel.PageRequest;
import vn.plancascade.kernel.Search;
import vn.plancascade.notification.Mail;
import vn.plancascade.notification.MailBacklog;
import vn.plancascade.notification.MailQuery;
import vn.plancascade.notification.MailState;
import vn.plancascade.notification.Mails;
import vn.plancascade.organisation.Actor;
import vn.plancascade.web.Texts;

@Service
class JdbcMails implements Mails {

    private static final String FROM = " from mail m left join person p on p.login = m.recipient";

    /** To the address that the person has now, where there is one, and with all the delays still ahead. */
    private static final String AGAIN = """
            update mail m set state = 'waiting', attempts = 0, next_attempt_at = :now,
              address = case when m.recipient is null then m.address
                else (select p.email from person p where p.login = m.recipient) end
            where m.state in (:states)""";

    private final JdbcClient jdbc;
    private final MailQueue queue;
    private final ApplicationEventPublisher events;
    private final Texts texts;
    private final Clock clock;

    JdbcMails(JdbcClient jdbc, MailQueue queue, ApplicationEventPublisher events, Texts texts, Clock clock) {
        this.jdbc = jdbc;
        this.queue = queue;
        this.events = events;
        this.texts = texts;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Page<Mail> search(Actor actor, MailQuery query, PageRequest page) {
        actor.requireAdministrator();
        List<String> conditions = new ArrayList<>(List.of("1 = 1"));
        Map<String, Object> params = new HashMap<>();
        if (query.state() != null) {
            conditions.add("m.state = :state");
            params.put("state", query.state().name());
        }
        String recipient = Names.clean(query.recipient());
        if (recipient != null) {
            conditions.add("""
                    (lower(m.recipient) = lower(:recipient)
                      or exists (select 1 from notice n where n.mail_id = m.id and lower(n.recipient) = lower(:recipient))
                      or (%s))""".formatted(Search.condition(params, recipient, "p.name_folded", "lower(m.address)")));
            params.put("recipient", recipient);
        }
        String where = FROM + " where " + String.join(" and ", conditions);
        long total = jdbc.sql("select count(*)" + where)
                .params(params)
                .query(Long.class)
                .single();
        List<Mail> items = jdbc.sql(
                        "select m.*, p.full_name" + where + " order by m.id desc limit :size offset :offset")
                .params(params)
                .param("size", page.size())
                .param("offset", page.offset())
                .query((row, n) -> mail(row))
                .list();
        return new Page<>(items, page.page(), page.size(), total);
    }

    @Override
    @Transactional
    public Mail retry(Actor actor, long id) {
        actor.requireAdministrator();
        int changed = jdbc.sql(AGAIN + " and m.id = :id")
                .param("now", offset(clock.instant()))
                .param("states", List.of("dead", "waiting"))
                .param("id", id)
                .update();
        Mail mail = jdbc.sql("select m.*, p.full_name" + FROM + " where m.id = :id")
                .param("id", id)
                .query((row, n) -> mail(row))
                .optional()
                .orElseThrow(() -> new NotFound("mail.unknown"));
        if (changed == 0) {
            throw new Conflict("mail.sent");
        }
        noticesWaitAgain();
        events.publishEvent(Act.of(ActWord.mailResent, actor.login())
                .about(mail.recipient() == null ? mail.address() : mail.recipient())
                .saying(mail.subject()));
        return mail;
    }

    @Override
    @Transactional
    public int retryAll(Actor actor) {
        actor.requireAdministrator();
        int changed = jdbc.sql(AGAIN)
                .param("now", offset(clock.instant()))
                .param("states", List.of("dead"))
                .update();
        noticesWaitAgain();
        events.publishEvent(Act.of(ActWord.mailsResent, actor.login()).about(changed));
        return changed;
    }

    @Override
    public MailBacklog backlog(Actor actor) {
        actor.requireAdministrator();
        return queue.backlog();
    }

    private void noticesWaitAgain() {
        jdbc.sql("""
                        update notice set state = 'waiting' where state = 'dead'
                          and mail_id in (select m.id from mail m where m.state = 'waiting')""").update();
    }

    private Mail mail(ResultSet row) throws SQLException {
        MailState state = MailState.valueOf(row.getString("state"));
        MailFailure failure = MailFailure.read(row.getString("last_error"));
        return new Mail(
                row.getLong("id"),
                row.getString("recipient"),
                row.getString("full_name"),
                row.getString("address"),
                row.getString("locale"),
                row.getString("subject"),
                state,
                row.getInt("attempts"),
                failure == null ? null : texts.of(failure.key(), failure.said()),
                state == MailState.waiting ? offset(instant(row, "next_attempt_at")) : null,
                offset(instant(row, "created_at")),
                offset(instant(row, "sent_at")));
    }
}
