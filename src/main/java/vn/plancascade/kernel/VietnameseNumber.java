package vn.plancascade.kernel;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * Numbers as people in Việt Nam type them: 1.234,5 is one thousand two hundred and thirty-four and a half.
 *
 * <p>Points and blanks of any kind stand between thousands where three digits follow each, and no group of thousands begins
 * with 0: 1.500 is fifteen hundred, 0.500 is a half. What could be read in two ways otherwise (01.500, 1.500 000) is no number.
 */
public final class VietnameseNumber {

    private static final Pattern GROUPED =
            Pattern.compile("-?[1-9][0-9]{0,2}(?:(?:\\.[0-9]{3})+|(?: [0-9]{3})+)(?:,[0-9]+)?");
    private static final Pattern PLAIN = Pattern.compile("-?(?:0|[1-9][0-9]{0,14})(?:[.,][0-9]+)?");
    private static final Pattern ZEROS_BEFORE = Pattern.compile("-?[0-9]{1,15}");

    private VietnameseNumber() {}

    /** Null where the text is no number. */
    public static BigDecimal parse(String text) {
        String typed = PlainText.line(text).replace('\u2212', '-');
        if (GROUPED.matcher(typed).matches()) {
            return new BigDecimal(typed.replaceAll("[. ]", "").replace(',', '.'));
        }
        return PLAIN.matcher(typed).matches() || ZEROS_BEFORE.matcher(typed).matches()
                ? new BigDecimal(typed.replace(',', '.'))
                : null;
    }
}
