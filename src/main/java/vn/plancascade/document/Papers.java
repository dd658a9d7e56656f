package vn.plancascade.document;

import java.util.List;
import java.util.Optional;
import vn.plancascade.organisation.Actor;

/**
 * Documents, those taken in and those that the product writes. What these say is kept when they are issued, and never changes
 * from then on, whatever becomes of names and layouts; their files are made of it when somebody first asks for them.
 */
public interface Papers {

    /**
     * All documents of a subject that the actor may read, the newest edition first; of each edition first what was taken
     * in, the newest of which is the official one, then what was written here. After them come those of other subjects that
     * belong to it.
     */
    List<StoredDocument> of(Actor actor, String subject);

    /** The same without asking who reads, for what is sent. */
    List<StoredDocument> of(String subject);

    /** Keeps what a subject's documents say that have been issued by now, in the caller's transaction. */
    void freeze(String subject);

    /** A document that the actor may read. */
    Optional<StoredDocument> find(Actor actor, long id);

    /** Whether the actor may read the newest document that was issued of a subject, and what belongs to it. */
    boolean mayRead(Actor actor, String subject);

    /** The same document in another format, if it is kept in it. */
    Optional<StoredDocument> inFormat(StoredDocument document, DocumentFormat format);

    /** The edition of a subject's documents that a signed copy belongs to which is taken in now. */
    int inHand(String subject);

    /** Lays out what is not issued yet, or never will be; nothing of it is kept. */
    byte[] draft(OfficialDocument document, DocumentFormat format);
}
