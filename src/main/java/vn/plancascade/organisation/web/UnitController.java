package vn.plancascade.organisation.web;

import java.time.LocalDate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.plancascade.kernel.Names;
import vn.plancascade.kernel.NotFound;
import vn.plancascade.kernel.Page;
import vn.plancascade.kernel.PageRequest;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.Numbering;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.organisation.Scope;
import vn.plancascade.organisation.Unit;
import vn.plancascade.organisation.UnitKind;
import vn.plancascade.organisation.UnitQuery;

/** The units that the caller may see: the caller's own and those that report to them, down the tree. */
@RestController
@RequestMapping("/api/v1/units")
class UnitController {

    private final Organisation organisation;

    UnitController(Organisation organisation) {
        this.organisation = organisation;
    }

    @GetMapping
    Page<UnitView> list(
            Actor actor,
            @RequestParam(required = false) UnitKind kind,
            @RequestParam(required = false) String province,
            @RequestParam(required = false) String subtree,
            @RequestParam(required = false) String q,
            @RequestParam(required = false) Integer page,
            @RequestParam(required = false) Integer size) {
        UnitQuery query = new UnitQuery(kind, province, subtree, null, Names.clean(q));
        return organisation
                .units(query, organisation.scopeOf(actor), PageRequest.of(page, size))
                .map(UnitView::of);
    }

    @GetMapping("/{code}")
    UnitView get(Actor actor, @PathVariable String code) {
        Scope scope = organisation.scopeOf(actor);
        return organisation
                .unit(code)
                .filter(unit -> organisation.isWithin(scope, unit.code()))
                .map(UnitView::of)
                .orElseThrow(() -> new NotFound("unit.unknown", code));
    }

    record UnitView(
            String code,
            String name,
            UnitKind kind,
            String provinceCode,
            String parentCode,
            String reportsToCode,
            String email,
            String headName,
            String headEmail,
            boolean hasClerk,
            Numbering numbering,
            LocalDate validFrom,
            LocalDate validTo) {

        static UnitView of(Unit unit) {
            return new UnitView(
                    unit.code(),
                    unit.name(),
                    unit.kind(),
                    unit.provinceCode(),
                    unit.parentCode(),
                    unit.reportsToCode(),
                    unit.email(),
                    unit.headName(),
                    unit.headEmail(),
                    unit.hasClerk(),
                    unit.numbering(),
                    unit.validFrom(),
                    unit.validTo());
        }
    }
}
