package vn.plancascade.kernel.sheet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellRangeAddress;

/** Cells that are merged downwards: what the uppermost holds stands in each row. */
final class MergedCells {

    private final Map<CellAddress, CellRangeAddress> ranges = new HashMap<>();
    private final Map<Integer, Carried> carried = new HashMap<>();

    private record Carried(Cell cell, int lastRow) {}

    private MergedCells() {}

    /** Excel writes them behind the rows, so that a sheet is gone through once before it is read. */
    static MergedCells of(XMLStreamReader sheet, int columns) throws XMLStreamException {
        MergedCells merged = new MergedCells();
        while (sheet.hasNext()) {
            if (sheet.next() == XMLStreamConstants.START_ELEMENT
                    && sheet.getLocalName().equals("mergeCell")) {
                CellRangeAddress range = CellRangeAddress.valueOf(sheet.getAttributeValue(null, "ref"));
                if (range.getLastRow() > range.getFirstRow() && range.getFirstColumn() < columns) {
                    merged.ranges.put(new CellAddress(range.getFirstRow(), range.getFirstColumn()), range);
                }
            }
        }
        return merged;
    }

    /** @param row from 1; rows come in their order */
    void fill(int row, List<Cell> cells) {
        if (ranges.isEmpty()) {
            return;
        }
        carried.values().removeIf(each -> each.lastRow() < row);
        carried.forEach((column, each) -> {
            while (cells.size() <= column) {
                cells.add(Cell.EMPTY);
            }
            if (cells.get(column).isEmpty()) {
                cells.set(column, each.cell());
            }
        });
        for (int column = 0; column < cells.size(); column++) {
            CellRangeAddress range = ranges.get(new CellAddress(row - 1, column));
            if (range != null) {
                carried.put(column, new Carried(cells.get(column), range.getLastRow() + 1));
            }
        }
    }
}
