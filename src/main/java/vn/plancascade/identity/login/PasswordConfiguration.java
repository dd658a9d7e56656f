package vn.plancascade.identity.login;

import java.text.Normalizer;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** How passwords are stored: bcrypt, under a prefix that leaves room for what comes after it. */
@Configuration(proxyBeanMethods = false)
class PasswordConfiguration {

    private static final int STRENGTH = 10;

    @Bean
    PasswordEncoder passwordEncoder() {
        DelegatingPasswordEncoder byPrefix =
                new DelegatingPasswordEncoder("bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder(STRENGTH)));
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
