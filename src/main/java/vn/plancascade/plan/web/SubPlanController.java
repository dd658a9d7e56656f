package vn.plancascade.plan.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.plancascade.organisation.Actor;
import vn.plancascade.plan.NationalPlans;

/** What may be done to a unit's sub-plan outside its tasks. */
@RestController
@RequestMapping("/api/v1/obligations")
class SubPlanController {

    private final NationalPlans plans;

    SubPlanController(NationalPlans plans) {
        this.plans = plans;
    }

    /** Takes one unit's duty back; the ministry's leader only. */
    @PostMapping("/{id}/withdraw")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(Actor actor, @PathVariable long id, @RequestBody PlanController.Reason reason) {
        plans.withdrawSubPlan(actor, id, reason.reason());
    }
}
