package vn.plancascade.kernel.sheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.XSSFReader;

/**
 * Reads workbooks a row at a time, with what each cell shows. Apache POI finds the parts, their styles and texts; the cells
 * are read here, since it knows no cell of type {@code d} and would lose the whole sheet over one (ADR 0027).
 */
public final class Workbooks {

    private Workbooks() {}

    /** Is told of each row that holds something, sheet by sheet. */
    public interface Visitor {

        void sheet(String name);

        /**
         * @param number from 1
         * @param cells from column A on; those that are not there are {@link Cell#EMPTY}
         */
        void row(int number, List<Cell> cells);
    }

    /**
     * @param content checked by {@link vn.plancascade.kernel.Archive} before
     * @throws IOException if it is no workbook, or damaged
     */
    public static void read(byte[] content, Visitor visitor) throws IOException {
        try (OPCPackage file = OPCPackage.open(new ByteArrayInputStream(content))) {
            XSSFReader reader = new XSSFReader(file, true);
            CellFormats formats = new CellFormats(reader.getStylesTable(), countsFrom1904(reader));
            SheetParser parser = new SheetParser(reader.getSharedStringsTable(), formats, xml());
            XSSFReader.SheetIterator sheets = (XSSFReader.SheetIterator) reader.getSheetsData();
            while (sheets.hasNext()) {
                sheets.next().close();
                visitor.sheet(sheets.getSheetName());
                parser.parse(sheets.getSheetPart(), visitor);
            }
        } catch (OpenXML4JException | XMLStreamException | POIXMLException | NumberFormatException damaged) {
            throw new IOException(damaged);
        }
    }

    /** The flag is a truth value of XML Schema: {@code 1} says the same as {@code true}. */
    private static boolean countsFrom1904(XSSFReader reader)
            throws IOException, OpenXML4JException, XMLStreamException {
        try (InputStream workbook = reader.getWorkbookData()) {
            XMLStreamReader xml = xml().createXMLStreamReader(workbook);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("workbookPr")) {
                    String flag = xml.getAttributeValue(null, "date1904");
                    return "1".equals(flag) || "true".equals(flag) || "on".equals(flag);
                }
            }
            return false;
        }
    }

    private static XMLInputFactory xml() {
        return XMLHelper.newXMLInputFactory();
    }
}
