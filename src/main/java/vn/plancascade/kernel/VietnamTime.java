package vn.plancascade.kernel;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;
import java.util.regex.Pattern;

/** The one zone in which the product's days begin and end, whatever the JVM's default is. */
public final class VietnamTime {

    public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private static final DateTimeFormatter TYPED =
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d/M/uuuu");

    private static final Pattern ISO = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern MEANT = Pattern.compile("\\d{1,4}[-/.]\\d{1,2}[-/.]\\d{1,4}");

    private VietnamTime() {}

    /** The calendar day on which the instant falls in Việt Nam. */
    public static LocalDate dayOf(Instant instant) {
        return instant.atZone(ZONE).toLocalDate();
    }

    /** The last day on which what is due at this moment is in time. */
    public static LocalDate lastDay(Instant dueAt) {
        return dayOf(dueAt.minusNanos(1));
    }

    /** The first moment of the day in Việt Nam. */
    public static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }

    /** The instant with Việt Nam's offset, as it is stored and shown; null stays null. */
    public static OffsetDateTime offset(Instant instant) {
        return instant == null ? null : instant.atZone(ZONE).toOffsetDateTime();
    }

    /** The day as Vietnamese documents write it in running text, such as 20/3/2023. */
    public static String text(LocalDate day) {
        return day == null ? "" : DAY.format(day);
    }

    /**
     * A day as programs send it, such as 2023-03-20; null where nothing was.
     *
     * @throws InvalidInput naming the field, if it is no date
     */
    public static LocalDate sentDay(String field, String sent) {
        boolean inOneForm =
                sent == null || sent.isBlank() || ISO.matcher(sent.strip()).matches();
        return inOneForm ? typedDay(field, sent) : refused(field);
    }

    /**
     * A day as people type it into a page, such as 20/3/2023, or as programs send it; null where nothing was.
     *
     * @throws InvalidInput naming the field, if it is no date
     */
    public static LocalDate typedDay(String field, String typed) {
        return typed == null || typed.isBlank() ? null : day(typed).orElseGet(() -> refused(field));
    }

    private static LocalDate refused(String field) {
        throw new InvalidInput(field, "date");
    }

    /** A day as people and programs write it; the day comes before the month whatever the language. Empty if it is none. */
    public static Optional<LocalDate> day(String text) {
        try {
            String day = text.replace(" ", "");
            return Optional.of(
                    ISO.matcher(day).matches()
                            ? LocalDate.parse(day)
                            : LocalDate.parse(day.replace('-', '/').replace('.', '/'), TYPED));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    /** Whether a text is meant as a day, whether or not there is such a day. */
    public static boolean isMeantAsDay(String text) {
        return MEANT.matcher(text.replace(" ", "")).matches();
    }
}
