package vn.plancascade.deadline.domain;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.plancascade.deadline.Holiday;
import vn.plancascade.deadline.Holidays;
import vn.plancascade.deadline.WorkingDaysChanged;
import vn.plancascade.kernel.Act;
import vn.plancascade.kernel.ActWord;
import vn.plancascade.kernel.Conflict;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.kernel.Names;
import vn.plancascade.kernel.NotFound;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.kernel.Violation;
import vn.plancascade.organisation.Actor;

@Service
@Transactional
class TableOfHolidays implements Holidays {

    private final PublicHolidays publicHolidays;
    private final LunarHolidays lunarHolidays;
    private final DayOffTable table;
    private final ApplicationEventPublisher events;

    TableOfHolidays(
            PublicHolidays publicHolidays,
            LunarHolidays lunarHolidays,
            DayOffTable table,
            ApplicationEventPublisher events) {
        this.publicHolidays = publicHolidays;
        this.lunarHolidays = lunarHolidays;
        this.table = table;
        this.events = events;
    }

    @Override
    public List<Holiday> ofYear(int year) {
        if (!isWithin(year)) {
            throw new InvalidInput("year", "calendar.year", FIRST_YEAR, LAST_YEAR);
        }
        return Stream.of(publicHolidays.ofYear(year), lunarHolidays.ofYear(year), table.ofYear(year))
                .flatMap(List::stream)
                .sorted(Comparator.comparing(Holiday::day).thenComparing(Holiday::entered))
                .toList();
    }

    @Override
    public Optional<LocalDate> undecidedTet(LocalDate today) {
        return lunarHolidays
                .nextUndecided(today)
                .filter(tet -> !today.isBefore(LocalDate.of(tet.getYear() - 1, Month.OCTOBER, 1)));
    }

    @Override
    public Holiday add(Actor actor, LocalDate day, Boolean works, String name) {
        actor.requireAdministrator();
        String clean = Names.clean(name);
        InvalidInput.throwIfAny(problems(day, works, clean));
        Holiday entered = Holiday.entered(day, works, clean);
        if (!table.insert(entered)) {
            throw new Conflict(new Violation("date", "calendar.taken", VietnamTime.text(day), table.nameOf(day)));
        }
        events.publishEvent(new WorkingDaysChanged(day));
        events.publishEvent(Act.of(ActWord.dayEntered, actor.login())
                .about(VietnamTime.text(day))
                .saying(clean));
        return entered;
    }

    private List<Violation> problems(LocalDate day, Boolean works, String name) {
        List<Violation> problems = new ArrayList<>();
        if (day == null) {
            problems.add(new Violation("date", "required"));
        } else if (!isWithin(day.getYear())) {
            problems.add(new Violation("date", "calendar.year", FIRST_YEAR, LAST_YEAR));
        } else if (works != null && works == publicHolidays.isWorkingDay(day) && !(works && lunarHolidays.isOff(day))) {
            problems.add(new Violation("date", works ? "calendar.worksAnyway" : "calendar.offAnyway"));
        }
        if (works == null) {
            problems.add(new Violation("works", "required"));
        }
        if (name == null) {
            problems.add(new Violation("name", "required"));
        } else if (name.length() > MAX_NAME) {
            problems.add(new Violation("name", "tooLong", MAX_NAME));
        } else if (name.chars().anyMatch(Character::isISOControl)) {
            problems.add(new Violation("name", "controlCharacter"));
        }
        return problems;
    }

    @Override
    public void remove(Actor actor, LocalDate day) {
        actor.requireAdministrator();
        String name = table.nameOf(day);
        if (!table.delete(day)) {
            throw new NotFound("calendar.unknown", VietnamTime.text(day));
        }
        events.publishEvent(new WorkingDaysChanged(day));
        events.publishEvent(Act.of(ActWord.dayRemoved, actor.login())
                .about(VietnamTime.text(day))
                .saying(name));
    }

    private static boolean isWithin(int year) {
        return year >= FIRST_YEAR && year <= LAST_YEAR;
    }
}
