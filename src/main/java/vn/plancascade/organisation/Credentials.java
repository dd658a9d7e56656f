package vn.plancascade.organisation;

import java.util.Optional;

/** What the login needs of a person, and nobody else. */
public interface Credentials {

    /** The stored hash of an enabled person's password; empty if there is no such person or no password. */
    Optional<String> passwordHash(String login);
}
