package vn.plancascade.worklist;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.function.UnaryOperator;
import vn.plancascade.document.Documents.Upload;
import vn.plancascade.document.OfficialDocument;
import vn.plancascade.kernel.Page;
import vn.plancascade.kernel.PageRequest;
import vn.plancascade.organisation.Actor;

/**
 * The work that waits for people. Whatever page or interface a step comes from, it comes through here: rights are
 * decided by the roles held at this moment, and the step, its record and the task's end are one transaction.
 */
public interface Worklist {

    /** The tasks that the actor may do now or has claimed. */
    Page<WorkItem> mine(Actor actor, WorkFilter filter, PageRequest page);

    /** What the actor has done, the newest first. */
    Page<DoneWork> done(Actor actor, PageRequest page);

    /** @throws vn.plancascade.kernel.NotFound if there is no such task, or the actor may not know of it */
    WorkItem get(Actor actor, String taskId);

    /** The open task of a case that the actor may do now or has claimed; none where the case is null or has ended. */
    Optional<WorkItem> ofCase(Actor actor, String processInstanceId);

    /** Makes the task the actor's. Claiming one's own task again changes nothing. */
    WorkItem claim(Actor actor, String taskId);

    /** Gives a claimed task back to its group. */
    WorkItem unclaim(Actor actor, String taskId);

    /** The form's data with its {@code version}; 0 while nothing has been saved. */
    ObjectNode draft(Actor actor, String taskId);

    /** Whether the task's draft can be looked at as a document. */
    boolean hasDocument(WorkItem item);

    /** Adds to the task's form what its file cannot know; the rest stays. */
    void arrange(Actor actor, String taskId, ObjectNode form);

    /** The task with its form, in the language of whoever opens it, and what is written in it. */
    OpenedTask open(Actor actor, String taskId, UnaryOperator<ObjectNode> inLanguage);

    /**
     * The document that an opened task is about, as it would be with what is written in it.
     *
     * @throws vn.plancascade.kernel.NotFound where there is none
     */
    OfficialDocument document(Actor actor, OpenedTask task);

    /** Whether the actor may act on the task at this moment: holds the role, and nobody else has claimed it. */
    boolean isOpenTo(Actor actor, WorkItem item);

    /**
     * Saves the form's data for all who may do the task. With a {@code version} in it that is not the newest, nothing is
     * saved.
     *
     * @return the data as saved, with its new version
     * @throws vn.plancascade.kernel.Conflict if the version is stale
     */
    ObjectNode saveDraft(Actor actor, String taskId, ObjectNode draft);

    /**
     * Completes the task with the draft and, laid over it, the data sent.
     *
     * @throws vn.plancascade.kernel.Conflict if it has been done already or somebody else has claimed it
     */
    default void complete(Actor actor, String taskId, ObjectNode data) {
        complete(actor, taskId, data, null);
    }

    /** Whether the step writes for every unit that is addressed, so that there is something to be watched after it. */
    boolean isForAllUnits(WorkItem item);

    /** Whether the signed copy of the document may come along with the step. */
    boolean takesSigned(WorkItem item);

    /**
     * The same with the signed copy of the document that the step issues.
     *
     * @param signed null where it comes later, or not at all
     * @throws vn.plancascade.kernel.InvalidInput on {@code file}, if it cannot be kept, or the step takes none
     */
    void complete(Actor actor, String taskId, ObjectNode data, Upload signed);
}
