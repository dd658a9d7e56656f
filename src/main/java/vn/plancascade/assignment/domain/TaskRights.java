package vn.plancascade.assignment.domain;

import java.util.Set;
import java.util.stream.Collectors;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.HeldRole;
import vn.plancascade.organisation.Role;

/**
 * Who may read and tell what about a plan's tasks.
 *
 * @param own the units for whose work the actor speaks
 * @param focalUnit of the plan
 */
record TaskRights(Actor actor, Set<String> own, String focalUnit) {

    static TaskRights of(Actor actor, String focalUnit) {
        return new TaskRights(actor, unitsOf(actor), focalUnit);
    }

    /** Who runs the product does not answer for what a unit does. */
    static Set<String> unitsOf(Actor actor) {
        return actor.roles().stream()
                .filter(held -> held.role() != Role.administrator)
                .map(HeldRole::unitCode)
                .collect(Collectors.toSet());
    }

    /** People of the units that lead and coordinate, and of the plan's focal unit. */
    boolean mayTell(TaskRow task) {
        return task.isWorkedOnBy(own) || own.contains(focalUnit);
    }

    /** The same, and whoever looks down the whole tree. */
    boolean mayRead(TaskRow task) {
        return actor.seesEverything() || mayTell(task);
    }
}
