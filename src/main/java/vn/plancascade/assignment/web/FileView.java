package vn.plancascade.assignment.web;

import vn.plancascade.document.StoredEvidence;

/** A file of evidence, without its content. */
record FileView(long id, String fileName, String format, long size, String sha256, String uploadedBy) {

    static FileView of(StoredEvidence file) {
        return new FileView(
                file.id(), file.fileName(), file.format().name(), file.size(), file.sha256(), file.uploadedBy());
    }
}
