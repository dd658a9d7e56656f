package vn.plancascade.document.layout;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import vn.plancascade.document.DocumentKind;

/**
 * The layouts that the product comes with, after Nghị định 30/2020/NĐ-CP, Phụ lục I: one for documents that bear the name of
 * their type, one for letters. They are kept as the parts of a Word file, so that changes to them can be read.
 */
final class StandardLayout {

    private static final String FOLDER = "/templates/document/";

    private static final byte[] NAMED = packed("named.xml");
    private static final byte[] LETTER = packed("letter.xml");

    private StandardLayout() {}

    static byte[] of(DocumentKind kind) {
        return (kind == DocumentKind.chasingLetter ? LETTER : NAMED).clone();
    }

    private static byte[] packed(String document) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", "content-types.xml");
        parts.put("_rels/.rels", "package-rels.xml");
        parts.put("word/document.xml", document);
        parts.put("word/_rels/document.xml.rels", "document-rels.xml");
        parts.put("word/styles.xml", "styles.xml");
        parts.put("word/header1.xml", "header-following.xml");
        parts.put("word/header2.xml", "header-first.xml");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (var part : parts.entrySet()) {
                ZipEntry entry = new ZipEntry(part.getKey());
                entry.setTime(0);
                zip.putNextEntry(entry);
                try (InputStream content = StandardLayout.class.getResourceAsStream(FOLDER + part.getValue())) {
                    content.transferTo(zip);
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }
}
