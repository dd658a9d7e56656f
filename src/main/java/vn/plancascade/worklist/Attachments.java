package vn.plancascade.worklist;

import java.util.List;
import java.util.Locale;
import vn.plancascade.document.Documents.Upload;
import vn.plancascade.document.StoredEvidence;
import vn.plancascade.organisation.Actor;

/**
 * Evidence at the items of what a task is about: added and taken away by whoever may write the draft, and read by whoever
 * may read it.
 */
public interface Attachments {

    /** The evidence of the draft, or of what was submitted; none where the task is about a document without. */
    List<StoredEvidence> of(Actor actor, String taskId);

    /** The same of a task that the task list has given to who asks. */
    List<StoredEvidence> of(WorkItem item);

    /** Whether evidence can be added to the task's draft. */
    boolean isTaken(WorkItem item);

    /** The items at which it may stand; none where the task is about a document without. */
    List<EvidencePlaces.Place> places(WorkItem item, Locale locale);

    /**
     * Adds a file.
     *
     * @throws vn.plancascade.kernel.InvalidInput on {@code item} or {@code file}
     * @throws vn.plancascade.kernel.Conflict if the document was submitted, or somebody else has claimed the task
     */
    StoredEvidence add(Actor actor, String taskId, String item, Upload file);

    /** @throws vn.plancascade.kernel.NotFound if there is no such file at this task */
    Content content(Actor actor, String taskId, long id);

    /** Takes a file away; what was submitted before keeps it. */
    void remove(Actor actor, String taskId, long id);

    /** A file to be given out. */
    record Content(StoredEvidence file, byte[] bytes) {}
}
