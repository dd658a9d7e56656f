package vn.plancascade.monitoring.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import vn.plancascade.document.Layouts;
import vn.plancascade.guide.HelpLinks;
import vn.plancascade.identity.CurrentActor;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.organisation.Role;

/** What the frame around every page shows. The layout asks for it itself, so that error pages have it too. */
@Component("frame")
class PageFrame {

    private final CurrentActor currentActor;
    private final Organisation organisation;
    private final Layouts layouts;
    private final HelpLinks help;
    private final Clock clock;
    private final boolean demo;

    PageFrame(
            CurrentActor currentActor,
            Organisation organisation,
            Layouts layouts,
            HelpLinks help,
            Clock clock,
            Environment environment) {
        this.currentActor = currentActor;
        this.organisation = organisation;
        this.layouts = layouts;
        this.help = help;
        this.clock = clock;
        this.demo = environment.acceptsProfiles(Profiles.of("demo"));
    }

    /** Who has logged in, or null. */
    public Actor actor() {
        return currentActor.find().orElse(null);
    }

    /** Whether the reader heads a unit, or administers the product. */
    public boolean heads() {
        return currentActor
                .find()
                .filter(actor -> actor.holds(Role.head) || actor.holds(Role.administrator))
                .isPresent();
    }

    /** Whether the reader watches over others' duties. */
    public boolean watches() {
        return currentActor
                .find()
                .filter(actor -> actor.holds(Role.inspector) || actor.seesEverything())
                .isPresent();
    }

    /** Whether the reader may see who did what. */
    public boolean audits() {
        return currentActor
                .find()
                .filter(actor -> actor.holds(Role.inspector) || actor.holds(Role.administrator))
                .isPresent();
    }

    /** Whether the reader may replace the layouts of documents. */
    public boolean layouts() {
        return currentActor.find().filter(layouts::areOf).isPresent();
    }

    public boolean administrator() {
        return currentActor.isAdministrator();
    }

    /** Where the guides explain this page. */
    public String help() {
        return help.of(path());
    }

    /** The names of the units in which the person holds a role today. */
    public List<String> unitsOf(Actor actor) {
        Map<String, String> names = organisation.unitNames(actor.units());
        return new TreeSet<>(actor.units())
                .stream().map(code -> names.getOrDefault(code, code)).toList();
    }

    public boolean demo() {
        return demo;
    }

    /** What time it is in the product. */
    public Instant now() {
        return clock.instant();
    }

    /** The day after today in the product. */
    public LocalDate tomorrow() {
        return VietnamTime.dayOf(now()).plusDays(1);
    }

    /** The address of this page within the product; the start page's where this one is the answer to a form or an error. */
    public String here() {
        HttpServletRequest request = request();
        String query = request.getQueryString();
        return repeatable()
                ? request.getRequestURI().substring(request.getContextPath().length())
                        + (query == null ? "" : "?" + query)
                : "/";
    }

    private static boolean repeatable() {
        HttpServletRequest request = request();
        return "GET".equals(request.getMethod())
                && request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) == null
                && request.getHeader("HX-Request") == null;
    }

    /** This page in another language; the start page where this one is the answer to a form or an error. */
    public String inLanguage(String language) {
        HttpServletRequest request = request();
        ServletUriComponentsBuilder page = ServletUriComponentsBuilder.fromRequestUri(request);
        if (repeatable()) {
            page.query(request.getQueryString());
        } else {
            page.replacePath(request.getContextPath() + "/");
        }
        page.scheme(null).host(null).port(null);
        return page.replaceQueryParam("lang", language).build().toUriString();
    }

    /** Whether the page belongs to this part of the navigation. */
    public boolean isIn(String section) {
        String path = path();
        return path.equals(section) || (section.length() > 1 && path.startsWith(section + "/"));
    }

    private static String path() {
        return request().getRequestURI().substring(request().getContextPath().length());
    }

    private static HttpServletRequest request() {
        return ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
    }
}
