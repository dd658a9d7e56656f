package vn.plancascade.deadline.web;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.plancascade.deadline.Holiday;
import vn.plancascade.deadline.Holidays;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.organisation.Actor;
import vn.plancascade.web.Texts;

/** The named days of the calendar: everybody reads them, administrators change them. */
@RestController
@RequestMapping("/api/v1/holidays")
class HolidayController {

    private final Holidays holidays;
    private final Texts texts;
    private final Clock clock;

    HolidayController(Holidays holidays, Texts texts, Clock clock) {
        this.holidays = holidays;
        this.texts = texts;
        this.clock = clock;
    }

    /** @param year the present one if it is left out */
    @GetMapping
    Year list(@RequestParam(required = false) Integer year) {
        int asked = year == null ? VietnamTime.dayOf(clock.instant()).getYear() : year;
        return new Year(asked, holidays.ofYear(asked).stream().map(this::view).toList());
    }

    @PostMapping
    ResponseEntity<Day> add(Actor actor, @RequestBody NewDay day) {
        Day entered = view(holidays.add(actor, day.day(), day.works(), day.name()));
        return ResponseEntity.created(URI.create("/api/v1/holidays/" + entered.date()))
                .body(entered);
    }

    @DeleteMapping("/{date}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Actor actor, @PathVariable @DateTimeFormat(iso = ISO.DATE) LocalDate date) {
        holidays.remove(actor, date);
    }

    private Day view(Holiday holiday) {
        String name = holiday.entered() ? holiday.name() : texts.ofOr("holiday." + holiday.key(), holiday.name());
        return new Day(holiday.day(), holiday.works(), name, holiday.entered(), holiday.expected());
    }

    record Year(int year, List<Day> items) {}

    /**
     * @param entered by an administrator, and so to be removed again; false for a public holiday
     * @param expected of a Tết that is not decided yet
     */
    record Day(LocalDate date, boolean works, String name, boolean entered, boolean expected) {}

    /** @param works true for a make-up working day, false for a day off */
    record NewDay(String date, Boolean works, String name) {

        LocalDate day() {
            return VietnamTime.sentDay("date", date);
        }
    }
}
