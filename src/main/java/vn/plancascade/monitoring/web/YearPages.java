package vn.plancascade.monitoring.web;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.plancascade.deadline.DutyFigures;
import vn.plancascade.deadline.DutyFigures.By;
import vn.plancascade.deadline.DutyFilter;
import vn.plancascade.deadline.DutyFilter.AsOrganised;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.deadline.Measures;
import vn.plancascade.deadline.ObligationState;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.kernel.Names;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.web.PageController;

/** The years of all plans beside each other, for the whole country, a province or a unit. */
@PageController
@RequestMapping("/monitor/years")
class YearPages {

    private final DutyFigures figures;
    private final Organisation organisation;

    YearPages(DutyFigures figures, Organisation organisation) {
        this.figures = figures;
        this.organisation = organisation;
    }

    @GetMapping
    String show(
            Actor actor,
            @RequestParam(required = false) DutyKind kind,
            @RequestParam(required = false) String province,
            @RequestParam(required = false) String unit,
            @RequestParam(name = "organisation", required = false) AsOrganised organised,
            Model model) {
        DutyFilter filter =
                new DutyFilter(null, null, kind, null, Names.clean(province), Names.code(unit), null, organised, true);
        Map<String, String> provinces = organisation.provinces();
        if (filter.province() != null && !provinces.containsKey(filter.province())) {
            throw new InvalidInput("province", "province.unknown", filter.province());
        }
        if (filter.unit() != null) {
            model.addAttribute(
                    "unitName",
                    organisation
                            .unit(filter.unit())
                            .orElseThrow(() -> new InvalidInput("unit", "unit.unknown", filter.unit()))
                            .name());
        }
        model.addAttribute("chosen", filter);
        model.addAttribute("provinces", provinces);
        model.addAttribute("kinds", DutyKind.values());
        model.addAttribute("organisations", AsOrganised.values());
        model.addAttribute("years", years(filter, actor));
        return "monitor-years";
    }

    private List<Year> years(DutyFilter filter, Actor actor) {
        return figures.summary(filter, By.year, organisation.scopeOf(actor)).entrySet().stream()
                .map(year -> new Year(year.getKey(), year.getValue(), filter))
                .sorted(Comparator.comparing(Year::name).reversed())
                .toList();
    }

    record Year(String name, Measures measures, DutyFilter filter) {

        /** Where those are listed that are overdue. */
        public String overdue() {
            return list().with("overdue", true).toString();
        }

        /** Where those are listed that were not accomplished. */
        public String notAccomplished() {
            return list().with("state", ObligationState.notAccomplished).toString();
        }

        private Address list() {
            return Address.of("/obligations")
                    .with("year", name)
                    .with("kind", filter.kind())
                    .with("province", filter.province())
                    .with("unit", filter.unit())
                    .with("organisation", filter.organisation() == AsOrganised.given ? null : filter.organisation());
        }
    }
}
