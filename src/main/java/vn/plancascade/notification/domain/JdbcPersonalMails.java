package vn.plancascade.notification.domain;

import static vn.plancascade.kernel.VietnamTime.offset;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.plancascade.notification.PersonalMails;

@Repository
@Transactional(propagation = Propagation.MANDATORY)
class JdbcPersonalMails implements PersonalMails {

    private static final int CHUNK = 1_000;

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcPersonalMails(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Map<String, Long> send(Collection<String> logins, String kind, String about) {
        List<String> all = new ArrayList<>(logins);
        Map<String, Long> mails = new HashMap<>();
        for (int from = 0; from < all.size(); from += CHUNK) {
            mails.putAll(queue(all.subList(from, Math.min(from + CHUNK, all.size())), kind, about));
        }
        return mails;
    }

    @Override
    public long sendTo(String address, String kind, String about) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("""
                        insert into mail (address, locale, kind, about, next_attempt_at, created_at)
                        values (:address, 'vi', :kind, cast(:about as varchar(60)), :now, :now)""")
                .param("about", about)
                .param("address", address)
                .param("kind", kind)
                .param("now", offset(clock.instant()))
                .update(key, "id");
        return key.getKeyAs(Number.class).longValue();
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS)
    public Optional<String> about(long mail) {
        return Optional.ofNullable(jdbc.sql("select about from mail where id = :id")
                .param("id", mail)
                .query((row, n) -> row.getString(1))
                .single());
    }

    private Map<String, Long> queue(List<String> logins, String kind, String about) {
        String waiting = "kind = :kind and coalesce(about, '') = coalesce(cast(:about as varchar(60)), '')"
                + " and state = 'waiting' and recipient in (:logins)";
        // One that is being sent is sent, and nobody waits for that.
        List<Long> overtaken = jdbc.sql("select id from mail where " + waiting + " for update skip locked")
                .param("about", about)
                .param("kind", kind)
                .param("logins", logins)
                .query(Long.class)
                .list();
        if (!overtaken.isEmpty()) {
            jdbc.sql("delete from mail where id in (:overtaken)")
                    .param("overtaken", overtaken)
                    .update();
        }
        jdbc.sql("""
                        insert into mail (recipient, address, locale, kind, about, next_attempt_at, created_at)
                        select p.login, p.email, p.locale, :kind, cast(:about as varchar(60)), cast(:now as timestamp with time zone),
                          cast(:now as timestamp with time zone)
                        from person p where p.login in (:logins) order by p.login""")
                .param("kind", kind)
                .param("about", about)
                .param("now", offset(clock.instant()))
                .param("logins", logins)
                .update();
        Map<String, Long> mails = new HashMap<>();
        jdbc.sql("select recipient, id from mail where " + waiting + " order by id")
                .param("about", about)
                .param("kind", kind)
                .param("logins", logins)
                .query(row -> {
                    mails.put(row.getString(1), row.getLong(2));
                });
        return mails;
    }
}
