package vn.plancascade.document;

import java.time.LocalDate;
import vn.plancascade.organisation.Unit;

/**
 * Sổ đăng ký văn bản đi: a unit's numbers, by series and year. Each body has its own series, and numbers start again on
 * 1 January (Nghị định 30/2020/NĐ-CP, Article 15).
 */
public interface OutgoingRegister {

    /** The series of letters (công văn), whose symbol does not name it. */
    String LETTERS = "CV";

    /**
     * Registers a document in the caller's transaction and returns its number and symbol.
     *
     * <p>By the unit's numbering: {@code register} takes the number sent, {@code auto} counts on and ignores it,
     * {@code none} registers nothing.
     *
     * @param series {@code KH}, {@code BC} or {@link #LETTERS}
     * @param sentNumber what the clerk typed, such as 05/KH-SYT; only the part before the slash must be unique
     * @param subject what is registered, such as {@code subPlan:12}; once only
     * @return the document's number and symbol, or null where the unit's documents carry none
     * @throws vn.plancascade.kernel.InvalidInput on {@code documentNumber}, if it is missing or no number
     * @throws vn.plancascade.kernel.Conflict on {@code documentNumber}, if it is taken
     */
    String register(Unit unit, String series, LocalDate documentDate, String sentNumber, String subject);

    /**
     * Enters a document that was numbered outside, whatever the unit's setting is; without a number only where the
     * unit's documents carry none.
     *
     * @throws vn.plancascade.kernel.InvalidInput on {@code documentNumber}, if it is missing or no number
     * @throws vn.plancascade.kernel.Conflict on {@code documentNumber}, if it is taken
     */
    String registerOutside(Unit unit, String series, LocalDate documentDate, String sentNumber, String subject);

    /**
     * The number as it would be entered by {@link #registerOutside}, without entering it.
     *
     * @throws vn.plancascade.kernel.InvalidInput on {@code documentNumber}, if it is missing or no number
     * @throws vn.plancascade.kernel.Conflict on {@code documentNumber}, if it is taken
     */
    String checkedOutside(Unit unit, String series, LocalDate documentDate, String sentNumber);

    /**
     * The number after the highest of the year, with the symbol of the newest; null where the unit's documents carry none.
     * Nothing is kept of it: two who ask at once are told the same.
     */
    String next(Unit unit, String series, LocalDate documentDate);

    /** The same as {@link #register}, but counted by the system whatever the unit's setting is, unless that is none. */
    String registerCounted(Unit unit, String series, LocalDate documentDate, String subject);
}
