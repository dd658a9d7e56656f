package vn.plancascade.kernel;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Numbers as people in Việt Nam type them: 1.234,5 is one thousand two hundred and thirty-four and a half. */
public final class VietnameseNumber {

    private static final Pattern GROUPED = Pattern.compile("-?[0-9]{1,3}([. \\u00A0][0-9]{3})+(,[0-9]+)?");
    private static final Pattern PLAIN = Pattern.compile("-?[0-9]{1,15}([.,][0-9]+)?");

    private VietnameseNumber() {}

    /** Null where the text is no number. */
    public static BigDecimal parse(String text) {
        String typed = text.strip();
        if (GROUPED.matcher(typed).matches()) {
            return new BigDecimal(typed.replaceAll("[. \\u00A0]", "").replace(',', '.'));
        }
        return PLAIN.matcher(typed).matches() ? new BigDecimal(typed.replace(',', '.')) : null;
    }
}
