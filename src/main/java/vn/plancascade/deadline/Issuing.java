package vn.plancascade.deadline;

import java.time.Instant;
import java.time.LocalDate;
import vn.plancascade.organisation.Unit;

/** How a unit's approved document gets its number, its date and the block above its signature. */
public interface Issuing {

    /**
     * Enters a document in the unit's register with what the clerk typed; returns its number, or null where the unit's
     * documents carry none.
     *
     * @param subject what is registered, once only
     * @param date between the day of approval and today
     * @throws vn.plancascade.kernel.InvalidInput naming {@code documentDate}, {@code documentNumber} or {@code signatory}
     */
    String register(
            Unit unit,
            String series,
            String subject,
            Instant approvedAt,
            String sentNumber,
            LocalDate date,
            String signatory);

    /** Keeps the block above the signature as it stands on the document's day. */
    void sign(long obligationId, Unit unit, String signatory, LocalDate date);

    /** The login of who signs by default: the unit's head; empty where there is none. */
    String defaultSignatory(String unitCode);
}
