package vn.plancascade.followup.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import org.springframework.stereotype.Component;
import vn.plancascade.followup.MorningDigest;
import vn.plancascade.kernel.VietnamTime;

/** Which digests a round brings: inspectors' each morning, leaders' once a week. */
@Component
public class Digests {

    private final MorningDigest digest;

    Digests(MorningDigest digest) {
        this.digest = digest;
    }

    public void send(Round round) {
        Watched watched = round.watched();
        digest.send(watched.planId(), watched.kind(), watched.period());
        if (!week(round.before()).equals(week(round.now()))) {
            digest.sendWeekly(watched.planId(), watched.kind(), watched.period());
        }
    }

    private static String week(Instant moment) {
        LocalDate day = VietnamTime.dayOf(moment);
        return day.get(IsoFields.WEEK_BASED_YEAR) + "-" + day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
    }
}
