package vn.plancascade.monitoring.web;

import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.plancascade.deadline.PeriodText;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.web.Texts;

/** Numbers, dates and moments in the reader's language, always in {@link VietnamTime#ZONE}; null becomes empty. */
@Component("formats")
class Formats {

    /** What stands in a cell that has nothing to say. */
    static final String NOTHING = "–";

    private final Texts texts;
    private final MessageSource messages;
    private final Clock clock;

    Formats(Texts texts, MessageSource messages, Clock clock) {
        this.texts = texts;
        this.messages = messages;
        this.clock = clock;
    }

    public String number(long number) {
        return NumberFormat.getIntegerInstance(locale()).format(number);
    }

    /** A file's size, such as 1,4 MB. */
    public String size(long bytes) {
        NumberFormat format = NumberFormat.getNumberInstance(locale());
        format.setMaximumFractionDigits(1);
        return bytes < 1_000_000 ? format.format(Math.ceil(bytes / 1e3)) + " kB" : format.format(bytes / 1e6) + " MB";
    }

    /** Rounded down to a tenth, so that only all of it is 100 %. */
    public String percent(long part, long total) {
        NumberFormat format = NumberFormat.getPercentInstance(locale());
        format.setMaximumFractionDigits(1);
        format.setRoundingMode(RoundingMode.DOWN);
        return format.format(total == 0 ? 0 : (double) part / total);
    }

    /** Such as 20/03/2023, or 20 Mar 2023. */
    public String date(LocalDate day) {
        return day == null ? "" : format(vietnamese() ? "dd/MM/uuuu" : "d MMM uuuu", day);
    }

    /** A report's period by its code, in words. */
    public String period(String code) {
        return PeriodText.of(code, messages, locale());
    }

    public String moment(Instant instant) {
        return instant == null
                ? ""
                : DateTimeFormatter.ofPattern(vietnamese() ? "HH:mm dd/MM/uuuu" : "d MMM uuuu, HH:mm", locale())
                        .format(instant.atZone(VietnamTime.ZONE));
    }

    public String time(Instant instant) {
        return DateTimeFormatter.ofPattern("HH:mm").format(instant.atZone(VietnamTime.ZONE));
    }

    public String weekday(LocalDate day) {
        return texts.of("page.weekday." + day.getDayOfWeek());
    }

    /** As running text writes it: 20/3, and the year only where it is not the present one. */
    public String shortDate(LocalDate day) {
        boolean thisYear = day.getYear() == VietnamTime.dayOf(clock.instant()).getYear();
        String pattern = vietnamese() ? "d/M" : "d MMMM";
        return format(thisYear ? pattern : pattern + (vietnamese() ? "/" : " ") + "uuuu", day);
    }

    /** What stands in a table: a text, a day or a number, or a dash where there is nothing. */
    public String cell(Object value) {
        if (value instanceof LocalDate day) {
            return date(day);
        }
        return value instanceof Long number
                ? number(number)
                : value == null || value.equals("") ? NOTHING : value.toString();
    }

    private static String format(String pattern, LocalDate day) {
        return DateTimeFormatter.ofPattern(pattern, locale()).format(day);
    }

    private static boolean vietnamese() {
        return !locale().getLanguage().equals("en");
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
