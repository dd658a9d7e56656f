package vn.plancascade.identity.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.password.PasswordEncoder;
import vn.plancascade.organisation.Credentials.StoredPassword;

@Tag("quick")
class PasswordCheckTest {

    private final Map<String, String> stored = new HashMap<>(Map.of("an", "hash:đúng"));
    private final Slow encoder = new Slow();
    private final PasswordCheck check = new PasswordCheck(
            login -> Optional.ofNullable(stored.get(login)).map(hash -> new StoredPassword(login, hash)), encoder);

    @Test
    void unknownLoginCostsAsMuchAsAWrongPassword() {
        assertThat(check.matches("an", "sai")).isFalse();
        assertThat(encoder.compared).isEqualTo(1);

        assertThat(check.matches("không có", "sai")).isFalse();
        assertThat(encoder.compared).isEqualTo(2);
    }

    @Test
    void successIsRememberedAndFailureIsNot() {
        check.matches("an", "đúng");
        assertThat(check.matches("an", "đúng")).isTrue();
        assertThat(encoder.compared).isEqualTo(1);

        check.matches("an", "sai");
        check.matches("an", "sai");
        assertThat(encoder.compared).isEqualTo(3);
    }

    @Test
    void disabledPersonIsRefusedThoughRemembered() {
        assertThat(check.matches("an", "đúng")).isTrue();

        stored.remove("an");

        assertThat(check.matches("an", "đúng")).isFalse();
    }

    @Test
    void nothingIsNeverAPassword() {
        assertThat(check.matches("an", "")).isFalse();
        assertThat(check.matches("an", null)).isFalse();
        assertThat(check.matches(null, "đúng")).isFalse();
    }

    private static final class Slow implements PasswordEncoder {

        private int compared;

        @Override
        public String encode(CharSequence raw) {
            return "hash:" + raw;
        }

        @Override
        public boolean matches(CharSequence raw, String hash) {
            compared++;
            return hash.equals("hash:" + raw);
        }
    }
}
