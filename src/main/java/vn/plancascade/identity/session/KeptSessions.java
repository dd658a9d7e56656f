package vn.plancascade.identity.session;

import java.util.regex.Pattern;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/**
 * The sessions of people who have logged in, in the database, for all instances. Whoever has not logged in has none: what a
 * visitor or a program that names itself with each request puts into a session is gone with the request, so nobody from
 * outside makes rows. A person has a bounded number of them; the oldest end.
 */
final class KeptSessions<S extends Session> implements SessionRepository<KeptSession<S>> {

    private static final String WHO = HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY;
    private static final Pattern ID = Pattern.compile("[0-9a-f-]{36}");

    private final SessionRepository<S> rows;
    private final JdbcClient jdbc;
    private final int ofOnePerson;

    /** Of the request under way: Spring's filter asks once more for what it has just saved, at its end, and that need not be read again. */
    private final ThreadLocal<KeptSession<S>> saved = new ThreadLocal<>();

    KeptSessions(SessionRepository<S> rows, JdbcClient jdbc, int ofOnePerson) {
        this.rows = rows;
        this.jdbc = jdbc;
        this.ofOnePerson = ofOnePerson;
    }

    @Override
    public KeptSession<S> createSession() {
        return new KeptSession<>(rows.createSession(), true);
    }

    @Override
    public void save(KeptSession<S> session) {
        boolean begins = session.isNew();
        if (begins && session.getAttribute(WHO) == null) {
            return;
        }
        try {
            session.saveTo(rows);
        } catch (DataIntegrityViolationException ended) {
            // On another instance, or in another request, while this one was under way.
            return;
        }
        if (begins) {
            endOldest(session);
        } else {
            saved.set(session);
        }
    }

    /** Null for what nobody has logged in with, and for what another version wrote and this one cannot read: a login begins anew. */
    @Override
    public KeptSession<S> findById(String id) {
        KeptSession<S> before = saved.get();
        saved.remove();
        if (before != null && before.getId().equals(id)) {
            return before;
        }
        S row = ID.matcher(id).matches() ? rows.findById(id) : null;
        if (row == null) {
            return null;
        }
        KeptSession<S> session = new KeptSession<>(row, false);
        if (session.getAttribute(WHO) == null) {
            rows.deleteById(id);
            return null;
        }
        return session;
    }

    /** The next request of this thread reads its session anew. */
    void forget() {
        saved.remove();
    }

    @Override
    public void deleteById(String id) {
        rows.deleteById(id);
    }

    private void endOldest(KeptSession<S> session) {
        SecurityContext who = session.getAttribute(WHO);
        jdbc.sql("""
                        delete from web_session where principal_name = :login and creation_time < (
                          select min(creation_time) from (
                            select creation_time from web_session where principal_name = :login
                            order by creation_time desc limit :most) as latest)""")
                .param("login", who.getAuthentication().getName())
                .param("most", ofOnePerson)
                .update();
    }
}
