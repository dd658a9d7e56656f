package vn.plancascade.identity.login;

import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.plancascade.kernel.Sha256;
import vn.plancascade.organisation.Credentials;

/** Which password of a person is the present one, without saying anything about it. */
@Component
public class SessionStamps {

    private static final int BYTES = 8;

    private final Credentials credentials;

    SessionStamps(Credentials credentials) {
        this.credentials = credentials;
    }

    /** The session of whoever logs in now, under the login as it is kept; empty for whoever cannot log in. */
    public Optional<LoggedIn> of(String login) {
        return credentials.password(login).map(stored -> new LoggedIn(stored.login(), digest(stored.hash())));
    }

    /** Whether a session that bears the stamp still stands. */
    public boolean isPresent(LoggedIn session) {
        return of(session.login()).filter(session::equals).isPresent();
    }

    private static String digest(String hash) {
        return Sha256.of(hash).substring(0, 2 * BYTES);
    }
}
