package vn.plancascade.identity.login;

import java.util.List;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import vn.plancascade.kernel.Names;

/** Logs a person in. The session keeps the login's name and nothing else: rights are read anew with each request. */
@Component
class PersonLogin implements AuthenticationProvider {

    private final PasswordCheck passwords;

    PersonLogin(PasswordCheck passwords) {
        this.passwords = passwords;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String password = attempt.getCredentials() == null
                ? null
                : attempt.getCredentials().toString();
        if (!passwords.matches(attempt.getName(), password)) {
            throw new BadCredentialsException("Login or password is wrong");
        }
        return UsernamePasswordAuthenticationToken.authenticated(Names.clean(attempt.getName()), null, List.of());
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
