package vn.plancascade.notification.mail;

import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.plancascade.notification.MorningRounds;

/**
 * Whether mails of notices are held back because a morning's rounds are not over: who has duties under several watches is to
 * get one mail and not one a watch. Not for long: a round that hangs keeps nobody's mail.
 */
@Component
class MorningsHeld {

    private static final long LONGEST = Duration.ofMinutes(2).toNanos();

    private final List<MorningRounds> rounds;

    /** By real time, which no demo moves; null while nothing is under way. */
    private Long since;

    MorningsHeld(List<MorningRounds> rounds) {
        this.rounds = rounds;
    }

    synchronized boolean heldBack() {
        if (rounds.stream().noneMatch(MorningRounds::underWay)) {
            since = null;
            return false;
        }
        if (since == null) {
            since = System.nanoTime();
        }
        return System.nanoTime() - since < LONGEST;
    }
}
