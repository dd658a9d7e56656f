package vn.plancascade.organisation;

/** A role held today in a unit, with the title that the person signs by. */
public record HeldRole(Role role, String unitCode, String title) {

    public String group() {
        return role.group(unitCode);
    }
}
