package vn.plancascade.monitoring.web;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.plancascade.deadline.Holiday;
import vn.plancascade.deadline.Holidays;
import vn.plancascade.deadline.WorkingDays;
import vn.plancascade.kernel.BusinessProblem;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.Role;
import vn.plancascade.web.FormProblem;
import vn.plancascade.web.PageController;
import vn.plancascade.web.Texts;

/** The working-day calendar of a year; administrators enter and remove days. */
@PageController
@RequestMapping("/calendar")
class CalendarPage {

    private final Holidays holidays;
    private final WorkingDays workingDays;
    private final Texts texts;
    private final Clock clock;

    CalendarPage(Holidays holidays, WorkingDays workingDays, Texts texts, Clock clock) {
        this.holidays = holidays;
        this.workingDays = workingDays;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping
    String show(Actor actor, @RequestParam(required = false) Integer year, Model model) {
        model.addAllAttributes(page(actor, year == null ? today().getYear() : year, Typed.NOTHING)
                .getModel());
        return "calendar";
    }

    @PostMapping
    ModelAndView add(Actor actor, Typed typed, RedirectAttributes afterwards) {
        try {
            Holiday entered = holidays.add(actor, typed.day(), typed.works(), typed.name());
            afterwards.addFlashAttribute("added", entered);
            return new ModelAndView("redirect:/calendar?year=" + entered.day().getYear());
        } catch (BusinessProblem refused) {
            FormProblem problem = FormProblem.of(refused, texts);
            ModelAndView again = page(actor, typed.yearShown(today().getYear()), typed);
            again.addObject("problem", problem);
            again.setStatus(problem.status());
            return again;
        }
    }

    @PostMapping("/{date}/delete")
    String remove(
            Actor actor, @PathVariable @DateTimeFormat(iso = ISO.DATE) LocalDate date, RedirectAttributes afterwards) {
        holidays.remove(actor, date);
        afterwards.addFlashAttribute("removed", date);
        return "redirect:/calendar?year=" + date.getYear();
    }

    private ModelAndView page(Actor actor, int year, Typed typed) {
        List<Holiday> named = holidays.ofYear(year);
        ModelAndView page = new ModelAndView("calendar");
        page.addObject("year", year);
        page.addObject("today", today());
        page.addObject("previous", year > Holidays.FIRST_YEAR ? year - 1 : null);
        page.addObject("next", year < Holidays.LAST_YEAR ? year + 1 : null);
        page.addObject("weekdays", DayOfWeek.values());
        page.addObject("months", YearCalendar.of(year, named, workingDays).months());
        page.addObject(
                "named",
                named.stream()
                        .map(holiday -> new Row(holiday, YearCalendar.kind(holiday)))
                        .toList());
        page.addObject("expects", named.stream().anyMatch(Holiday::expected));
        page.addObject("mayChange", actor.holds(Role.administrator));
        page.addObject("typed", typed);
        return page;
    }

    private LocalDate today() {
        return VietnamTime.dayOf(clock.instant());
    }

    record Row(Holiday holiday, YearCalendar.Kind kind) {}

    /** What was typed into the form, as it was typed. */
    record Typed(Integer year, String date, Boolean works, String name) {

        static final Typed NOTHING = new Typed(null, null, false, null);

        LocalDate day() {
            return VietnamTime.typedDay("date", date);
        }

        /** The year that the form stood on. */
        int yearShown(int otherwise) {
            return year == null || year < Holidays.FIRST_YEAR || year > Holidays.LAST_YEAR ? otherwise : year;
        }
    }
}
