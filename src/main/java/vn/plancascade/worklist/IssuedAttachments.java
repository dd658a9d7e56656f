package vn.plancascade.worklist;

import java.util.List;
import java.util.Locale;
import vn.plancascade.document.StoredEvidence;
import vn.plancascade.organisation.Actor;

/** The evidence of documents that were issued, for those who may read the documents. */
public interface IssuedAttachments {

    /**
     * The evidence of a duty's issued document; none before it was issued.
     *
     * @throws vn.plancascade.kernel.NotFound if there is no such duty, or the actor may not know of it
     */
    List<StoredEvidence> of(Actor actor, long dutyId);

    /** The same with what the items are called. */
    List<Labelled> of(Actor actor, long dutyId, Locale locale);

    /** @throws vn.plancascade.kernel.NotFound if there is no such file, or the actor may not read it */
    Attachments.Content content(Actor actor, long dutyId, long id);

    record Labelled(String label, StoredEvidence file) {}
}
