package vn.plancascade.worklist;

import java.util.List;
import vn.plancascade.deadline.StepLoad;
import vn.plancascade.organisation.Scope;

/** What stands at the user tasks of cases that carry no duty: letters, requests, plans themselves. */
public interface TaskLoads {

    /**
     * The tasks of a process at which cases stand, as far as they wait for people of units in the scope.
     *
     * @param process key of the model; one that nobody has deployed has none
     */
    List<StepLoad> of(String process, Scope scope);
}
