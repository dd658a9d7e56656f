package vn.plancascade.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.organisation.Actor;
import vn.plancascade.web.PageController;
import vn.plancascade.web.Texts;

/** The demo's clock as a page, with some of the people to log in as. */
@PageController
@RequestMapping("/demo")
@Profile("demo")
class DemoPage {

    private static final String HERE = "/demo";

    /** An address within the product, never one of another host. */
    private static final Pattern WITHIN = Pattern.compile("/(?![/\\\\])[\\x21-\\x7e]*");

    private static final LocalTime MORNING = LocalTime.of(8, 0);

    private final DemoClock clock;
    private final DemoPeople people;
    private final DemoPlans plans;
    private final Texts texts;

    DemoPage(DemoClock clock, DemoPeople people, DemoPlans plans, Texts texts) {
        this.clock = clock;
        this.people = people;
        this.plans = plans;
        this.texts = texts;
    }

    @ModelAttribute
    void frame(Model model) {
        Instant now = clock.now();
        model.addAttribute("now", now);
        model.addAttribute("today", VietnamTime.dayOf(now));
        model.addAttribute("tomorrow", VietnamTime.dayOf(now).plusDays(1));
        model.addAttribute("people", people.examples());
    }

    @GetMapping
    String show() {
        return "demo";
    }

    /** Begins a plan of the sample as a draft of whoever asks, who drafts for a ministry. */
    @PostMapping("/plans")
    ModelAndView begin(Actor actor, @RequestParam(required = false, defaultValue = "") String sample) {
        return new ModelAndView(to("/plans/" + plans.begin(actor, sample).id()));
    }

    /**
     * To eight o'clock of the next day.
     *
     * @param back the page of the product on which it was asked for
     */
    @PostMapping("/morning")
    ModelAndView morning(@RequestParam(required = false, defaultValue = HERE) String back) {
        ModelAndView moved = move(VietnamTime.dayOf(clock.now()).plusDays(1).atTime(MORNING), null, null);
        if (moved.getView() instanceof RedirectView && WITHIN.matcher(back).matches()) {
            moved.setView(to(back));
        }
        return moved;
    }

    private static RedirectView to(String page) {
        RedirectView view = new RedirectView(page, true);
        view.setExpandUriTemplateVariables(false);
        return view;
    }

    @PostMapping("/moment")
    ModelAndView moment(
            @RequestParam(required = false, defaultValue = "") String date,
            @RequestParam(required = false, defaultValue = "") String time) {
        try {
            LocalDate day = VietnamTime.day(date).orElseThrow(() -> new InvalidInput("date", "moment.parts"));
            return move(day.atTime(LocalTime.parse(time)), date, time);
        } catch (InvalidInput noDay) {
            return refused(noDay, date, time);
        } catch (DateTimeParseException wrong) {
            return refused(new InvalidInput("date", "moment.parts"), date, time);
        }
    }

    private ModelAndView move(LocalDateTime target, String date, String time) {
        try {
            clock.moveTo(ZonedDateTime.of(target, VietnamTime.ZONE).toInstant());
            return new ModelAndView(to(HERE));
        } catch (InvalidInput backwards) {
            return refused(backwards, date, time);
        }
    }

    /** The same page with what is wrong and with what was typed. */
    private ModelAndView refused(InvalidInput problem, String date, String time) {
        HttpStatusCode status = HttpStatus.UNPROCESSABLE_ENTITY;
        ModelAndView page = new ModelAndView("demo", status);
        page.addObject("problem", texts.of(problem.main()));
        page.addObject("date", date);
        page.addObject("time", time);
        return page;
    }
}
