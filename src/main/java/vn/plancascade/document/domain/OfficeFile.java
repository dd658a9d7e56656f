package vn.plancascade.document.domain;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.poi.util.XMLHelper;
import vn.plancascade.document.EvidenceFormat;
import vn.plancascade.kernel.Archive;
import vn.plancascade.kernel.InvalidInput;

/**
 * A document, workbook or presentation of Office (ECMA-376) that brings nothing along which runs, or is fetched, when
 * somebody opens it: macros, controls, embedded objects, data from elsewhere, fields that start programs.
 */
final class OfficeFile {

    private static final long MOST_UNPACKED = 64L * 1024 * 1024;

    private static final String MAIN = "application/vnd.openxmlformats-officedocument.";

    /** By the content type of the main part. */
    private static final Map<String, EvidenceFormat> FORMATS = Map.of(
            MAIN + "wordprocessingml.document.main+xml", EvidenceFormat.docx,
            MAIN + "spreadsheetml.sheet.main+xml", EvidenceFormat.xlsx,
            MAIN + "presentationml.presentation.main+xml", EvidenceFormat.pptx);

    private static final Pattern ACTIVE_TYPE =
            Pattern.compile("(?i).*(macroenabled|vbaproject|activex|oleobject|macrosheet|dialogsheet).*");

    private static final Pattern ACTIVE_PART = Pattern.compile(
            "(?i).*(vbaproject|vbadata|activex|ctrlprops?/|oleobject|afchunk|macrosheets|dialogsheets|externallinks/).*");

    /** What stands behind a chart; it is looked into as well. */
    private static final Pattern CHART_DATA = Pattern.compile("(?i).*/embeddings/[^/]*\\.xlsx");

    private static final Pattern EMBEDDED = Pattern.compile("(?i).*/embeddings/.*");

    private final Set<String> types = new HashSet<>();
    private final OfficeFields fields = new OfficeFields();
    private boolean isActive;

    private OfficeFile() {}

    /** @throws InvalidInput on {@code file}, for one of another kind, a damaged or an active one */
    static EvidenceFormat check(byte[] content) {
        return check(content, true);
    }

    private static EvidenceFormat check(byte[] content, boolean mayHoldCharts) {
        switch (Archive.check(content, MOST_UNPACKED)) {
            case sound -> {}
            case damaged -> throw refused("damaged");
            case withDoctype, tooLarge -> throw refused("tooComplex");
        }
        OfficeFile file = new OfficeFile();
        try (ZipFile zip = ZipFile.builder().setByteArray(content).get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                file.look(zip, entry, mayHoldCharts);
            }
        } catch (IOException | XMLStreamException unreadable) {
            throw refused("damaged");
        }
        if (file.isActive || file.fields.areActive()) {
            throw refused("active");
        }
        List<String> found =
                FORMATS.keySet().stream().filter(file.types::contains).toList();
        if (found.size() != 1) {
            throw refused("kind");
        }
        return FORMATS.get(found.get(0));
    }

    private void look(ZipFile zip, ZipArchiveEntry entry, boolean mayHoldCharts)
            throws IOException, XMLStreamException {
        String name = "/" + entry.getName().replace('\\', '/');
        if (mayHoldCharts && CHART_DATA.matcher(name).matches()) {
            try (InputStream in = zip.getInputStream(entry)) {
                check(in.readAllBytes(), false);
            }
        } else if (EMBEDDED.matcher(name).matches() || ACTIVE_PART.matcher(name).matches()) {
            isActive = true;
        } else if (name.endsWith(".rels") || name.equals("/[Content_Types].xml") || name.matches("/word/.*\\.xml")) {
            try (InputStream in = zip.getInputStream(entry)) {
                read(in.readAllBytes());
            }
        }
    }

    private void read(byte[] xml) throws XMLStreamException {
        XMLStreamReader reader = XMLHelper.newXMLInputFactory().createXMLStreamReader(new ByteArrayInputStream(xml));
        while (reader.hasNext()) {
            if (reader.next() == XMLStreamConstants.START_ELEMENT) {
                element(reader);
            }
        }
    }

    private void element(XMLStreamReader reader) throws XMLStreamException {
        String name = reader.getLocalName();
        String type = reader.getAttributeValue(null, "ContentType");
        if (type != null) {
            types.add(type);
            isActive |= ACTIVE_TYPE.matcher(type).matches();
        }
        if (name.equals("Relationship") && "External".equals(reader.getAttributeValue(null, "TargetMode"))) {
            isActive |= !String.valueOf(reader.getAttributeValue(null, "Type")).endsWith("/hyperlink");
        } else if (name.equals("altChunk") || name.equals("subDoc")) {
            isActive = true;
        } else {
            fields.read(reader);
        }
    }

    private static InvalidInput refused(String why) {
        return new InvalidInput(EvidenceCheck.FIELD, "attachment." + why);
    }
}
