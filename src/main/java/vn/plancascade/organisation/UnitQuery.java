package vn.plancascade.organisation;

import vn.plancascade.kernel.Names;

/** Filters of the list of units; null means any. Text is looked for in code and name. */
public record UnitQuery(UnitKind kind, String provinceCode, String subtree, String text) {

    public UnitQuery {
        subtree = Names.code(subtree);
    }
}
