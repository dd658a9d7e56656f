package vn.plancascade.kernel;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

/** The one zone in which the product's days begin and end, whatever the JVM's default is. */
public final class VietnamTime {

    public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d/M/uuuu");

    private VietnamTime() {}

    /** The calendar day on which the instant falls in Việt Nam. */
    public static LocalDate dayOf(Instant instant) {
        return instant.atZone(ZONE).toLocalDate();
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
     * A day as it was sent, such as 2023-03-20; null where nothing was.
     *
     * @throws InvalidInput naming the field, if it is no date
     */
    public static LocalDate sentDay(String field, String sent) {
        try {
            return sent == null || sent.isBlank() ? null : LocalDate.parse(sent.strip());
        } catch (DateTimeParseException wrong) {
            throw new InvalidInput(field, "date");
        }
    }
}
