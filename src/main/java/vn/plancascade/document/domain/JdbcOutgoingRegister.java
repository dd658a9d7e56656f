package vn.plancascade.document.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.plancascade.document.Letterheads;
import vn.plancascade.document.OutgoingRegister;
import vn.plancascade.kernel.Conflict;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.kernel.Names;
import vn.plancascade.kernel.Violation;
import vn.plancascade.organisation.Numbering;
import vn.plancascade.organisation.Unit;

@Service
@Transactional(propagation = Propagation.MANDATORY)
class JdbcOutgoingRegister implements OutgoingRegister {

    private static final String FIELD = "documentNumber";

    /** A number, perhaps with the letter of one put in between (12a), then the symbol as each body writes it. */
    private static final Pattern NUMBER = Pattern.compile("0*([1-9][0-9]{0,8}\\p{L}?)(\\s*/.*)?");

    private final JdbcClient jdbc;

    JdbcOutgoingRegister(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String register(Unit unit, String series, LocalDate documentDate, String sentNumber, String subject) {
        if (unit.numbering() != Numbering.register) {
            return registerCounted(unit, series, documentDate, subject);
        }
        return enterSent(unit, series, documentDate, sentNumber, subject);
    }

    @Override
    public String registerOutside(Unit unit, String series, LocalDate documentDate, String sentNumber, String subject) {
        return mayLackNumber(unit, sentNumber) ? null : enterSent(unit, series, documentDate, sentNumber, subject);
    }

    @Override
    public String checkedOutside(Unit unit, String series, LocalDate documentDate, String sentNumber) {
        if (mayLackNumber(unit, sentNumber)) {
            return null;
        }
        String number = number(sentNumber);
        refuseTaken(unit, series, documentDate, number);
        return number;
    }

    private static boolean mayLackNumber(Unit unit, String sentNumber) {
        return unit.numbering() == Numbering.none && Names.clean(sentNumber) == null;
    }

    private String enterSent(Unit unit, String series, LocalDate documentDate, String sentNumber, String subject) {
        String number = number(sentNumber);
        lockSeries(unit, series, documentDate);
        refuseTaken(unit, series, documentDate, number);
        enter(unit, series, documentDate, token(number), number, subject);
        return number;
    }

    private static String number(String sent) {
        String number = Names.clean(sent);
        if (number == null) {
            throw new InvalidInput(FIELD, "required");
        }
        if (number.length() > 100) {
            throw new InvalidInput(FIELD, "tooLong", 100);
        }
        if (number.chars().anyMatch(Character::isISOControl)
                || !NUMBER.matcher(number).matches()) {
            throw new InvalidInput(FIELD, "document.number");
        }
        return number;
    }

    /** What must be unique in a year: the number without leading zeros and without the symbol. */
    private static String token(String number) {
        Matcher matcher = NUMBER.matcher(number);
        matcher.matches();
        return matcher.group(1).toLowerCase(Locale.ROOT);
    }

    private void refuseTaken(Unit unit, String series, LocalDate documentDate, String number) {
        if (isTaken(unit, series, documentDate, token(number))) {
            throw new Conflict(new Violation(FIELD, "document.numberTaken", number, documentDate.getYear()));
        }
    }

    @Override
    public String registerCounted(Unit unit, String series, LocalDate documentDate, String subject) {
        if (unit.numbering() == Numbering.none) {
            return null;
        }
        lockSeries(unit, series, documentDate);
        int next = lastCounted(unit, series, documentDate);
        do {
            next++;
        } while (isTaken(unit, series, documentDate, Integer.toString(next)));
        jdbc.sql("""
                        update register_counter set last_number = :next
                        where unit_code = :unit and series = :series and register_year = :year""")
                .param("next", next)
                .param("unit", unit.code())
                .param("series", series)
                .param("year", documentDate.getYear())
                .update();
        String number = shown(next, Letterheads.symbol(unit, series));
        enter(unit, series, documentDate, Integer.toString(next), number, subject);
        return number;
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS)
    public String next(Unit unit, String series, LocalDate documentDate) {
        if (unit.numbering() == Numbering.none) {
            return null;
        }
        List<String> entered = jdbc.sql("""
                        select document_number from outgoing_register
                        where unit_code = :unit and series = :series and register_year = :year order by id desc""")
                .param("unit", unit.code())
                .param("series", series)
                .param("year", documentDate.getYear())
                .query(String.class)
                .list();
        int highest =
                entered.stream().mapToInt(JdbcOutgoingRegister::count).max().orElse(0);
        String symbol = entered.stream()
                .filter(number -> number.contains("/"))
                .findFirst()
                .map(number -> number.substring(number.indexOf('/') + 1).strip())
                .orElseGet(() -> Letterheads.symbol(unit, series));
        return shown(highest + 1, symbol);
    }

    private static int count(String number) {
        return Integer.parseInt(token(number).replaceAll("\\D", ""));
    }

    /** Numbers below 10 carry a leading zero (Nghị định 30/2020/NĐ-CP, Phụ lục I). */
    private static String shown(int count, String symbol) {
        return "%02d/%s".formatted(count, symbol);
    }

    /** Two clerks of one unit number one after the other; the row's lock lasts as long as the transaction. */
    private void lockSeries(Unit unit, String series, LocalDate documentDate) {
        jdbc.sql("""
                        insert into register_counter (unit_code, series, register_year, last_number)
                        values (:unit, :series, :year, 0) on conflict do nothing""")
                .param("unit", unit.code())
                .param("series", series)
                .param("year", documentDate.getYear())
                .update();
        jdbc.sql("""
                        update register_counter set last_number = last_number
                        where unit_code = :unit and series = :series and register_year = :year""")
                .param("unit", unit.code())
                .param("series", series)
                .param("year", documentDate.getYear())
                .update();
    }

    private int lastCounted(Unit unit, String series, LocalDate documentDate) {
        return jdbc.sql("""
                        select last_number from register_counter
                        where unit_code = :unit and series = :series and register_year = :year""")
                .param("unit", unit.code())
                .param("series", series)
                .param("year", documentDate.getYear())
                .query(Integer.class)
                .single();
    }

    private boolean isTaken(Unit unit, String series, LocalDate documentDate, String token) {
        return jdbc.sql("""
                        select exists (select 1 from outgoing_register
                        where unit_code = :unit and series = :series and register_year = :year and number_token = :token)""")
                .param("unit", unit.code())
                .param("series", series)
                .param("year", documentDate.getYear())
                .param("token", token)
                .query(Boolean.class)
                .single();
    }

    private void enter(Unit unit, String series, LocalDate documentDate, String token, String number, String subject) {
        try {
            jdbc.sql("""
                            insert into outgoing_register
                              (unit_code, series, register_year, number_token, document_number, document_date, subject)
                            values (:unit, :series, :year, :token, :number, :date, :subject)""")
                    .param("unit", unit.code())
                    .param("series", series)
                    .param("year", documentDate.getYear())
                    .param("token", token)
                    .param("number", number)
                    .param("date", documentDate)
                    .param("subject", subject)
                    .update();
        } catch (DuplicateKeyException again) {
            throw new Conflict(new Violation(FIELD, "document.registered", number));
        }
    }
}
