package vn.plancascade.notification.domain;

import static vn.plancascade.kernel.VietnamTime.offset;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    public Map<String, Long> send(Collection<String> logins, String kind) {
        List<String> all = new ArrayList<>(logins);
        Map<String, Long> mails = new HashMap<>();
        for (int from = 0; from < all.size(); from += CHUNK) {
            mails.putAll(queue(all.subList(from, Math.min(from + CHUNK, all.size())), kind));
        }
        return mails;
    }

    @Override
    public long sendTo(String address, String kind) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("""
                        insert into mail (address, locale, kind, next_attempt_at, created_at)
                        values (:address, 'vi', :kind, :now, :now)""")
                .param("address", address)
                .param("kind", kind)
                .param("now", offset(clock.instant()))
                .update(key, "id");
        return key.getKeyAs(Number.class).longValue();
    }

    private Map<String, Long> queue(List<String> logins, String kind) {
        jdbc.sql("delete from mail where kind = :kind and state = 'waiting' and recipient in (:logins)")
                .param("kind", kind)
                .param("logins", logins)
                .update();
        jdbc.sql("""
                        insert into mail (recipient, address, locale, kind, next_attempt_at, created_at)
                        select p.login, p.email, p.locale, :kind, cast(:now as timestamp with time zone),
                          cast(:now as timestamp with time zone)
                        from person p where p.login in (:logins) order by p.login""")
                .param("kind", kind)
                .param("now", offset(clock.instant()))
                .param("logins", logins)
                .update();
        Map<String, Long> mails = new HashMap<>();
        jdbc.sql("select recipient, id from mail where kind = :kind and state = 'waiting' and recipient in (:logins)")
                .param("kind", kind)
                .param("logins", logins)
                .query(row -> {
                    mails.put(row.getString(1), row.getLong(2));
                });
        return mails;
    }
}
