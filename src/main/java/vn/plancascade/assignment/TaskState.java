package vn.plancascade.assignment;

/** How far a task has come. */
public enum TaskState {
    notBegun,
    underWay,
    done
}
