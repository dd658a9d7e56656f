package vn.plancascade.document;

import java.time.Instant;

/**
 * A file that shows what an item of a document says, without its content.
 *
 * @param subject the document, such as {@code subPlan:12}
 * @param item what the file is about: the number of a task, the code of a figure or the name of a part
 * @param sha256 of the content, in lower-case hexadecimal
 */
public record StoredEvidence(
        long id,
        String subject,
        String unitCode,
        String item,
        EvidenceFormat format,
        String fileName,
        long size,
        String sha256,
        String uploadedBy,
        Instant uploadedAt) {}
