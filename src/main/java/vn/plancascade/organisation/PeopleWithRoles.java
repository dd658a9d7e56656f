package vn.plancascade.organisation;

import java.util.Collection;
import java.util.Map;

/** Many people at once, with the roles that each holds today; whoever is disabled holds none. */
public interface PeopleWithRoles {

    /** By login, as it is kept; a login that is nobody's is left out. */
    Map<String, Actor> byLogin(Collection<String> logins);
}
