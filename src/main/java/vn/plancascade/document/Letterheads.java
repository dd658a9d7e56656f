package vn.plancascade.document;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.plancascade.organisation.Numbering;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.organisation.SigningBlock;
import vn.plancascade.organisation.Substitutions;
import vn.plancascade.organisation.Unit;

/** What the heads and the ends of a unit's documents have in common. */
@Component
public class Letterheads {

    private final Organisation organisation;
    private final Substitutions substitutions;

    Letterheads(Organisation organisation, Substitutions substitutions) {
        this.organisation = organisation;
        this.substitutions = substitutions;
    }

    /** The name of the body that the unit belongs to; null where it belongs to none. */
    public String superiorOf(Unit unit) {
        return unit.parentCode() == null ? null : nameOf(unit.parentCode());
    }

    public String nameOf(String unitCode) {
        return organisation.unitNames(List.of(unitCode)).getOrDefault(unitCode, unitCode);
    }

    /** What follows the number of the unit's documents of a series, such as KH-SYT; of letters, the unit's own alone. */
    public static String symbol(Unit unit, String series) {
        String own = unit.symbol() == null ? unit.code() : unit.symbol();
        return series.equals(OutgoingRegister.LETTERS) ? own : series + "-" + own;
    }

    /** The same, or null where the unit's documents bear no numbers. */
    public static String symbolIfNumbered(Unit unit, String series) {
        return unit.numbering() == Numbering.none ? null : symbol(unit, series);
    }

    /** The number as a part of a file's name; the id where there is no number. */
    public static String fileName(String number, long id) {
        return number == null ? Long.toString(id) : number.replaceAll("[^\\p{L}\\p{N}-]+", "-");
    }

    /** What stands above the signature of somebody on a day; empty where the person signed outside. */
    public List<String> signing(String unitCode, String login, LocalDate day) {
        return login == null
                ? List.of()
                : substitutions
                        .block(unitCode, login, day)
                        .map(SigningBlock::lines)
                        .orElse(List.of());
    }

    /** The name behind a login; what is no login is a name already; null where nobody is known. */
    public String person(String login) {
        return login == null || login.isEmpty() ? null : organisation.nameOf(login);
    }
}
