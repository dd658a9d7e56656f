package vn.plancascade.document;

import java.util.List;
import java.util.Optional;

/** Files that belong to duties. What was taken in is never changed, and never removed. */
public interface Documents {

    /** The largest file that is taken in. */
    int MAX_BYTES = 10 * 1024 * 1024;

    /**
     * Takes a signed PDF in, in the caller's transaction. The same file for the same subject is kept once.
     *
     * @param edition of the subject's documents that it is, from 1
     * @throws vn.plancascade.kernel.InvalidInput on {@code file}, if it is missing, too large, no PDF, encrypted, damaged,
     *     or carries scripts or other files
     */
    StoredDocument add(String subject, String unitCode, DocumentKind kind, int edition, Upload file, String login);

    /** Gives a document to another subject, as when what it was sent for has been confirmed. */
    void attach(long id, String subject, int edition);

    Optional<StoredDocument> find(long id);

    /** The documents of a subject, the newest first. */
    List<StoredDocument> of(String subject);

    byte[] content(long id);

    /** A file as it was sent. */
    record Upload(String fileName, byte[] content) {}
}
