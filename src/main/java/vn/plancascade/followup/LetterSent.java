package vn.plancascade.followup;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A chasing letter about a duty, and whether it reached the unit.
 *
 * @param unitName of the unit that writes it
 * @param number null until it is issued, and where the unit's documents bear none; the same of the date
 * @param address where the unit's mail went, or null
 * @param mailState {@code waiting}, {@code sent} or {@code dead} as mails are; null while none was written, or where the unit
 *     has no address
 * @param sentAt when it was sent, or null
 */
public record LetterSent(
        long letter,
        long duty,
        LetterState state,
        String unitName,
        String number,
        LocalDate date,
        String address,
        String mailState,
        Instant sentAt) {

    /** Whether it was to be mailed and could not be, for lack of an address. */
    public boolean unreachable() {
        return state == LetterState.issued && address == null;
    }
}
