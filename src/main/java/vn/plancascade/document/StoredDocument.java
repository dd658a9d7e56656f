package vn.plancascade.document;

import java.time.Instant;

/**
 * A file on record, without its content.
 *
 * @param subject what it belongs to, such as {@code subPlan:12}
 * @param edition of the subject's documents, from 1: a report has one for each version
 * @param format {@code pdf} or {@code docx}
 * @param sha256 of the content, in lower-case hexadecimal
 * @param uploadedBy null for what the product wrote
 */
public record StoredDocument(
        long id,
        String subject,
        String unitCode,
        DocumentKind kind,
        int edition,
        String format,
        String fileName,
        long size,
        String sha256,
        String uploadedBy,
        Instant uploadedAt) {}
