package vn.plancascade.reorganisation.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The example of a file of changes. */
final class ReformOf2025 {

    private ReformOf2025() {}

    static byte[] file() {
        try (InputStream file = ReformOf2025.class.getResourceAsStream("/sample/sap-xep-2025.csv")) {
            return file.readAllBytes();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
