package vn.plancascade.assignment;

import java.util.List;
import vn.plancascade.kernel.Names;

/**
 * What somebody tells of a task.
 *
 * @param percent 1 to 99 while it is under way; else it follows from the state and need not be told
 * @param milestonesDone the positions of those that are reached, from 1; null for no change
 * @param version that of the progress it was written upon; null where that does not matter
 */
public record ToldProgress(
        TaskState state, Integer percent, String note, List<Integer> milestonesDone, Integer version) {

    public ToldProgress {
        note = Names.clean(note);
        milestonesDone = milestonesDone == null
                ? null
                : milestonesDone.stream()
                        .map(position -> position == null ? 0 : position)
                        .toList();
    }
}
