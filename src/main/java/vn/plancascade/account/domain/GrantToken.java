package vn.plancascade.account.domain;

import java.security.SecureRandom;
import java.util.Base64;

/** Secrets that nobody can guess, of letters that an address may hold. */
final class GrantToken {

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private GrantToken() {}

    static String fresh() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
