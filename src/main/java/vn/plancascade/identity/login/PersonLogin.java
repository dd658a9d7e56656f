package vn.plancascade.identity.login;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;
import vn.plancascade.kernel.Names;

/** Logs a person in. The session keeps who it is and no rights: those are read anew with each request. */
@Component
class PersonLogin implements AuthenticationProvider {

    private final PasswordCheck passwords;
    private final LoginThrottle throttle;
    private final SessionStamps stamps;

    PersonLogin(PasswordCheck passwords, LoginThrottle throttle, SessionStamps stamps) {
        this.passwords = passwords;
        this.throttle = throttle;
        this.stamps = stamps;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String password = attempt.getCredentials() == null
                ? null
                : attempt.getCredentials().toString();
        String login = Names.clean(attempt.getName());
        String address =
                attempt.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
        String counted = String.valueOf(login).toLowerCase(Locale.ROOT);
        throttle.refuseIfExhausted(address, counted);
        Optional<LoggedIn> session = passwords.matches(login, password) ? stamps.of(login) : Optional.empty();
        if (session.isEmpty()) {
            throttle.failed(address, counted);
            throw new BadCredentialsException("Login or password is wrong");
        }
        throttle.succeeded(address, counted);
        return UsernamePasswordAuthenticationToken.authenticated(session.get(), null, List.of());
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
