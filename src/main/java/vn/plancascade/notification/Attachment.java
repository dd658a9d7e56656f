package vn.plancascade.notification;

/**
 * A file that goes with a mail.
 *
 * @param shows what a picture shows, for those who do not see it; it then stands in the mail itself. Null for a file beside it
 */
public record Attachment(String fileName, String mediaType, byte[] content, String shows) {

    public Attachment(String fileName, String mediaType, byte[] content) {
        this(fileName, mediaType, content, null);
    }

    public boolean isShown() {
        return shows != null;
    }
}
