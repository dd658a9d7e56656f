package vn.plancascade.document;

import java.util.List;
import java.util.Optional;
import vn.plancascade.kernel.Names;

/** Files that belong to duties. What was taken in is never changed, and never removed. */
public interface Documents {

    /** The largest file that is taken in. */
    int MAX_BYTES = 10 * 1024 * 1024;

    /** The longest name of a file that is kept. */
    int NAME_LENGTH = 200;

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

    /**
     * The name under which a file is kept and given out: the last part of whatever path a browser sends, on one line, with
     * the ending of what it is and no other that a system could run it by.
     *
     * @param otherwise where nothing is left of it, without an ending
     * @param format its ending, without the dot
     */
    static String fileName(String sent, String otherwise, String format) {
        String last = sent == null ? "" : sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
        String base = Names.clean(Names.line(last)
                .replaceAll("\\p{Cf}", "")
                .replaceFirst("\\.[A-Za-z0-9]{1,5}\\s*$", "")
                .replaceAll("[.<>:\"|?*%;]+", "-"));
        String ending = "." + format;
        String name = base == null || base.matches("-*") ? otherwise : base;
        return name.substring(0, Math.min(NAME_LENGTH - ending.length(), name.length())) + ending;
    }

    /** A file as it was sent. */
    record Upload(String fileName, byte[] content) {}
}
