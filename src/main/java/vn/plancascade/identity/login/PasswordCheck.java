package vn.plancascade.identity.login;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import vn.plancascade.kernel.Names;
import vn.plancascade.organisation.Credentials;
import vn.plancascade.organisation.Credentials.StoredPassword;

/**
 * Whether a password is a person's.
 *
 * <p>The stored hash is read each time, so that a person who is disabled or has a new password is so at once. Only the
 * slow comparison is remembered, and only where it succeeded: a REST client sends its password with every request.
 * What is remembered is a digest under a key that dies with the process.
 */
@Component
public class PasswordCheck {

    private static final Duration REMEMBERED = Duration.ofMinutes(5);
    private static final int MAX_REMEMBERED = 20_000;

    private final Credentials credentials;
    private final PasswordEncoder encoder;
    private final String hashOfNobody;
    private final byte[] key = new byte[32];
    private final Cache<ByteBuffer, Boolean> succeeded = Caffeine.newBuilder()
            .expireAfterWrite(REMEMBERED)
            .maximumSize(MAX_REMEMBERED)
            .build();

    PasswordCheck(Credentials credentials, PasswordEncoder encoder) {
        this.credentials = credentials;
        this.encoder = encoder;
        new SecureRandom().nextBytes(key);
        this.hashOfNobody = encoder.encode(java.util.HexFormat.of().formatHex(key));
    }

    /** True if there is such an enabled person with this password. An unknown login takes as long as a wrong password. */
    public boolean matches(String login, String password) {
        String name = Names.clean(login);
        if (name == null || name.indexOf('\0') >= 0 || password == null || password.isEmpty()) {
            return false;
        }
        Optional<String> hash = credentials.password(name).map(StoredPassword::hash);
        if (hash.isEmpty()) {
            encoder.matches(password, hashOfNobody);
            return false;
        }
        ByteBuffer digest = digest(name, hash.get(), password);
        if (succeeded.getIfPresent(digest) != null) {
            return true;
        }
        if (!encoder.matches(password, hash.get())) {
            return false;
        }
        succeeded.put(digest, true);
        return true;
    }

    private ByteBuffer digest(String... parts) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(key);
            for (String part : parts) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                sha.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
                sha.update(bytes);
            }
            return ByteBuffer.wrap(sha.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
