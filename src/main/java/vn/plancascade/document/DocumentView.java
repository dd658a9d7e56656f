package vn.plancascade.document;

import java.time.OffsetDateTime;
import vn.plancascade.kernel.VietnamTime;

/**
 * A document as lists of them show it.
 *
 * @param edition counts on with each replacement, correction and supplement, from 1
 * @param uploadedAt when it was taken in, or made
 */
public record DocumentView(
        long id,
        String kind,
        String format,
        String fileName,
        long size,
        String sha256,
        int edition,
        OffsetDateTime uploadedAt) {

    public static DocumentView of(StoredDocument document) {
        return new DocumentView(
                document.id(),
                document.kind().name(),
                document.format(),
                document.fileName(),
                document.size(),
                document.sha256(),
                document.edition(),
                VietnamTime.offset(document.uploadedAt()));
    }
}
