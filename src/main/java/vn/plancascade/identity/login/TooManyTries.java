package vn.plancascade.identity.login;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** Too many wrong passwords came from one address, or for one login; what was tried now has not been looked at. */
class TooManyTries extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    private final Duration wait;

    TooManyTries(Duration wait) {
        super("Too many tries");
        this.wait = wait;
    }

    /** In how many seconds the next try is taken, at least one. */
    long seconds() {
        return Math.max(1, wait.toSeconds() + 1);
    }
}
