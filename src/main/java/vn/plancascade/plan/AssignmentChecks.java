package vn.plancascade.plan;

/** Whether a task of a plan in force can be given to the units that were named. */
public interface AssignmentChecks {

    /** @throws vn.plancascade.kernel.InvalidInput naming the fields */
    void check(NationalPlan plan, TaskAssignment assignment);
}
