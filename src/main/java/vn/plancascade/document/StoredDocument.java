package vn.plancascade.document;

import java.time.Instant;

/**
 * A file on record, without its content.
 *
 * @param subject what it belongs to, such as {@code subPlan:12}
 * @param format {@code pdf}
 * @param sha256 of the content, in lower-case hexadecimal
 */
public record StoredDocument(
        long id,
        String subject,
        String unitCode,
        DocumentKind kind,
        String format,
        String fileName,
        long size,
        String sha256,
        String uploadedBy,
        Instant uploadedAt) {}
