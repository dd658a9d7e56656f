package vn.plancascade.document;

import java.time.OffsetDateTime;
import java.util.List;
import vn.plancascade.organisation.Actor;

/**
 * The layouts of documents, one for each kind that the product writes. Office staff replace them with a Word file of their
 * own; every version stays, and a document that has been made stays as it was made.
 */
public interface Layouts {

    /** Whether the actor is an administrator or a clerk of a ministry; nobody else has anything to do with layouts. */
    boolean areOf(Actor actor);

    /** The version that is in force for each kind. */
    List<Version> inForce(Actor actor);

    /** All versions of a kind, the newest first; the last is the product's own. */
    List<Version> versions(Actor actor, DocumentKind kind);

    /** The Word file of a version; of the one in force where it is null. */
    byte[] content(Actor actor, DocumentKind kind, Integer version);

    /**
     * Puts another layout in force from now on. The same file as the one in force changes nothing.
     *
     * @throws vn.plancascade.kernel.InvalidInput on {@code file}, with everything that is wrong with it
     * @throws vn.plancascade.kernel.NotAllowed unless the actor is an administrator or a clerk of the ministry
     */
    Version replace(Actor actor, DocumentKind kind, Documents.Upload file);

    /** Puts an earlier version in force again, as a new one. */
    Version restore(Actor actor, DocumentKind kind, int version);

    /**
     * What a layout makes of an invented document, in the given format, without keeping anything.
     *
     * @param file null for the version in force
     */
    byte[] preview(Actor actor, DocumentKind kind, Documents.Upload file, DocumentFormat format);

    /**
     * @param version 0 for the product's own
     * @param uploadedBy null for the product's own
     */
    record Version(
            DocumentKind kind,
            int version,
            String fileName,
            String sha256,
            String uploadedBy,
            OffsetDateTime uploadedAt) {}
}
