package vn.plancascade.organisation;

import java.util.Map;
import vn.plancascade.kernel.Search;

/** Rows found by the name or the code of the unit that they are of. */
public final class UnitSearch {

    private UnitSearch() {}

    /**
     * A condition on a column that holds a unit's code. The few units that are found are looked for in it, rather than the unit
     * of each row looked at.
     *
     * @param params takes the words
     * @param typed null or blank finds everything
     */
    public static String condition(Map<String, Object> params, String typed, String column) {
        String found = Search.condition(params, typed, "s.name_folded", "lower(s.code)");
        return found.equals(Search.ANYTHING) ? found : column + " in (select s.code from unit s where " + found + ")";
    }
}
