package vn.plancascade.organisation;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.plancascade.kernel.NotAllowed;

/** Who acts, with the roles held today: every right is decided from this and from nothing else. */
public record Actor(Person person, List<HeldRole> roles) {

    /** Roles that let their holder look down the whole tree without acting on it. */
    private static final Set<Role> MINISTRY_WIDE =
            Set.of(Role.administrator, Role.ministryLeader, Role.ministryDrafter);

    public String login() {
        return person.login();
    }

    public boolean holds(Role role, String unitCode) {
        return roles.stream()
                .anyMatch(held -> held.role() == role && held.unitCode().equals(unitCode));
    }

    /** The login of the head in whose place the role is held there today; empty where it is held as one's own. */
    public Optional<String> insteadOf(Role role, String unitCode) {
        boolean own = roles.stream()
                .anyMatch(held -> held.role() == role && held.unitCode().equals(unitCode) && held.insteadOf() == null);
        return own
                ? Optional.empty()
                : roles.stream()
                        .filter(held -> held.role() == role && held.unitCode().equals(unitCode))
                        .map(HeldRole::insteadOf)
                        .filter(Objects::nonNull)
                        .findFirst();
    }

    public boolean holds(Role role) {
        return roles.stream().anyMatch(held -> held.role() == role);
    }

    /** Whether one of the roles held today is this candidate group. */
    public boolean isIn(String group) {
        return roles.stream().anyMatch(held -> held.group().equals(group));
    }

    /** Whether one of the roles held today is any of these candidate groups. */
    public boolean isInAny(Collection<String> groups) {
        return roles.stream().anyMatch(held -> groups.contains(held.group()));
    }

    /** The units in which a role is held. */
    public Set<String> units() {
        return roles.stream().map(HeldRole::unitCode).collect(Collectors.toSet());
    }

    /** Whether any role is held in the unit today, as one's own or in somebody's place. */
    public boolean worksIn(String unitCode) {
        return roles.stream().anyMatch(held -> held.unitCode().equals(unitCode));
    }

    /**
     * Nobody decides about a duty of the unit in which they work: whether it is let off, given more time, taken over or sent
     * back, chased or withdrawn.
     *
     * @throws NotAllowed if the actor holds any role in the unit
     */
    public void refuseOwn(String unitCode) {
        if (worksIn(unitCode)) {
            throw new NotAllowed("ownDuty");
        }
    }

    /** The candidate groups of the roles held today. */
    public Set<String> groups() {
        return roles.stream().map(HeldRole::group).collect(Collectors.toSet());
    }

    public boolean seesEverything() {
        return roles.stream().anyMatch(held -> MINISTRY_WIDE.contains(held.role()));
    }

    /** @throws NotAllowed if the actor is no administrator */
    public void requireAdministrator() {
        if (!holds(Role.administrator)) {
            throw new NotAllowed("administratorOnly");
        }
    }
}
