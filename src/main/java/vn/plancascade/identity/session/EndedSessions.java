package vn.plancascade.identity.session;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.stereotype.Component;

/** Takes away the rows of sessions that nobody has used for too long; each instance does, whichever comes first. */
@Component
class EndedSessions {

    private final JdbcIndexedSessionRepository rows;

    EndedSessions(JdbcIndexedSessionRepository rows) {
        this.rows = rows;
    }

    @Scheduled(fixedDelayString = "PT1M")
    void remove() {
        rows.cleanUpExpiredSessions();
    }
}
