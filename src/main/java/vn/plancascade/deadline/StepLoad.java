package vn.plancascade.deadline;

/**
 * What stands at one user task of the cases that carry duties.
 *
 * @param elementId the task as its model names it
 * @param running how many duties stand there
 * @param overdue how many of them are overdue
 * @param medianDays half of them have stood there for at most that many calendar days
 * @param targetDays how many days the plan wants it to be at most, or null where it says nothing or many plans are asked for
 */
public record StepLoad(String elementId, long running, long overdue, long medianDays, Integer targetDays) {

    /** Whether half of what stands here has stood longer than the plan wants. */
    public boolean isSlow() {
        return targetDays != null && medianDays > targetDays;
    }
}
