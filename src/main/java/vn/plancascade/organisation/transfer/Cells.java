package vn.plancascade.organisation.transfer;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.plancascade.kernel.Letters;
import vn.plancascade.kernel.Names;
import vn.plancascade.kernel.OldLetters;
import vn.plancascade.kernel.PlainText;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.kernel.sheet.Cell;
import vn.plancascade.kernel.sheet.Cell.Kind;
import vn.plancascade.organisation.transfer.Table.Column;

/** What a cell may hold. */
final class Cells {

    /** Takes a value away. */
    static final String NOTHING = "-";

    /** What a spreadsheet writes where it could not work something out, or had no room to show it. */
    private static final Pattern ERROR = Pattern.compile(
            "#(N/A|REF!|VALUE!|DIV/0!|NAME\\?|NUM!|NULL!|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|UNKNOWN!|BUSY!|GETTING_DATA|#+)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern TRUTH = Pattern.compile("TRUE|FALSE", Pattern.CASE_INSENSITIVE);

    private Cells() {}

    /** The cell's text on one line, a day as 2026-07-01, or null; what is wrong with it goes to the problems. */
    static String read(Cell cell, Column column, int row, String header, Problems problems) {
        switch (cell.kind()) {
            case empty -> {
                return null;
            }
            case formula -> problems.add(row, header, "import.formula");
            case error -> problems.add(row, header, "import.errorCell", cell.shown());
            case yesNo -> problems.add(row, header, "import.truthCell", cell.shown());
            case date -> {
                if (column.isDate() && cell.day() != null && !cell.looksLikeYear()) {
                    return cell.day().toString();
                }
                problems.add(row, header, column.isDate() ? "import.date" : "import.shownAsDate", cell.shown());
            }
            case number -> {
                if (!column.isDate()) {
                    // The one code that everybody writes as a number.
                    boolean digit =
                            column == Column.provinceCode && cell.shown().length() == 1;
                    return checked(digit ? "0" + cell.shown() : cell.shown(), column, row, header, problems);
                }
                problems.add(row, header, "import.date", cell.shown());
            }
            case percentage, text -> {
                return checked(cell.shown(), column, row, header, problems);
            }
        }
        return null;
    }

    private static String checked(String raw, Column column, int row, String header, Problems problems) {
        String text = Names.cleanLine(raw);
        if (text == null) {
            return null;
        }
        Optional<String> unicode = OldLetters.unicodeOf(raw);
        Optional<String> unprintable = Letters.unprintable(text);
        if (text.length() > 1 && "=+-@".indexOf(text.charAt(0)) >= 0 || text.equals("=")) {
            problems.add(row, header, "import.formula");
        } else if (PlainText.isBroken(text)) {
            problems.add(row, header, "controlCharacter");
        } else if (text.length() > column.longest) {
            problems.add(row, header, "tooLong", column.longest);
        } else if (ERROR.matcher(text).matches()) {
            problems.add(row, header, "import.errorCell", text);
        } else if (TRUTH.matcher(text).matches()) {
            problems.add(row, header, "import.truthCell", text);
        } else if (unicode.isPresent()) {
            problems.add(row, header, "import.oldFont", Names.cleanLine(unicode.get()));
        } else if (unprintable.isPresent()) {
            problems.add(row, header, "unprintable", unprintable.get());
        } else if (column.isDate() && !(text.equals(NOTHING) && column == Column.validTo)) {
            LocalDate day = date(text);
            if (day != null) {
                return day.toString();
            }
            problems.add(row, header, "import.date", text);
        } else {
            return column.isUnitCode() ? Names.code(text) : text;
        }
        return null;
    }

    /** The day that was written; null if there is no such day. */
    static LocalDate date(String text) {
        return text == null ? null : VietnamTime.day(text).orElse(null);
    }

    /** Whether there is nothing to be seen in it. */
    static boolean isBlank(Cell cell) {
        return cell.isEmpty() || cell.kind() == Kind.text && Names.cleanLine(cell.shown()) == null;
    }
}
