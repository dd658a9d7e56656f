package vn.plancascade.document;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.plancascade.organisation.SigningBlock;
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

    /**
     * Refuses a date before the day of approval, or one to come.
     *
     * @throws vn.plancascade.kernel.InvalidInput naming {@code documentDate}
     */
    void checkDate(Instant approvedAt, LocalDate date);

    /** How a document of that day is signed; empty where the person may not sign for the unit then. */
    Optional<Signature> signature(Unit unit, String signatory, LocalDate date);

    /**
     * What is kept of a signature.
     *
     * @param inWords who signed for whom; null where the head signs in person
     */
    record Signature(SigningBlock block, String inWords) {}

    /**
     * Those who may sign for the unit on a day, the head first, each with the block that would be printed. For a ministry
     * its leaders sign.
     */
    List<Signatory> signatories(String unitCode, LocalDate day);

    /** @param block what stands above the signature, line by line */
    record Signatory(String login, String name, List<String> block) {

        /** Such as "Nguyễn Văn A – KT. GIÁM ĐỐC, PHÓ GIÁM ĐỐC". */
        public String inWords() {
            return name + " – " + String.join(", ", block);
        }
    }

    /** The login of who signs by default: the unit's head; empty where there is none. */
    String defaultSignatory(String unitCode);
}
