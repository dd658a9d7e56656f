package vn.plancascade.document.layout;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.transform.TransformerException;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.util.XMLHelper;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/** A Word file (DOCX) as the parts that hold its text. Entities and schemas from elsewhere are never read. */
final class WordFile implements AutoCloseable {

    private static final String MAIN =
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    private static final String STYLES = "application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml";
    private static final String HEADER = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml";
    private static final String FOOTER = "application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml";

    private final OPCPackage parts;

    private WordFile(OPCPackage parts) {
        this.parts = parts;
    }

    /** @throws IOException if it is no Word file, damaged, or grows beyond all measure when unpacked */
    static WordFile open(byte[] content) throws IOException {
        try {
            WordFile file = new WordFile(OPCPackage.open(new ByteArrayInputStream(content)));
            if (file.parts.getPartsByContentType(MAIN).size() != 1
                    || file.parts.getPartsByContentType(STYLES).size() != 1) {
                throw new IOException("No document, or no styles");
            }
            return file;
        } catch (InvalidFormatException | RuntimeException unreadable) {
            throw new IOException(unreadable);
        }
    }

    PackagePart main() {
        return parts.getPartsByContentType(MAIN).get(0);
    }

    PackagePart styles() {
        return parts.getPartsByContentType(STYLES).get(0);
    }

    List<PackagePart> headersAndFooters() {
        return java.util.stream.Stream.concat(
                        parts.getPartsByContentType(HEADER).stream(), parts.getPartsByContentType(FOOTER).stream())
                .toList();
    }

    /** Names of parts that hold programs or files of other kinds. */
    List<String> foreignParts() {
        try {
            return parts.getParts().stream()
                    .map(part -> part.getPartName().getName())
                    .filter(name ->
                            name.matches("(?i).*(vbaProject|vbaData|activeX|/embeddings/|/media/|\\.bin|afchunk).*"))
                    .toList();
        } catch (InvalidFormatException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    List<PackagePart> parts() {
        try {
            return parts.getParts();
        } catch (InvalidFormatException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    /** What is fetched from elsewhere when it is opened, or leads there. */
    Set<String> targetsOutside() {
        Set<String> targets = new TreeSet<>();
        try {
            addOutside(parts.getRelationships(), targets);
            for (PackagePart part : parts()) {
                if (!part.isRelationshipPart()) {
                    addOutside(part.getRelationships(), targets);
                }
            }
        } catch (InvalidFormatException unreadable) {
            throw new IllegalStateException(unreadable);
        }
        return targets;
    }

    private static void addOutside(Iterable<PackageRelationship> relations, Set<String> targets) {
        for (PackageRelationship each : relations) {
            if (each.getTargetMode() == TargetMode.EXTERNAL
                    || each.getTargetURI().isAbsolute()) {
                targets.add(each.getTargetURI().toString());
            }
        }
    }

    /** The part that a relation of the main one leads to, or null. */
    PackagePart related(String relation) {
        try {
            PackageRelationship found = main().getRelationship(relation);
            return found == null ? null : main().getRelatedPart(found);
        } catch (InvalidFormatException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    static Document read(PackagePart part) throws IOException {
        try (InputStream content = part.getInputStream()) {
            return XMLHelper.newDocumentBuilder().parse(content);
        } catch (SAXException unreadable) {
            throw new IOException(unreadable);
        }
    }

    static void write(PackagePart part, Document content) throws IOException {
        part.clear();
        try (OutputStream out = part.getOutputStream()) {
            XMLHelper.newTransformer().transform(new DOMSource(content), new StreamResult(out));
        } catch (TransformerException unwritable) {
            throw new IOException(unwritable);
        }
    }

    byte[] save() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            parts.save(out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    /** Closes without writing anything anywhere. */
    @Override
    public void close() {
        parts.revert();
    }
}
