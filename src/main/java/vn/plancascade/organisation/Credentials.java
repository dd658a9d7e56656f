package vn.plancascade.organisation;

import java.util.Optional;

/** What the login needs of a person, and nobody else. */
public interface Credentials {

    /** An enabled person's password, whatever the case of the login; empty if there is no such person or no password. */
    Optional<StoredPassword> password(String login);

    /** @param login as it is kept */
    record StoredPassword(String login, String hash) {}
}
