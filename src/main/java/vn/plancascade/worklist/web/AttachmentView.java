package vn.plancascade.worklist.web;

import java.time.OffsetDateTime;
import vn.plancascade.document.StoredEvidence;
import vn.plancascade.kernel.VietnamTime;

/**
 * A file of evidence as lists of them show it.
 *
 * @param item what it is about: the number of a task, the code of a figure, or the name of a part of a report
 * @param uploadedBy login
 */
record AttachmentView(
        long id,
        String item,
        String fileName,
        String format,
        long size,
        String sha256,
        String uploadedBy,
        OffsetDateTime uploadedAt) {

    static AttachmentView of(StoredEvidence file) {
        return new AttachmentView(
                file.id(),
                file.item(),
                file.fileName(),
                file.format().name(),
                file.size(),
                file.sha256(),
                file.uploadedBy(),
                VietnamTime.offset(file.uploadedAt()));
    }
}
