package vn.plancascade.organisation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Mergers and other changes of units as rows of a file: read, not yet understood. */
public interface UnitChangeFile {

    /** The most rows that a file may have: a reform of the whole country's units has some hundred. */
    int MAX_ROWS = 5_000;

    /**
     * @param name the file's name; one that ends in {@code .xlsx} has to be a workbook
     * @throws RejectedImport if it cannot be read, or holds something else
     */
    List<Row> read(String name, byte[] content);

    /**
     * @param number the line in the sheet or file, from 1
     * @param kind what happens, as it is written; null where nothing is
     * @param from null where nothing is written; {@code keepUntil} likewise
     * @param headers by the name of each field, how the file heads its column
     */
    record Row(
            int number,
            String kind,
            List<String> units,
            List<String> into,
            LocalDate from,
            String name,
            LocalDate keepUntil,
            Map<String, String> headers) {}
}
