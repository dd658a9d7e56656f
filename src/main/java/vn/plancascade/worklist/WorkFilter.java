package vn.plancascade.worklist;

import vn.plancascade.kernel.Names;

/**
 * Filters of one's work; null means any.
 *
 * @param key the task's id in its model
 * @param plan id of the plan that the work is about
 * @param unit code of the unit for which it is done
 * @param text words of the name or the code of the unit whose document it is
 */
public record WorkFilter(String key, Long plan, String period, String unit, String text) {

    public WorkFilter {
        key = Names.clean(key);
        period = Names.clean(period);
        unit = Names.code(unit);
        text = Names.clean(text);
    }

    public static final WorkFilter NONE = new WorkFilter(null, null, null, null, null);
}
