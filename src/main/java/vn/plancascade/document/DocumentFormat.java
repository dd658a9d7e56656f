package vn.plancascade.document;

import java.util.Arrays;
import java.util.Optional;
import vn.plancascade.kernel.InvalidInput;

/** The formats in which documents are given out. */
public enum DocumentFormat {
    pdf("application/pdf"),
    docx("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    private final String mediaType;

    DocumentFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    /**
     * The format that a caller asks for.
     *
     * @param otherwise where none is asked for
     * @throws InvalidInput on {@code format}, for one that documents are not given out in
     */
    public static DocumentFormat sent(String name, DocumentFormat otherwise) {
        return name == null || name.isBlank()
                ? otherwise
                : of(name.strip()).orElseThrow(() -> new InvalidInput("format", "document.format"));
    }

    private static Optional<DocumentFormat> of(String name) {
        return Arrays.stream(values())
                .filter(format -> format.name().equals(name))
                .findFirst();
    }
}
