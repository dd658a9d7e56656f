package vn.plancascade.document;

/** What evidence may be: the kinds of file that offices exchange, none of which runs anything by itself. */
public enum EvidenceFormat {
    pdf("application/pdf"),
    docx("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    xlsx("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    pptx("application/vnd.openxmlformats-officedocument.presentationml.presentation"),
    png("image/png"),
    jpg("image/jpeg");

    private final String mediaType;

    EvidenceFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }
}
