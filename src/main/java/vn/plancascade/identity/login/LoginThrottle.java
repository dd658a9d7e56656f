package vn.plancascade.identity.login;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Slows down whoever guesses passwords, by the address they come from and by the login they try, and locks nobody out for
 * good: what was used up fills again by itself. A person who logged in from an address before is not kept out there by what
 * strangers try elsewhere; the pair has a small allowance of its own.
 *
 * <p>Kept by each instance on its own: several instances allow as many times more.
 */
@Component
public class LoginThrottle {

    private static final Duration PERIOD = Duration.ofMinutes(15);
    private static final int TRIES_OF_ADDRESS = 100;
    private static final int TRIES_OF_LOGIN = 20;
    private static final int TRIES_OF_KNOWN_PAIR = 10;
    private static final Duration KNOWN = Duration.ofDays(30);
    private static final int MOST = 200_000;

    private final Cache<String, Bucket> buckets;
    private final Cache<String, Boolean> known;
    private final TimeMeter time;

    LoginThrottle(Clock clock) {
        this.time = new ClockTime(clock);
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterAccess(PERIOD.multipliedBy(2))
                .ticker(time::currentTimeNanos)
                .build();
        this.known = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(KNOWN)
                .ticker(time::currentTimeNanos)
                .build();
    }

    /**
     * Refuses a try where the wrong ones have used everything up.
     *
     * @throws TooManyTries if the password is not to be looked at now
     */
    void refuseIfExhausted(String address, String login) {
        for (Bucket bucket : buckets(address, login)) {
            if (bucket.getAvailableTokens() == 0) {
                throw new TooManyTries(
                        Duration.ofNanos(bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill()));
            }
        }
    }

    void failed(String address, String login) {
        buckets(address, login).forEach(bucket -> bucket.tryConsume(1));
    }

    void succeeded(String address, String login) {
        known.put(pair(address, login), true);
    }

    /** Takes one try of something that is asked for by address or by person, such as a mail. */
    public boolean allows(String what, String key, int tries) {
        return bucket(what + "\n" + key, tries).tryConsume(1);
    }

    private List<Bucket> buckets(String address, String login) {
        String pair = pair(address, login);
        return known.getIfPresent(pair) == null
                ? List.of(bucket("address\n" + address, TRIES_OF_ADDRESS), bucket("login\n" + login, TRIES_OF_LOGIN))
                : List.of(bucket("pair\n" + pair, TRIES_OF_KNOWN_PAIR));
    }

    private static String pair(String address, String login) {
        return address + "\n" + login;
    }

    private Bucket bucket(String key, int tries) {
        return buckets.get(
                key,
                unused -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(tries).refillGreedy(tries, PERIOD))
                        .withCustomTimePrecision(time)
                        .build());
    }

    /** The product's clock, so that a quarter of an hour can pass in a test. */
    private record ClockTime(Clock clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            var now = clock.instant();
            return now.getEpochSecond() * 1_000_000_000L + now.getNano();
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
