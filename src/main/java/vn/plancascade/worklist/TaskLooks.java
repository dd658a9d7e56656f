package vn.plancascade.worklist;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.plancascade.organisation.Actor;

/** Who has looked at which open task. */
public interface TaskLooks {

    /**
     * Keeps that the actor has opened the task.
     *
     * @throws vn.plancascade.kernel.NotFound if there is no such task, or the actor may not know of it
     */
    void opened(Actor actor, String taskId);

    /** Those of these tasks that the person has opened. */
    Set<String> openedBy(String login, Collection<String> taskIds);

    /** Logins of others who have saved something at these tasks or have claimed them; tasks without any are left out. */
    Map<String, List<String>> othersAt(String login, Collection<String> taskIds);
}
