package vn.plancascade.organisation;

import vn.plancascade.kernel.Names;

/**
 * Filters of the list of units; null means any. Text is looked for in code and name.
 *
 * @param subtree a unit with all that report to it, down the tree
 * @param superior a unit whose own units are wanted, those right below it along {@code reportsTo}
 */
public record UnitQuery(UnitKind kind, String provinceCode, String subtree, String superior, String text) {

    public UnitQuery {
        subtree = Names.code(subtree);
        superior = Names.code(superior);
    }
}
