package vn.plancascade.reorganisation.web;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.plancascade.organisation.Actor;
import vn.plancascade.reorganisation.Consequences;
import vn.plancascade.reorganisation.UnitChange;
import vn.plancascade.reorganisation.UnitChanges;

/** Mergers and other changes of units, tried before they are made. */
@RestController
@RequestMapping("/api/v1/units/changes")
class UnitChangeController {

    private final UnitChanges changes;

    UnitChangeController(UnitChanges changes) {
        this.changes = changes;
    }

    /** @param dryRun true, as it is without it, only tells what would happen */
    @PostMapping
    Consequences change(
            Actor actor, @RequestParam(defaultValue = "true") boolean dryRun, @RequestBody UnitChange change) {
        return changes.run(actor, change, dryRun);
    }
}
