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

    /** Letters that only Vietnamese has: a text that holds one was read in the right encoding. */
    private static final Pattern VIETNAMESE = Pattern.compile("[\\u1EA0-\\u1EF9ĂăĐđĨĩŨũƠơƯư]");

    /** What TCVN3 and VNI texts look like when they are read as Unicode: signs within words, and impossible vowels. */
    private static final Pattern OLD_SIGN = Pattern.compile(
            "\\p{L}[µ¸¶·¹¨»¾¼½×÷Þþ]|[µ¸¶·¹¨»¾¼½§¡¢£¤¥¦©®ª«¬×÷Þþ]\\p{L}|[aA][âáàãäåÂÁÀÃÄÅ]|[eE][âáàãäåÂÁÀÃÄÅ]|[oO][âäåÂÄÅ]|[uU][ùøûÙØÛ]");

    /** Letters that stand in European names too: one word with them is nothing to go by. */
    private static final Pattern OLD_WORD = Pattern.compile("\\S*[äåæçëîïñøöûüßÄÅÆÇËÎÏÑÖØÛÜ]\\S*");

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
        } else if (isOldFont(text)) {
            problems.add(row, header, "import.oldFont");
        } else if (column.isDate() && date(text) == null && !(text.equals(NOTHING) && column == Column.validTo)) {
            problems.add(row, header, "import.date", text);
        } else {
            return text;
        }
        return null;
    }

    private static boolean isOldFont(String text) {
        return !VIETNAMESE.matcher(text).find()
                && (OLD_SIGN.matcher(text).find()
                        || OLD_WORD.matcher(text).results().count() > 1);
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
