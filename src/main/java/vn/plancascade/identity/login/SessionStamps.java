package vn.plancascade.identity.login;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.plancascade.organisation.Credentials;

/** Which password of a person is the present one, without saying anything about it. */
@Component
public class SessionStamps {

    private static final int BYTES = 8;

    private final Credentials credentials;

    SessionStamps(Credentials credentials) {
        this.credentials = credentials;
    }

    /** Empty for whoever cannot log in. */
    public Optional<String> of(String login) {
        return credentials.passwordHash(login).map(SessionStamps::digest);
    }

    /** Whether a session that bears the stamp still stands. */
    public boolean isPresent(LoggedIn session) {
        return of(session.login()).filter(session.stamp()::equals).isPresent();
    }

    private static String digest(String hash) {
        try {
            byte[] sha = MessageDigest.getInstance("SHA-256").digest(hash.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha, 0, BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
