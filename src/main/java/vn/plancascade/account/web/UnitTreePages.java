package vn.plancascade.account.web;

import java.util.List;
import java.util.Objects;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.plancascade.kernel.Names;
import vn.plancascade.kernel.NotFound;
import vn.plancascade.kernel.Page;
import vn.plancascade.kernel.PageRequest;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.organisation.Role;
import vn.plancascade.organisation.Scope;
import vn.plancascade.organisation.Unit;
import vn.plancascade.organisation.UnitHistory;
import vn.plancascade.organisation.UnitKind;
import vn.plancascade.organisation.UnitQuery;
import vn.plancascade.web.PageController;

/** The tree of the units that the reader sees, level by level or searched; administrators go on to the pages where they are changed. */
@PageController
@RequestMapping("/units")
class UnitTreePages {

    private static final int LINES = 50;

    private final Organisation organisation;
    private final UnitHistory history;

    UnitTreePages(Organisation organisation, UnitHistory history) {
        this.organisation = organisation;
        this.history = history;
    }

    /** @param below a unit whose own units are shown */
    @GetMapping
    String tree(
            Actor actor,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) UnitKind kind,
            @RequestParam(defaultValue = "") String province,
            @RequestParam(defaultValue = "") String below,
            @RequestParam(required = false) Integer page,
            Model model) {
        Scope scope = organisation.scopeOf(actor);
        UnitFilter filter = new UnitFilter(Names.clean(q), kind, Names.clean(province), Names.code(below));
        Page<Unit> found = organisation.units(
                new UnitQuery(kind, filter.province(), null, filter.below(), filter.text()),
                scope,
                PageRequest.of(page, LINES));
        List<String> codes = found.items().stream().map(Unit::code).toList();
        model.addAttribute("filter", filter);
        model.addAttribute("units", found.items());
        model.addAttribute("total", found.total());
        model.addAttribute("below", history.below(codes));
        model.addAttribute(
                "names",
                organisation.unitNames(found.items().stream()
                        .map(Unit::reportsToCode)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList()));
        model.addAttribute("superior", filter.below() == null ? null : unit(filter.below(), scope));
        model.addAttribute("administers", actor.holds(Role.administrator));
        model.addAttribute("kinds", UnitKind.values());
        model.addAttribute("provinces", organisation.provinces());
        long pages = (found.total() + found.size() - 1) / found.size();
        model.addAttribute("previous", found.page() > 0 ? filter.address(found.page() - 1) : null);
        model.addAttribute("next", found.page() + 1 < pages ? filter.address(found.page() + 1) : null);
        return "units";
    }

    private Unit unit(String code, Scope scope) {
        return organisation
                .unit(code)
                .filter(unit -> organisation.isWithin(scope, unit.code()))
                .orElseThrow(() -> new NotFound("unit.unknown", code));
    }
}
