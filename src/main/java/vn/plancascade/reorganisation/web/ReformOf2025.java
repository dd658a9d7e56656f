package vn.plancascade.reorganisation.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The examples of a file of changes, by the codes of the sample's units. */
enum ReformOf2025 {
    /** 63 provinces become 34. */
    provinces("sap-xep-2025.csv"),
    /** Districts are no more: their health centres become stations of communes, or serve an area. */
    districts("sap-xep-huyen-2025.csv");

    final String fileName;

    ReformOf2025(String fileName) {
        this.fileName = fileName;
    }

    byte[] file() {
        try (InputStream file = ReformOf2025.class.getResourceAsStream("/sample/" + fileName)) {
            return file.readAllBytes();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
