package vn.plancascade.support;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Word files that were changed by hand, and files that only look like them. */
public final class WordFiles {

    public static final String DOCUMENT = "word/document.xml";

    private WordFiles() {}

    /** The file with one of its parts changed. */
    public static byte[] changed(byte[] docx, String part, UnaryOperator<String> change) {
        Map<String, byte[]> parts = parts(docx);
        parts.computeIfPresent(
                part,
                (name, content) -> change.apply(new String(content, StandardCharsets.UTF_8))
                        .getBytes(StandardCharsets.UTF_8));
        return zip(parts);
    }

    public static byte[] withMacro(byte[] docx) {
        Map<String, byte[]> parts = parts(docx);
        parts.put("word/vbaProject.bin", new byte[] {1, 2, 3});
        return changed(
                zip(parts),
                "[Content_Types].xml",
                types -> types.replace(
                        "</Types>",
                        "<Default Extension=\"bin\" ContentType=\"application/vnd.ms-office.vbaProject\"/></Types>"));
    }

    /** The file with another part beside its own, of whatever kind. */
    public static byte[] withBytes(byte[] docx, String name, byte[] content) {
        Map<String, byte[]> parts = parts(docx);
        parts.put(name, content);
        return zip(parts);
    }

    public static byte[] withLinkOutside(byte[] docx) {
        return changed(
                docx,
                "word/_rels/document.xml.rels",
                relations -> relations.replace(
                        "</Relationships>",
                        "<Relationship Id=\"rIdOut\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate\""
                                + " Target=\"http://example.com/mau.dotm\" TargetMode=\"External\"/></Relationships>"));
    }

    /** The file with another part beside its own, related to the main one where there is a relation's type. */
    public static byte[] withPart(byte[] docx, String name, String contentType, String relation, String content) {
        Map<String, byte[]> parts = parts(docx);
        parts.put(name, content.getBytes(StandardCharsets.UTF_8));
        byte[] typed = changed(
                zip(parts),
                "[Content_Types].xml",
                types -> types.replace(
                        "</Types>",
                        "<Override PartName=\"/" + name + "\" ContentType=\"" + contentType + "\"/></Types>"));
        return relation == null ? typed : related(typed, relation, name.replaceFirst("^word/", ""), "");
    }

    /** The file with another relation of its main part, such as {@code TargetMode="External"} adds. */
    public static byte[] related(byte[] docx, String relation, String target, String mode) {
        return changed(
                docx,
                "word/_rels/document.xml.rels",
                relations -> relations.replace(
                        "</Relationships>",
                        "<Relationship Id=\"rId" + Math.abs(target.hashCode())
                                + "\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
                                + relation
                                + "\" Target=\"" + target + "\" " + mode + "/></Relationships>"));
    }

    /** A few hundred kilobytes that unpack to hundreds of megabytes. */
    public static byte[] bomb(byte[] docx) {
        Map<String, byte[]> parts = parts(docx);
        parts.put("word/rong.xml", new byte[300 * 1024 * 1024]);
        return zip(parts);
    }

    private static Map<String, byte[]> parts(byte[] docx) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(docx))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return parts;
    }

    private static byte[] zip(Map<String, byte[]> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
