package vn.plancascade.notification;

/** A file that goes with a mail. */
public record Attachment(String fileName, String mediaType, byte[] content) {}
