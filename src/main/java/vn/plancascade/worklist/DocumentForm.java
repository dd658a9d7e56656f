package vn.plancascade.worklist;

import com.fasterxml.jackson.databind.node.ObjectNode;
import vn.plancascade.document.OfficialDocument;
import vn.plancascade.organisation.Actor;

/** A form of a task about something that becomes an official document, whose draft can be looked at. */
public interface DocumentForm extends WorkForm {

    /** The document as it would be with this data, marked as a draft; what is not filled in yet is blank. */
    OfficialDocument document(WorkItem item, ObjectNode data, Actor actor);
}
