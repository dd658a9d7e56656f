package vn.plancascade.notification.mail;

import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.plancascade.deadline.WorkOnMany;

/**
 * Whether mails of notices are held back because work on many duties is not over: who has duties under several watches is to
 * get one mail and not one a watch, and a launch is not slowed down by its own mails. Not for long: what hangs keeps nobody's mail.
 */
@Component
class MailsHeld {

    private static final long LONGEST = Duration.ofMinutes(5).toNanos();

    private final List<WorkOnMany> work;

    /** By real time, which no demo moves; null while nothing is under way. */
    private Long since;

    MailsHeld(List<WorkOnMany> work) {
        this.work = work;
    }

    synchronized boolean heldBack() {
        if (work.stream().noneMatch(WorkOnMany::underWay)) {
            since = null;
            return false;
        }
        if (since == null) {
            since = System.nanoTime();
        }
        return System.nanoTime() - since < LONGEST;
    }
}
