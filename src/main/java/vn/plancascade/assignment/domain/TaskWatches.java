package vn.plancascade.assignment.domain;

/** The case that reminds of a plan's tasks each working morning. */
public interface TaskWatches {

    /** Opens it, unless it is open. */
    void open(long planId);
}
