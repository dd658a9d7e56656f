package vn.plancascade.identity.login;

import java.io.Serializable;
import java.security.Principal;

/**
 * Who has logged in, and with which password: a session that was opened with another one has ended.
 *
 * @param stamp of the stored hash; says nothing about the password
 */
public record LoggedIn(String login, String stamp) implements Principal, Serializable {

    @Override
    public String getName() {
        return login;
    }
}
