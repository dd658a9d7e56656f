package vn.plancascade.audit;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import vn.plancascade.deadline.DutyNote;
import vn.plancascade.deadline.DutyStep;
import vn.plancascade.kernel.ActWord;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.kernel.Names;

/**
 * Filters of the audit; null means any.
 *
 * @param who a login, or a part of a name
 * @param what one of {@link #WORDS}
 * @param unit exactly this unit, however its code is written
 * @param from the first day, {@code to} the last one
 * @param after id of the entry after which to read on; entries are read from the newest to the oldest
 */
public record AuditQuery(
        String who, String what, String unit, Long plan, Long obligation, LocalDate from, LocalDate to, Long after) {

    /** All that can be on record. */
    public static final List<String> WORDS = Stream.of(ActWord.values(), DutyStep.values(), DutyNote.values())
            .flatMap(Stream::of)
            .map(Enum::name)
            .toList();

    public AuditQuery {
        who = Names.clean(who);
        what = Names.clean(what);
        unit = Names.code(unit);
        if (what != null && !WORDS.contains(what)) {
            throw new InvalidInput("what", "audit.what");
        }
        if (from != null && to != null && to.isBefore(from)) {
            throw new InvalidInput("to", "audit.range");
        }
    }
}
