package vn.plancascade.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import vn.plancascade.kernel.Names;

/**
 * Which unit answers for a task of the plan as a whole, beside what each unit does about it in its own plan.
 *
 * @param taskNo the task, as the plan numbers it
 * @param unit code of the unit that leads (chủ trì)
 * @param coordinating codes of the units that work with it (phối hợp)
 * @param due the last day; null for a task that goes on all year
 * @param milestones on the way, in their order
 */
public record TaskAssignment(
        String taskNo, String unit, List<String> coordinating, LocalDate due, List<Milestone> milestones) {

    public static final int MOST_MILESTONES = 20;

    public TaskAssignment {
        taskNo = Names.clean(taskNo);
        unit = Names.code(unit);
        coordinating = coordinating == null
                ? List.of()
                : coordinating.stream()
                        .map(Names::code)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList();
        milestones = milestones == null
                ? List.of()
                : milestones.stream().filter(Objects::nonNull).toList();
    }

    /** All units that work on it, the one that leads first. */
    public Stream<String> units() {
        return Stream.concat(Stream.ofNullable(unit), coordinating.stream());
    }

    /** A step on the way (mốc), with the last day of it. */
    public record Milestone(String title, LocalDate due) {

        public Milestone {
            title = Names.cleanLine(title);
        }
    }
}
