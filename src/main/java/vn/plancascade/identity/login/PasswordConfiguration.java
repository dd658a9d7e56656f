package vn.plancascade.identity.login;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.Base64;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * How passwords are stored: bcrypt of a SHA-256, since bcrypt alone looks at 72 bytes only, which are 24 Vietnamese letters
 * with their accents at worst. The prefix leaves room for what comes after it.
 */
@Configuration(proxyBeanMethods = false)
class PasswordConfiguration {

    /** @param strength of what is stored from now on: each step doubles the work of who guesses, and of who logs in */
    @Bean
    PasswordEncoder passwordEncoder(@Value("${plan-cascade.password.bcrypt-strength:10}") int strength) {
        DelegatingPasswordEncoder byPrefix = new DelegatingPasswordEncoder(
                "sha256-bcrypt",
                Map.of(
                        "bcrypt",
                        new BCryptPasswordEncoder(strength),
                        "sha256-bcrypt",
                        new Digested(new BCryptPasswordEncoder(strength))));
        byPrefix.setDefaultPasswordEncoderForMatches(new Nothing());
        return new Normalizing(byPrefix);
    }

    /** The same password typed on a phone and on a Mac is the same password, whatever form its accents come in. */
    private record Normalizing(PasswordEncoder encoder) implements PasswordEncoder {

        @Override
        public String encode(CharSequence raw) {
            return encoder.encode(nfc(raw));
        }

        @Override
        public boolean matches(CharSequence raw, String stored) {
            return encoder.matches(nfc(raw), stored);
        }

        private static String nfc(CharSequence raw) {
            return Normalizer.normalize(raw, Normalizer.Form.NFC);
        }
    }

    /** In Base64, since bcrypt stops at a zero byte. */
    private record Digested(PasswordEncoder encoder) implements PasswordEncoder {

        @Override
        public String encode(CharSequence raw) {
            return encoder.encode(digest(raw));
        }

        @Override
        public boolean matches(CharSequence raw, String stored) {
            return encoder.matches(digest(raw), stored);
        }

        private static String digest(CharSequence raw) {
            try {
                byte[] sha = MessageDigest.getInstance("SHA-256")
                        .digest(raw.toString().getBytes(StandardCharsets.UTF_8));
                return Base64.getEncoder().encodeToString(sha);
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    /** A stored value without a known prefix fits no password. */
    private static final class Nothing implements PasswordEncoder {

        @Override
        public String encode(CharSequence raw) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean matches(CharSequence raw, String stored) {
            return false;
        }
    }
}
