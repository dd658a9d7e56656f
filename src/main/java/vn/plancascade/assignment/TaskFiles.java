package vn.plancascade.assignment;

import java.util.List;
import vn.plancascade.document.Documents.Upload;
import vn.plancascade.document.StoredEvidence;
import vn.plancascade.organisation.Actor;
import vn.plancascade.worklist.Attachments;

/** Evidence of how far the tasks of a plan have come; it comes and goes with those who tell it. */
public interface TaskFiles {

    /** Evidence of how far it has come; nothing for those who are not to read it. */
    List<StoredEvidence> files(Actor actor, long planId, String no);

    StoredEvidence addFile(Actor actor, long planId, String no, Upload file);

    /** @throws vn.plancascade.kernel.NotFound if there is no such file, or the actor is not to read it */
    Attachments.Content file(Actor actor, long planId, String no, long id);

    void removeFile(Actor actor, long planId, String no, long id);
}
