package vn.plancascade.monitoring.web;

import java.time.LocalDate;
import java.util.NavigableMap;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.plancascade.deadline.DutyFigures;
import vn.plancascade.deadline.DutyFigures.By;
import vn.plancascade.deadline.DutyFigures.Curve;
import vn.plancascade.deadline.DutyFilter;
import vn.plancascade.deadline.Measures;
import vn.plancascade.deadline.ObligationQuery;
import vn.plancascade.deadline.Obligations;
import vn.plancascade.kernel.PageRequest;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.organisation.Scope;
import vn.plancascade.web.PageController;

/** How the duties of a plan stand, for whoever watches over them: figures that lead to the lists behind them. */
@PageController
@RequestMapping("/monitor")
class MonitorPages {

    private static final int WORST = 10;

    private final DutyFigures figures;
    private final Obligations obligations;
    private final WatchedRows rows;
    private final ProvinceTable provinces;
    private final Unreachable unreachable;
    private final MonitorChoices choices;
    private final Organisation organisation;
    private final DigestReaders digests;
    private final CurveMarks marks;

    MonitorPages(
            DutyFigures figures,
            Obligations obligations,
            WatchedRows rows,
            ProvinceTable provinces,
            Unreachable unreachable,
            MonitorChoices choices,
            Organisation organisation,
            DigestReaders digests,
            CurveMarks marks) {
        this.figures = figures;
        this.obligations = obligations;
        this.rows = rows;
        this.provinces = provinces;
        this.unreachable = unreachable;
        this.choices = choices;
        this.organisation = organisation;
        this.digests = digests;
        this.marks = marks;
    }

    @GetMapping
    String show(Actor actor, MonitorFilter sent, Model model) {
        MonitorFilter filter = choices.add(actor, sent, model);
        Scope scope = organisation.scopeOf(actor);
        DutyFilter duties = filter.duties();
        Measures sum = figures.sum(duties, scope);
        Curve curve = figures.curve(duties, scope);
        model.addAttribute("sum", sum);
        model.addAttribute("before", before(filter, curve, scope));
        model.addAttribute("curve", curve);
        NavigableMap<LocalDate, CurveMarks.Mark> marked = marks.of(duties);
        model.addAttribute("marks", marked);
        model.addAttribute("picture", marks.picture(actor, duties, curve, marked, choices.plans(model)));
        model.addAttribute("ageing", AgeingTable.of(figures.ageing(duties, scope), filter));
        if (!filter.isPast()) {
            ObligationQuery overdue = new ObligationQuery(
                    filter.plan(), filter.kind(), filter.period(), null, null, null, true, null, "-daysLate");
            model.addAttribute(
                    "worst",
                    rows.of(obligations
                            .watch(overdue, scope, new PageRequest(0, WORST))
                            .items()));
            model.addAttribute("unreachable", unreachable.of(duties, scope));
        }
        model.addAttribute("wantsDigest", digests.wants(actor));
        return "monitor";
    }

    @PostMapping("/digest")
    String digest(Actor actor, @RequestParam boolean wanted) {
        digests.choose(actor, wanted);
        return "redirect:/monitor";
    }

    @GetMapping("/provinces")
    String provinces(
            Actor actor, MonitorFilter sent, @RequestParam(defaultValue = "province") Grouping by, Model model) {
        MonitorFilter filter = choices.add(actor, sent, model);
        model.addAttribute("by", by);
        model.addAttribute("columns", ProvinceTable.COLUMNS);
        model.addAttribute("groupings", Grouping.values());
        model.addAttribute("table", provinces.of(filter, by.by, organisation.scopeOf(actor)));
        return "monitor-provinces";
    }

    /** The figures of the day before; null where there was none. */
    private Measures before(MonitorFilter filter, Curve curve, Scope scope) {
        LocalDate yesterday = curve.to().minusDays(1);
        return curve.from() == null || yesterday.isBefore(curve.from())
                ? null
                : figures.sum(filter.duties(yesterday), scope);
    }

    /** By what the table of provinces can be grouped. */
    enum Grouping {
        province(By.province),
        superior(By.superior),
        unitKind(By.unitKind);

        private final By by;

        By by() {
            return by;
        }

        Grouping(By by) {
            this.by = by;
        }
    }
}
