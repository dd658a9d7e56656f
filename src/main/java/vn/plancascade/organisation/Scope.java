package vn.plancascade.organisation;

import java.util.Map;
import java.util.Set;

/**
 * The units that somebody may see: those in which a role is held and, along {@code reportsTo}, all below them.
 *
 * <p>It is put to work inside the statement that reads the list, so that no list is ever filtered after it was read.
 *
 * @param roots the topmost units; empty together with {@code everything} false means nothing at all
 */
public record Scope(boolean everything, Set<String> roots) {

    /** Of what runs for nobody in particular. */
    public static final Scope ALL = new Scope(true, Set.of());

    /** A condition on a column that holds a unit's code, to be put after {@code where} or {@code and}. */
    public String condition(String column) {
        if (everything) {
            return "1 = 1";
        }
        if (roots.isEmpty()) {
            return "1 = 0";
        }
        return column + " in (" + subtree("scopeRoots") + ")";
    }

    /** The values that {@link #condition} needs. */
    public Map<String, Object> params() {
        return everything || roots.isEmpty() ? Map.of() : Map.of("scopeRoots", roots);
    }

    /** A select of the codes of the units at and below those of a named list parameter, as the tree stands today. */
    public static String subtree(String rootsParam) {
        return "select b.unit_code from unit_below b where b.superior_code in (:" + rootsParam + ")";
    }
}
