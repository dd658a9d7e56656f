package vn.plancascade.worklist;

import vn.plancascade.document.Documents.Upload;
import vn.plancascade.organisation.Actor;

/** A form of a task that issues a document, whose signed copy may come along. */
public interface SigningForm extends DocumentForm {

    /**
     * Takes the signed copy in, in the transaction of the step.
     *
     * @throws vn.plancascade.kernel.InvalidInput on {@code file}, if it is no PDF that can be kept
     */
    void takeSigned(WorkItem item, Upload file, Actor actor);
}
