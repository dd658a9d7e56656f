package vn.plancascade.worklist;

import java.util.List;
import vn.plancascade.kernel.Violation;

/**
 * Figures as one table, with what the rules find in them.
 *
 * @param wrong what would be refused, but for what is still blank
 * @param toExplain what would be refused without a comment
 * @param blank how many figures are still to be filled in
 */
public record FigureSheet(List<Line> lines, List<Violation> wrong, List<Violation> toExplain, int blank) {

    /**
     * One figure. Those of other periods are in words of the language, and empty where there are none.
     *
     * @param field the name of its field in the form
     * @param before of the period before
     * @param yearBefore of the same period a year before
     * @param computed what follows by now; null where the figure is entered
     */
    public record Line(
            String code, String field, String label, String unit, String before, String yearBefore, String computed) {}
}
