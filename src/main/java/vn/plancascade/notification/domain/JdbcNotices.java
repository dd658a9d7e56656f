package vn.plancascade.notification.domain;

import static vn.plancascade.kernel.Conditions.equal;
import static vn.plancascade.kernel.Rows.instant;
import static vn.plancascade.kernel.VietnamTime.offset;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.plancascade.database.ChangeMark;
import vn.plancascade.database.Remembered;
import vn.plancascade.kernel.Names;
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

/** Reads what people were told. */
@Service
class JdbcNotices implements Notices, ChangeMark {

    private final JdbcClient jdbc;
    private final Organisation organisation;
    private final Remembered remembered;
    private final Texts texts;

    JdbcNotices(JdbcClient jdbc, Organisation organisation, Remembered remembered, Texts texts) {
        this.jdbc = jdbc;
        this.organisation = organisation;
        this.remembered = remembered;
        this.texts = texts;
    }

    @Override
    @Transactional(readOnly = true)
    public Page<Notice> visibleTo(Actor actor, NoticeQuery query, PageRequest page) {
        Scope scope = organisation.scopeOf(actor);
        Map<String, Object> params = new HashMap<>(scope.params());
        params.put("login", actor.login());
        List<String> conditions = new ArrayList<>(List.of("true"));
        equal(conditions, params, "n.obligation_id", "obligation", query.obligation());
        equal(conditions, params, "n.recipient", "recipient", organisation.loginOf(query.recipient()));
        equal(conditions, params, "n.state", "state", query.state());
        equal(conditions, params, "o.unit_code", "unit", Names.code(query.unit()));
        if (query.from() != null) {
            conditions.add("n.created_at >= :from");
            params.put("from", offset(VietnamTime.startOf(query.from())));
        }
        equal(conditions, params, "n.rung", "rung", query.rung());
        String from =
                " from notice n join obligation o on o.id = n.obligation_id where " + String.join(" and ", conditions);
        String within = " and " + scope.condition("o.unit_code");
        String own = " and n.recipient = :login";
        String all = from + " and (n.recipient = :login or " + scope.condition("o.unit_code") + ")";
        // What has become of mails changes without a trace in what answers are kept by.
        long total = query.state() == null
                ? remembered.count(all, params)
                : jdbc.sql("select count(*)" + all)
                        .params(params)
                        .query(Long.class)
                        .single();
        // The newest of either, each found along an index, before anything is read beside them.
        String newest = "(select n.id%s order by n.id desc limit :end)";
        List<Notice> items = jdbc.sql(
                        "select n.*, o.unit_code, o.given_name, o.period, p.full_name, m.sent_at, m.last_error from ("
                                + newest.formatted(from + within) + " union " + newest.formatted(from + own) + ") page"
                                + " join notice n on n.id = page.id join obligation o on o.id = n.obligation_id"
                                + " left join mail m on m.id = n.mail_id left join person p on p.login = n.recipient"
                                + " order by n.id desc limit :size offset :offset")
                .params(params)
                .param("size", page.size())
                .param("offset", page.offset())
                .param("end", page.offset() + page.size())
                .query((row, i) -> new Notice(
                        row.getLong("id"),
                        row.getLong("obligation_id"),
                        row.getString("unit_code"),
                        row.getString("given_name"),
                        row.getString("period"),
                        Rung.valueOf(row.getString("rung")),
                        row.getString("occurrence"),
                        row.getString("recipient"),
                        row.getString("full_name"),
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

    @Override
    public String sql() {
        return "select max(id) from notice";
    }

    @Override
    public int waitingFor(Collection<Long> duties) {
        return duties.isEmpty()
                ? 0
                : jdbc.sql("select count(*) from notice where state = 'waiting' and obligation_id in (:duties)")
                        .param("duties", duties)
                        .query(Integer.class)
                        .single();
    }
}
