package vn.plancascade.identity.directory;

import java.util.Arrays;
import vn.plancascade.kernel.Names;
import vn.plancascade.organisation.Role;

/** Reads {@code <role>:<unit code>}. */
final class GroupId {

    private GroupId() {}

    /** The role, or null if the group is not one of a role. */
    static Role role(String group) {
        int colon = group.indexOf(':');
        return Arrays.stream(Role.values())
                .filter(role -> colon > 0 && role.name().equals(group.substring(0, colon)))
                .findFirst()
                .orElse(null);
    }

    static String unit(String group) {
        return Names.code(group.substring(group.indexOf(':') + 1));
    }
}
