package vn.plancascade.deadline;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.plancascade.organisation.Actor;

/**
 * The named days behind {@link WorkingDays}: the public holidays of both calendars, and the administrators' table for what is
 * decided year by year (the days off of Tết, days off in lieu, make-up working days). A change counts at once and publishes
 * {@link WorkingDaysChanged} inside its transaction. Around a Tết for which no day off has been entered, the days of the law
 * count.
 */
public interface Holidays {

    int FIRST_YEAR = 2000;
    int LAST_YEAR = 2100;
    int MAX_NAME = 200;

    /**
     * The year's named days by date; where a day is both a public holiday and entered, both.
     *
     * @throws vn.plancascade.kernel.InvalidInput if the year is not between {@value #FIRST_YEAR} and {@value #LAST_YEAR}
     */
    List<Holiday> ofYear(int year);

    /**
     * The first day of the next Tết, from October of the year before on, if no day off has been entered around it: time to
     * warn the administrators.
     */
    Optional<LocalDate> undecidedTet(LocalDate today);

    /**
     * Enters a day off ({@code works} false) or a make-up working day.
     *
     * @throws vn.plancascade.kernel.InvalidInput if a value is missing or too long, or the day is one of rest or of work
     *     anyway
     * @throws vn.plancascade.kernel.NotAllowed if the actor is no administrator
     * @throws vn.plancascade.kernel.Conflict if the day has been entered already
     */
    Holiday add(Actor actor, LocalDate day, Boolean works, String name);

    /**
     * @throws vn.plancascade.kernel.NotAllowed if the actor is no administrator
     * @throws vn.plancascade.kernel.NotFound if the day has not been entered
     */
    void remove(Actor actor, LocalDate day);
}
