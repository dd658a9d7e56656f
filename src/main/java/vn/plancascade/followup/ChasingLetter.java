package vn.plancascade.followup;

import java.time.Instant;
import java.time.LocalDate;
import vn.plancascade.deadline.DutyKind;

/**
 * A chasing letter.
 *
 * @param unit that writes it
 * @param toUnit the department of health that it goes to, or null where it goes to the chased units themselves
 * @param signatory login; null until it is issued
 * @param section the part of a symbol that names who drafted it, such as P4 in TTrB-P4, or null
 * @param createdBy login; null where the product prepared it
 * @param submittedBy login; null until a draft is submitted, and where the product prepared it
 * @param comment why it was returned, or null
 */
public record ChasingLetter(
        long id,
        long plan,
        DutyKind kind,
        String period,
        String unit,
        String toUnit,
        LetterState state,
        String number,
        LocalDate date,
        String signatory,
        String addition,
        String contact,
        String section,
        String createdBy,
        Instant createdAt,
        String submittedBy,
        String approvedBy,
        Instant approvedAt,
        String comment) {

    /** The same as somebody words it who has not submitted it. */
    public ChasingLetter worded(String newAddition, String newContact, String newSection) {
        return new ChasingLetter(
                id,
                plan,
                kind,
                period,
                unit,
                toUnit,
                state,
                number,
                date,
                signatory,
                newAddition,
                newContact,
                newSection,
                createdBy,
                createdAt,
                submittedBy,
                approvedBy,
                approvedAt,
                comment);
    }
}
