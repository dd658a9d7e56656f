package vn.plancascade.monitoring.web;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.plancascade.deadline.DutyFigures;
import vn.plancascade.deadline.DutyFilter;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.deadline.StepLoad;
import vn.plancascade.kernel.Names;
import vn.plancascade.kernel.NotFound;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.Organisation;

/** How many duties stand at each element of the models that carry them, as far as the caller may see. */
@RestController
@RequestMapping("/api/v1/processes")
class ProcessLoadController {

    private final DutyFigures figures;
    private final Organisation organisation;

    ProcessLoadController(DutyFigures figures, Organisation organisation) {
        this.figures = figures;
        this.organisation = organisation;
    }

    /**
     * @param key the process of a kind of duty: {@code subPlan}, {@code unitReport} or {@code reportCycle}
     * @param asOf the day at whose end they are counted; now without it
     */
    @GetMapping("/{key}/load")
    Load load(
            Actor actor,
            @PathVariable String key,
            @RequestParam(required = false) Long plan,
            @RequestParam(required = false) String period,
            @RequestParam(required = false) String asOf) {
        return new Load(
                key,
                plan,
                Names.clean(period),
                figures.load(
                        new DutyFilter(plan, kind(key), Names.clean(period), VietnamTime.sentDay("asOf", asOf), null),
                        organisation.scopeOf(actor)));
    }

    /** The kind of duty whose cases run by the process. */
    static DutyKind kind(String process) {
        for (DutyKind kind : DutyKind.values()) {
            if (kind.name().equals(process)) {
                return kind;
            }
        }
        throw new NotFound("process.unknown");
    }

    /** @param elements those at which duties stand */
    record Load(String key, Long plan, String period, List<StepLoad> elements) {}
}
