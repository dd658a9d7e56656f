package vn.plancascade.organisation;

/**
 * A role held today in a unit, with the title that the person signs by.
 *
 * @param insteadOf login of the head in whose place the role is held for a time, or null
 */
public record HeldRole(Role role, String unitCode, String title, String insteadOf) {

    public String group() {
        return role.group(unitCode);
    }
}
