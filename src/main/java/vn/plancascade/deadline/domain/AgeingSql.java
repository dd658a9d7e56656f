package vn.plancascade.deadline.domain;

import static vn.plancascade.kernel.VietnamTime.offset;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import vn.plancascade.deadline.Ageing;
import vn.plancascade.kernel.VietnamTime;

/** {@link Ageing} as a value of SQL, of a row {@code f}: the due moments between its bounds, worked out once. */
final class AgeingSql {

    private AgeingSql() {}

    static String of(Map<String, Object> params, Instant now) {
        LocalDate today = VietnamTime.dayOf(now);
        // N days late since its last permitted day: due when the day after that began.
        Arrays.stream(Ageing.values())
                .filter(each -> each != Ageing.notLate)
                .forEach(each -> params.put(
                        "late" + each.from(), offset(VietnamTime.startOf(today.minusDays(each.from() - 1L)))));
        return Arrays.stream(Ageing.values())
                .filter(each -> each != Ageing.notLate)
                .sorted(java.util.Comparator.reverseOrder())
                .map(each -> "when f.due_at <= :late" + each.from() + " then '" + each.code() + "'")
                .collect(Collectors.joining(
                        " ",
                        "case when not " + DutyFacts.OVERDUE + " or f.due_at is null then '" + Ageing.notLate.code()
                                + "' ",
                        " end"));
    }
}
