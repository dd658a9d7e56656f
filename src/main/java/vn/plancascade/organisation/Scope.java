package vn.plancascade.organisation;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The units that somebody may see: those in which a role is held and, along {@code reportsTo}, all below them.
 *
 * <p>It is put to work inside the statement that reads the list, so that no list is ever filtered after it was read.
 *
 * @param roots the topmost units; empty together with {@code everything} false means nothing at all
 */
public record Scope(boolean everything, Set<String> roots, LocalDate today) {

    /** A condition on a column that holds a unit's code, to be put after {@code where} or {@code and}. */
    public String condition(String column) {
        if (everything) {
            return "1 = 1";
        }
        if (roots.isEmpty()) {
            return "1 = 0";
        }
        return column + " in (" + subtree("scopeRoots", "scopeDay") + ")";
    }

    /** The values that {@link #condition} needs. */
    public Map<String, Object> params() {
        Map<String, Object> params = new HashMap<>();
        if (!everything && !roots.isEmpty()) {
            params.put("scopeRoots", roots);
            params.put("scopeDay", today);
        }
        return params;
    }

    /** A select of the codes of the units at and below those of a named list parameter, on a day. */
    public static String subtree(String rootsParam, String dayParam) {
        return """
                with recursive below(code) as (
                  select u.code from unit u where u.code in (:%1$s)
                  union all
                  select r.unit_code from unit_relation r join below b on r.superior_code = b.code
                  where r.relation = 'REPORTS_TO' and r.valid_from <= :%2$s
                    and (r.valid_to is null or r.valid_to > :%2$s))
                select code from below""".formatted(rootsParam, dayParam);
    }
}
