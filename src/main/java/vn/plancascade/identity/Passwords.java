package vn.plancascade.identity;

import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import vn.plancascade.identity.login.LoginThrottle;
import vn.plancascade.identity.login.PasswordCheck;
import vn.plancascade.identity.login.PasswordPolicy;

/** What other rooms may do with passwords; none of them ever sees a stored one. */
@Component
public class Passwords {

    private final PasswordPolicy policy;
    private final PasswordEncoder encoder;
    private final PasswordCheck check;
    private final LoginThrottle throttle;

    Passwords(PasswordPolicy policy, PasswordEncoder encoder, PasswordCheck check, LoginThrottle throttle) {
        this.policy = policy;
        this.encoder = encoder;
        this.check = check;
        this.throttle = throttle;
    }

    /**
     * What is to be stored of a new password.
     *
     * @param about what belongs to the person: login, name, address
     * @throws vn.plancascade.kernel.InvalidInput on {@code password}, if it is short or among the first that are guessed
     */
    public String checkedHash(String password, String... about) {
        policy.check(password, about);
        return encoder.encode(password);
    }

    public boolean matches(String login, String password) {
        return check.matches(login, password);
    }

    /** Whether something that is asked for by address or by person, such as a mail, may be asked for once more now. */
    public boolean allows(String what, String key, int tries) {
        return throttle.allows(what, key, tries);
    }
}
