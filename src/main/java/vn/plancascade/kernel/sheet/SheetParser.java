package vn.plancascade.kernel.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.xssf.model.SharedStrings;
import vn.plancascade.kernel.sheet.Cell.Kind;
import vn.plancascade.kernel.sheet.Workbooks.Visitor;

/** The rows of one sheet's XML. */
final class SheetParser {

    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    /** No table is wider; rows that are coloured from end to end reach to the 16,384th column. */
    private static final int MOST_COLUMNS = 500;

    private final SharedStrings strings;
    private final CellFormats formats;
    private final XMLInputFactory factory;

    SheetParser(SharedStrings strings, CellFormats formats, XMLInputFactory factory) {
        this.strings = strings;
        this.formats = formats;
        this.factory = factory;
    }

    void parse(PackagePart sheet, Visitor visitor) throws IOException, XMLStreamException {
        MergedCells merged;
        try (InputStream in = sheet.getInputStream()) {
            merged = MergedCells.of(factory.createXMLStreamReader(in), MOST_COLUMNS);
        }
        try (InputStream in = sheet.getInputStream()) {
            rows(factory.createXMLStreamReader(in), merged, visitor);
        }
    }

    private void rows(XMLStreamReader xml, MergedCells merged, Visitor visitor) throws XMLStreamException {
        int number = 0;
        List<Cell> cells = new ArrayList<>();
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("row")) {
                String given = xml.getAttributeValue(null, "r");
                number = given == null ? number + 1 : Integer.parseInt(given);
                cells = new ArrayList<>();
            } else if (event == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("c")) {
                String address = xml.getAttributeValue(null, "r");
                put(cells, address, cell(xml));
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals("row")) {
                merged.fill(number, cells);
                if (cells.stream().anyMatch(cell -> !cell.isEmpty())) {
                    visitor.row(number, cells);
                }
            }
        }
    }

    private static void put(List<Cell> cells, String address, Cell cell) throws XMLStreamException {
        int column = address == null ? cells.size() : new CellAddress(address).getColumn();
        if (column < 0) {
            throw new XMLStreamException("No such column");
        }
        if (column >= MOST_COLUMNS) {
            return;
        }
        while (cells.size() <= column) {
            cells.add(Cell.EMPTY);
        }
        cells.set(column, cell);
    }

    private Cell cell(XMLStreamReader xml) throws XMLStreamException {
        String type = xml.getAttributeValue(null, "t");
        String style = xml.getAttributeValue(null, "s");
        StringBuilder value = new StringBuilder();
        String formula = null;
        for (int event = xml.next();
                !(event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("c"));
                event = xml.next()) {
            if (event != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            switch (xml.getLocalName()) {
                case "f" -> formula = xml.getElementText();
                case "v", "t" -> value.append(xml.getElementText());
                case "rPh" -> skip(xml);
                default -> {
                    // What stands around the text.
                }
            }
        }
        return formula != null
                ? new Cell(Kind.formula, "=" + formula, null, null)
                : cell(type, style, value.toString());
    }

    private Cell cell(String type, String style, String value) {
        if (value.isEmpty()) {
            return Cell.EMPTY;
        }
        return switch (type == null ? "n" : type) {
            case "s" ->
                Cell.text(strings.getItemAt(Integer.parseInt(value.strip())).getString());
            case "inlineStr", "str" -> Cell.text(unescaped(value));
            case "b" ->
                new Cell(
                        Kind.yesNo,
                        value.strip().equals("1") || value.strip().equals("true") ? "TRUE" : "FALSE",
                        null,
                        null);
            case "e" -> new Cell(Kind.error, value, null, null);
            case "d" -> CellFormats.isoDate(value.strip());
            default -> formats.number(value, style == null ? 0 : Integer.parseInt(style));
        };
    }

    private static String unescaped(String text) {
        return ESCAPED.matcher(text)
                .replaceAll(
                        found -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(found.group(1), 16))));
    }

    private static void skip(XMLStreamReader xml) throws XMLStreamException {
        for (int depth = 1; depth > 0; ) {
            int event = xml.next();
            depth += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
        }
    }
}
