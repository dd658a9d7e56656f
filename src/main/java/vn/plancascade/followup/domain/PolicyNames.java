package vn.plancascade.followup.domain;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.notification.Rung;
import vn.plancascade.notification.Stage.Audience;
import vn.plancascade.notification.Stage.Form;

/** The names that a decision table may use, all of them the product's own. */
final class PolicyNames {

    private static final Set<String> KINDS = names(DutyKind.class, kind -> true);
    private static final Set<String> DAYS = Arrays.stream(DayOfWeek.values())
            .map(day -> day.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.toCollection(LinkedHashSet::new));

    /** What follows from something else that happened, and not from the day. */
    private static final Set<Rung> NOT_OF_THE_TABLE = EnumSet.of(Rung.UNDELIVERED, Rung.TO_REVIEW, Rung.REVIEW_WAITS);

    /** Those that a step tells are none of the table's. */
    static final Set<String> RUNGS =
            names(Rung.class, rung -> rung.roles().isEmpty() && !NOT_OF_THE_TABLE.contains(rung));

    static final Set<String> AUDIENCES = names(Audience.class, audience -> true);
    static final Set<String> FORMS = names(Form.class, form -> true);

    /** The inputs in any order, each with its type; null for numbers. */
    static final Map<String, Set<String>> INPUTS = new HashMap<>();

    static {
        INPUTS.put("dutyKind", KINDS);
        INPUTS.put("workingDays", null);
        INPUTS.put("daysWaiting", null);
        INPUTS.put("weekday", DAYS);
    }

    static final List<String> OUTPUTS = List.of("rung", "to", "form");

    private PolicyNames() {}

    private static <E extends Enum<E>> Set<String> names(Class<E> type, Function<E, Boolean> kept) {
        return Arrays.stream(type.getEnumConstants())
                .filter(kept::apply)
                .map(Enum::name)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
