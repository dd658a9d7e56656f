package vn.plancascade.worklist.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.kernel.VietnameseNumber;

/**
 * Days and numbers as people type and read them, whatever their browser's language is. What cannot be read stays as it was
 * typed, so that it can be shown again; the rules refuse it by its field.
 */
final class Typed {

    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("dd/MM/uuuu");

    private Typed() {}

    /** The day comes first, in both languages: 03/04/2023 is the third of April. */
    static JsonNode day(String typed) {
        return VietnamTime.day(typed)
                .<JsonNode>map(day -> TextNode.valueOf(day.toString()))
                .orElse(TextNode.valueOf(typed));
    }

    /** 1.234,5 in Vietnamese is 1,234.5 in English. */
    static JsonNode number(String typed, Locale locale) {
        BigDecimal read = VietnameseNumber.parse(isEnglish(locale) ? exchanged(typed) : typed);
        return read == null ? TextNode.valueOf(typed) : DecimalNode.valueOf(read);
    }

    private static String exchanged(String typed) {
        return typed.replace('.', '\0').replace(',', '.').replace('\0', ',');
    }

    /** A stored day as it is read and typed. */
    static String shownDay(JsonNode value) {
        String text = shown(value);
        return VietnamTime.day(text).map(SHOWN::format).orElse(text);
    }

    static String shownNumber(JsonNode value, Locale locale) {
        if (!value.isNumber()) {
            return shown(value);
        }
        NumberFormat format =
                NumberFormat.getNumberInstance(isEnglish(locale) ? Locale.ENGLISH : Locale.forLanguageTag("vi-VN"));
        format.setMaximumFractionDigits(18);
        format.setGroupingUsed(false);
        return format.format(value.decimalValue());
    }

    static String shown(JsonNode value) {
        return value.isNull() || value.isMissingNode() || value.isContainerNode() ? "" : value.asText();
    }

    private static boolean isEnglish(Locale locale) {
        return Locale.ENGLISH.getLanguage().equals(locale.getLanguage());
    }
}
