package vn.plancascade.organisation;

import java.util.List;

/**
 * What was recognised in a file: one sheet of it.
 *
 * @param sheet its name; null for CSV
 * @param headerRow from 1: the row that names columns or, where none is recognised, the fullest of the first twenty; null
 *     where none holds more than one cell
 * @param subject {@code units} or {@code people}; null where neither was recognised, and the sheet is not read
 * @param columns those that are read
 * @param leftOut those that are not
 * @param skipped rows below the header that are not read though they hold something, up to a hundred
 */
public record SheetSeen(
        String sheet,
        Integer headerRow,
        String subject,
        List<Taken> columns,
        List<Left> leftOut,
        List<Skipped> skipped) {

    /** @param column its letter; {@code field} as the API calls it */
    public record Taken(String column, String header, String field) {}

    /** @param header null where it has none */
    public record Left(String column, String header) {}

    /** @param reason {@code total}, {@code numbering}, {@code section}, {@code header} or {@code signature} */
    public record Skipped(int row, String reason, String text) {}
}
