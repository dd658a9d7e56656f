package vn.plancascade.identity.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/** A session that is written only when there is something to write: reading a page writes nothing, but when it was last used, once a minute. */
final class KeptSession<S extends Session> implements Session {

    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

    private final S row;

    /** What the attributes hold by what was read or set last: the same thing that is set once more need not be written. */
    private final Map<String, byte[]> known = new HashMap<>();

    private boolean isNew;

    KeptSession(S row, boolean isNew) {
        this.row = row;
        this.isNew = isNew;
    }

    boolean isNew() {
        return isNew;
    }

    void saveTo(SessionRepository<S> rows) {
        rows.save(row);
        isNew = false;
    }

    @Override
    public <T> T getAttribute(String name) {
        T value = row.getAttribute(name);
        if (value != null && !known.containsKey(name)) {
            known.put(name, SessionContent.write(value));
        }
        return value;
    }

    @Override
    public void setAttribute(String name, Object value) {
        if (value == null) {
            removeAttribute(name);
            return;
        }
        byte[] content = SessionContent.write(value);
        if (!Arrays.equals(content, known.put(name, content))) {
            row.setAttribute(name, value);
        }
    }

    @Override
    public void removeAttribute(String name) {
        known.remove(name);
        row.removeAttribute(name);
    }

    /** A short session notes its use more often, so that it does not end while it is used. */
    @Override
    public void setLastAccessedTime(Instant now) {
        Duration tenth = getMaxInactiveInterval().dividedBy(10);
        Duration every = tenth.compareTo(NOTED_EVERY) < 0 ? tenth : NOTED_EVERY;
        if (Duration.between(row.getLastAccessedTime(), now).compareTo(every) >= 0) {
            row.setLastAccessedTime(now);
        }
    }

    @Override
    public String getId() {
        return row.getId();
    }

    @Override
    public String changeSessionId() {
        return row.changeSessionId();
    }

    @Override
    public Set<String> getAttributeNames() {
        return row.getAttributeNames();
    }

    @Override
    public Instant getCreationTime() {
        return row.getCreationTime();
    }

    @Override
    public Instant getLastAccessedTime() {
        return row.getLastAccessedTime();
    }

    @Override
    public void setMaxInactiveInterval(Duration interval) {
        row.setMaxInactiveInterval(interval);
    }

    @Override
    public Duration getMaxInactiveInterval() {
        return row.getMaxInactiveInterval();
    }

    @Override
    public boolean isExpired() {
        return row.isExpired();
    }
}
