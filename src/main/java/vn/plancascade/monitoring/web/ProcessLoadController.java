package vn.plancascade.monitoring.web;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.plancascade.deadline.DutyFilter;
import vn.plancascade.deadline.StepLoad;
import vn.plancascade.kernel.Names;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.organisation.Actor;

/** How many cases stand at each element of a model, as far as the caller may see. */
@RestController
@RequestMapping("/api/v1/processes")
class ProcessLoadController {

    private final ProcessLoads loads;

    ProcessLoadController(ProcessLoads loads) {
        this.loads = loads;
    }

    /**
     * @param key of the model; those other than {@code subPlan}, {@code unitReport} and {@code reportCycle} carry no duties, and take
     *     none of the parameters
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
                loads.of(
                        actor,
                        key,
                        new DutyFilter(plan, null, Names.clean(period), VietnamTime.sentDay("asOf", asOf), null)));
    }

    /** @param elements those at which duties stand */
    record Load(String key, Long plan, String period, List<StepLoad> elements) {}
}
