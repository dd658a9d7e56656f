package vn.plancascade.kernel.sheet;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.kernel.sheet.Cell.Kind;

/** Numbers of cells as the workbook's formats show them. */
final class CellFormats {

    /** Excel keeps fifteen digits of a number; what stands behind them is how the file wrote it down. */
    private static final MathContext DIGITS = new MathContext(15, RoundingMode.HALF_UP);

    private static final int LONGEST_NUMBER = 400;

    private static final LocalDate FIRST_OF_1904 = LocalDate.of(1904, 1, 1);
    private static final LocalDate BEFORE_1900 = LocalDate.of(1899, 12, 31);

    /** The day that Excel counts and that never was. */
    private static final long LEAP_DAY_OF_1900 = 60;

    /** They end with the year 9999. */
    private static final BigDecimal DAYS = BigDecimal.valueOf(2_958_466);

    /** A digit's place, or what stands between digits. */
    private static final Pattern SIGN = Pattern.compile("0|\"[^\"]*\"|\\\\.|[- ()]");

    private static final Pattern CODE = Pattern.compile("(?:" + SIGN.pattern() + ")*+");

    private final DataFormatter formatter = new DataFormatter(Locale.US);
    private final StylesTable styles;
    private final boolean from1904;

    /** @param from1904 whether the workbook counts its days from 1904, as those of old Macs do */
    CellFormats(StylesTable styles, boolean from1904) {
        this.styles = styles;
        this.from1904 = from1904;
    }

    /** @throws NumberFormatException for what no spreadsheet can count with */
    Cell number(String raw, int style) {
        BigDecimal number = counted(raw.strip());
        XSSFCellStyle cellStyle =
                styles == null || style < 0 || style >= styles.getNumCellStyles() ? null : styles.getStyleAt(style);
        int index = cellStyle == null ? 0 : cellStyle.getDataFormat();
        String format = cellStyle == null ? "General" : cellStyle.getDataFormatString();
        if (format == null || format.equalsIgnoreCase("General") || format.equals("@")) {
            return new Cell(Kind.number, plain(number), number, null);
        }
        if (DateUtil.isInternalDateFormat(index) || DateUtil.isADateFormat(index, signs(format))) {
            LocalDate day = bare(format).contains("d") ? day(number) : null;
            return new Cell(Kind.date, day == null ? plain(number) : VietnamTime.text(day), number, day);
        }
        String shown = padded(number, format.split(";", 2)[0]);
        if (shown == null) {
            shown = formatter.formatRawCellContents(number.doubleValue(), index, format, from1904);
        }
        return new Cell(bare(format).contains("%") ? Kind.percentage : Kind.number, shown.strip(), number, null);
    }

    private static BigDecimal counted(String raw) {
        if (raw.length() > LONGEST_NUMBER || !Double.isFinite(Double.parseDouble(raw))) {
            throw new NumberFormatException(raw.length() + " signs");
        }
        return new BigDecimal(raw).round(DIGITS).stripTrailingZeros();
    }

    /** A code, as {@code "SYT-"00} or {@code 0000 000 000} shows it: Apache POI would misplace it. Null for any other format. */
    private static String padded(BigDecimal number, String format) {
        if (number.signum() < 0 || number.scale() > 0 || !CODE.matcher(format).matches()) {
            return null;
        }
        List<String> signs =
                SIGN.matcher(format).results().map(MatchResult::group).toList();
        int first = signs.indexOf("0");
        if (first < 0) {
            return null;
        }
        String digits = number.toPlainString();
        int left = digits.length();
        StringBuilder shown = new StringBuilder();
        for (int i = signs.size() - 1; i >= 0; i--) {
            if (!signs.get(i).equals("0")) {
                shown.insert(0, signs.get(i).replaceAll("^(\\\\|\")|\"$", ""));
            } else if (i == first) {
                shown.insert(0, left > 0 ? digits.substring(0, left) : "0");
            } else {
                shown.insert(0, left > 0 ? digits.charAt(--left) : '0');
            }
        }
        return shown.toString();
    }

    /** A cell that holds a day as ISO 8601 writes it. */
    static Cell isoDate(String text) {
        try {
            LocalDate day = text.length() > 10
                    ? LocalDateTime.parse(
                                    text.replaceFirst("(Z|[+-]\\d\\d:?\\d\\d)$", ""),
                                    DateTimeFormatter.ISO_LOCAL_DATE_TIME)
                            .toLocalDate()
                    : LocalDate.parse(text);
            return new Cell(Kind.date, VietnamTime.text(day), null, day);
        } catch (DateTimeParseException noDay) {
            return new Cell(Kind.date, text, null, null);
        }
    }

    private LocalDate day(BigDecimal number) {
        if (number.signum() < 0 || number.compareTo(DAYS) >= 0) {
            return null;
        }
        long days = number.longValue();
        if (days < 1 || !from1904 && days == LEAP_DAY_OF_1900) {
            return null;
        }
        if (from1904) {
            return FIRST_OF_1904.plusDays(days);
        }
        return BEFORE_1900.plusDays(days < LEAP_DAY_OF_1900 ? days : days - 1);
    }

    private static String plain(BigDecimal number) {
        return number.toPlainString();
    }

    /** The format without what it only writes out. */
    private static String signs(String format) {
        return format.replaceAll("\"[^\"]*\"|\\\\.|_.|\\*.", "");
    }

    /** That of positive numbers, without colours and languages. */
    private static String bare(String format) {
        return signs(format).replaceAll("\\[[^]]*]", "").split(";", 2)[0].toLowerCase(Locale.ROOT);
    }
}
