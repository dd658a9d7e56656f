package vn.plancascade.organisation;

import java.util.Map;
import java.util.Set;

/** What units still owe, told by whoever keeps their duties: a unit that is closed is sent no reminders. */
public interface OwedByUnits {

    /** How many duties of these units are not settled, by the unit's code; units that owe nothing are not in it. */
    Map<String, Integer> unsettled(Set<String> units);
}
