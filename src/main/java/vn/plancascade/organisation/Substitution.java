package vn.plancascade.organisation;

import java.time.LocalDate;

/**
 * A head's dated absence, and who acts meanwhile.
 *
 * @param absent login of the head
 * @param substitute login of who acts
 * @param to the last day
 * @param delegation number of the written delegation; always there for {@code TUQ}
 * @param ended whether it was ended or cancelled before its last day
 */
public record Substitution(
        long id,
        String unitCode,
        String absent,
        String substitute,
        SigningForm form,
        LocalDate from,
        LocalDate to,
        String reason,
        String delegation,
        boolean ended) {

    /** The same of these logins. */
    public Substitution as(String absent, String substitute) {
        return new Substitution(id, unitCode, absent, substitute, form, from, to, reason, delegation, ended);
    }
}
