package vn.plancascade.kernel.sheet;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What a cell of a sheet holds and how the spreadsheet shows it.
 *
 * @param shown as a person sees it; of a formula, the formula; never null
 * @param number of a number or a percentage (0.5 where 50% is shown), to the fifteen digits that Excel counts by; else null
 * @param day of a date that shows its day; null where there is no such day, as 29/02/1900
 */
public record Cell(Kind kind, String shown, BigDecimal number, LocalDate day) {

    public static final Cell EMPTY = new Cell(Kind.empty, "", null, null);

    public enum Kind {
        empty,
        text,
        number,
        percentage,
        /** Shown as a date or a time, whatever was typed. */
        date,
        yesNo,
        error,
        formula
    }

    public static Cell text(String text) {
        return text == null || text.isEmpty() ? EMPTY : new Cell(Kind.text, text, null, null);
    }

    public boolean isEmpty() {
        return kind == Kind.empty;
    }

    /** Whether it holds a number that is rather the number of a year: a day of the year 1905, if it were shown as a day. */
    public boolean looksLikeYear() {
        return number != null && number.scale() <= 0 && number.intValue() >= 1900 && number.intValue() <= 2100;
    }
}
