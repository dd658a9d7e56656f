package vn.plancascade.deadline.web;

import io.swagger.v3.oas.annotations.Operation;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.plancascade.deadline.DutyFigures;
import vn.plancascade.deadline.DutyFigures.Curve;
import vn.plancascade.deadline.DutyFilter;
import vn.plancascade.deadline.DutyFilter.AsOrganised;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.deadline.Measures;
import vn.plancascade.kernel.Names;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.Organisation;

/** Figures of the duties that the caller may see, as they stand or as they stood at the end of a day. */
@RestController
@RequestMapping("/api/v1/obligations")
class FigureController {

    private final DutyFigures figures;
    private final Organisation organisation;

    FigureController(DutyFigures figures, Organisation organisation) {
        this.figures = figures;
        this.organisation = organisation;
    }

    @Operation(description = """
                    Expected, actual, actual on time and their rates in percent, by group. Expected leaves out duties that are waived, not required, withdrawn or waiting for the unit above; what was not accomplished when its plan closed is expected still. by=year compares the years of plans, of a province or a unit where one is given. asOf is a past day, looked at from its end; organisation says whether province, kind and superior are those of the day on which the duty was given, or today's.""")
    @GetMapping("/summary")
    Map<String, Measures> summary(
            Actor actor,
            @RequestParam(required = false) Long plan,
            @RequestParam(required = false) Integer year,
            @RequestParam(required = false) DutyKind kind,
            @RequestParam(required = false) String period,
            @RequestParam(required = false) String province,
            @RequestParam(required = false) String unit,
            @RequestParam(defaultValue = "state") DutyFigures.By by,
            @RequestParam(required = false) String asOf,
            @RequestParam(name = "organisation", required = false) AsOrganised organised) {
        DutyFilter filter = new DutyFilter(
                plan,
                year,
                kind,
                Names.clean(period),
                Names.clean(province),
                Names.code(unit),
                VietnamTime.sentDay("asOf", asOf),
                organised,
                false);
        return figures.summary(filter, by, organisation.scopeOf(actor));
    }

    @Operation(description = "Issued documents day by day, added up, beside how many were due by then.")
    @GetMapping("/curve")
    Curve curve(
            Actor actor,
            @RequestParam(required = false) Long plan,
            @RequestParam(required = false) DutyKind kind,
            @RequestParam(required = false) String period,
            @RequestParam(required = false) String asOf) {
        DutyFilter filter =
                new DutyFilter(plan, kind, Names.clean(period), VietnamTime.sentDay("asOf", asOf), AsOrganised.given);
        return figures.curve(filter, organisation.scopeOf(actor));
    }
}
