package vn.plancascade.organisation.transfer;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.regex.Pattern;
import vn.plancascade.kernel.Names;
import vn.plancascade.organisation.transfer.Table.Column;

/** What a cell may hold. */
final class Cells {

    /** Takes a value away. */
    static final String NOTHING = "-";

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);

    /** Letters that no Vietnamese word holds: what TCVN3 and VNI texts look like when they are read as Unicode. */
    private static final Pattern OLD_FONT = Pattern.compile("[µ¸¶·¹¨»¾¼½Æ©ÇË®ÎÏÑªÖ×ØÞßä«åæç¬ëîïñøö÷ûüþ§¡¢£¤¥¦]");

    private Cells() {}

    /** The cell's text in NFC, or null; what is wrong with it goes to the problems. */
    static String checked(String raw, Column column, int row, String header, Problems problems) {
        String text = Names.clean(raw);
        if (text == null) {
            return null;
        }
        if (text.length() > 1 && "=+-@".indexOf(text.charAt(0)) >= 0 || text.equals("=")) {
            problems.add(row, header, "import.formula");
        } else if (text.chars().anyMatch(Character::isISOControl)) {
            problems.add(row, header, "controlCharacter");
        } else if (text.length() > column.longest) {
            problems.add(row, header, "tooLong", column.longest);
        } else if (OLD_FONT.matcher(text).find()) {
            problems.add(row, header, "import.oldFont");
        } else if (column.isDate() && date(text) == null) {
            problems.add(row, header, "import.date", text);
        } else {
            return text;
        }
        return null;
    }

    /** A day written 01/07/2026 or 2026-07-01; null if there is no such day. */
    static LocalDate date(String text) {
        if (text == null) {
            return null;
        }
        try {
            return text.indexOf('/') > 0 ? LocalDate.parse(text, DAY) : LocalDate.parse(text);
        } catch (DateTimeParseException wrong) {
            return null;
        }
    }
}
