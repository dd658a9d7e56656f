package vn.plancascade.document;

import java.util.List;
import java.util.Optional;
import vn.plancascade.document.Documents.Upload;

/**
 * Files that show what the items of a document say (tài liệu minh chứng). They come and go while it is being written; what
 * a round of approval had, and what was issued, stays as it was.
 */
public interface Evidence {

    /** The most files that a document may have at once, and what they may hold together. */
    int MOST_FILES = 40;

    int MOST_BYTES = 60 * 1024 * 1024;

    /**
     * Takes a file in, in the caller's transaction. The same file at the same item is kept once.
     *
     * @param round the round of approval that is being prepared, from 1
     * @throws vn.plancascade.kernel.InvalidInput on {@code file}, if it is missing, too large or not what may be kept
     */
    StoredEvidence add(String subject, String unitCode, String item, int round, Upload file, String login);

    /** The files of a document in a round, in the order in which they came. */
    List<StoredEvidence> of(String subject, int round);

    byte[] content(long id);

    /** Takes a file away from the round that is being prepared; earlier rounds keep it. */
    void remove(long id, int round);

    /** Keeps that the document of a round was issued: what it had then is its evidence from now on. */
    void issued(String subject, int round);

    /** The evidence of the newest issued document; empty where none was issued. */
    Optional<Integer> issuedRound(String subject);

    /** Removes what belongs to a draft that will never be issued; what was issued stays. */
    void discard(String subject);
}
