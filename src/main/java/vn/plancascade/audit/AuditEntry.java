package vn.plancascade.audit;

import java.time.Instant;
import vn.plancascade.deadline.DutyKind;

/**
 * One act of one person.
 *
 * @param who login
 * @param whoName the person's name when it was done
 * @param what the name of a {@link vn.plancascade.kernel.ActWord} or of a {@link vn.plancascade.deadline.DutyWord}
 * @param unit code of the unit that it concerns; null where it concerns none, or many
 * @param plan id of the plan that it concerns, or null
 * @param obligation id of the duty that it concerns, or null; {@code kind} and {@code period} are the duty's
 * @param subject whom or what else it concerns, or null
 * @param detail the reason that was given, or what was changed to what; null for nothing
 */
public record AuditEntry(
        long id,
        Instant at,
        String who,
        String whoName,
        String what,
        String unit,
        String unitName,
        Long plan,
        Long obligation,
        DutyKind kind,
        String period,
        String subject,
        String detail) {}
