package vn.plancascade.followup.process;

import java.time.Clock;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import vn.plancascade.deadline.Holidays;
import vn.plancascade.followup.domain.DaysOffLetter;
import vn.plancascade.kernel.VietnamTime;

/** What the model {@link FollowUpModel#DAYS_OFF_REMINDER} asks and calls. */
@Component("daysOff")
public class DaysOffReminder {

    private final Holidays holidays;
    private final Clock clock;

    DaysOffReminder(Holidays holidays, Clock clock) {
        this.holidays = holidays;
        this.clock = clock;
    }

    /** Whether the administrators have entered the days off of the Tết that comes. */
    public boolean areEntered() {
        return holidays.undecidedTet(VietnamTime.dayOf(clock.instant())).isEmpty();
    }

    @Bean
    static JavaDelegate remindOfDaysOffDelegate(DaysOffLetter letter) {
        return execution -> letter.send();
    }
}
