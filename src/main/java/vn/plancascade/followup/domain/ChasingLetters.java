package vn.plancascade.followup.domain;

import static vn.plancascade.kernel.VietnamTime.offset;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSourceUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.document.DocumentKind;
import vn.plancascade.document.Letterheads;
import vn.plancascade.document.OfficialDocument;
import vn.plancascade.document.OutgoingRegister;
import vn.plancascade.document.PaperSource;
import vn.plancascade.document.Papers;
import vn.plancascade.followup.ChasingLetter;
import vn.plancascade.followup.LetterState;
import vn.plancascade.followup.domain.ChasingLetterWriter.Wording;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.kernel.NotFound;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.organisation.Scope;
import vn.plancascade.organisation.Unit;

/**
 * Công văn đôn đốc: one letter to all units of an inspector's list, which is annexed. It is drafted from the list as it
 * stands, and kept as it stood when the letter was issued.
 */
@Service
public class ChasingLetters implements PaperSource {

    private static final String SUBJECT = DocumentKind.chasingLetter + ":";

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batch;
    private final ChasingLetterWriter writer;
    private final Letterheads letterheads;
    private final OutgoingRegister register;
    private final Organisation organisation;
    private final Clock clock;
    private final Papers papers;
    private final LetterTable table;
    private final LetterUnits units;

    ChasingLetters(
            JdbcClient jdbc,
            NamedParameterJdbcTemplate batch,
            ChasingLetterWriter writer,
            Letterheads letterheads,
            OutgoingRegister register,
            Organisation organisation,
            Clock clock,
            Papers papers,
            LetterTable table,
            LetterUnits units) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.writer = writer;
        this.letterheads = letterheads;
        this.register = register;
        this.organisation = organisation;
        this.clock = clock;
        this.papers = papers;
        this.table = table;
        this.units = units;
    }

    /** What the clerk of the inspector's unit has entered of a signed letter. */
    public record Issued(String number, LocalDate date, String signatory) {}

    /** The letter to the units of a list, as it would be today. */
    public OfficialDocument draft(Watched watched, String unitCode, String signatory, List<OverdueUnit> units) {
        return writer.write(
                watched, unit(unitCode), new Issued(null, null, signatory), Wording.NONE, today(), units, true);
    }

    /**
     * Issues the letter to the units of the list.
     *
     * @return its number, or null where the unit's documents bear none
     * @throws InvalidInput naming {@code letterDate}, {@code letterSignatory} or {@code documentNumber}
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public String issue(Watched watched, String unitCode, Issued letter, List<OverdueUnit> units, Actor actor) {
        Unit unit = unit(unitCode);
        if (letter.date() == null) {
            throw new InvalidInput("letterDate", "required");
        }
        if (letter.date().isAfter(today())) {
            throw new InvalidInput("letterDate", "document.dateInFuture");
        }
        if (letterheads.signing(unitCode, letter.signatory(), letter.date()).isEmpty()) {
            throw new InvalidInput("letterSignatory", "document.signatory", unit.name());
        }
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("""
                        insert into chasing_letter
                          (plan_id, duty_kind, period, unit_code, document_date, signatory, created_by, created_at)
                        values (:plan, :kind, :period, :unit, :date, :signatory, :login, :now)""")
                .param("plan", watched.planId())
                .param("kind", watched.kind().name())
                .param("period", watched.period())
                .param("unit", unitCode)
                .param("date", letter.date())
                .param("signatory", letter.signatory())
                .param("login", actor.login())
                .param("now", offset(clock.instant()))
                .update(key, "id");
        long id = key.getKeyAs(Number.class).longValue();
        batch.batchUpdate(
                "insert into chasing_letter_unit (letter_id, obligation_id, due_at) values (:letter, :duty, :due)",
                SqlParameterSourceUtils.createBatch(units.stream()
                        .map(one -> Map.of("letter", id, "duty", one.obligation(), "due", offset(one.dueAt())))
                        .toArray()));
        String number = register.register(unit, OutgoingRegister.LETTERS, letter.date(), letter.number(), SUBJECT + id);
        jdbc.sql("update chasing_letter set document_number = :number where id = :id")
                .param("number", number)
                .param("id", id)
                .update();
        papers.freeze(SUBJECT + id);
        return number;
    }

    @Override
    public boolean writes(String subject) {
        return subject.startsWith(SUBJECT);
    }

    @Override
    public List<Edition> issued(String subject) {
        return letter(subject).stream()
                .filter(letter -> letter.state() == LetterState.issued)
                .map(letter -> new Edition(
                        1,
                        DocumentKind.chasingLetter,
                        letter.unit(),
                        "cong-van-don-doc-" + Letterheads.fileName(letter.number(), letter.id())))
                .toList();
    }

    @Override
    public OfficialDocument write(String subject, int edition) {
        ChasingLetter letter = letter(subject).orElseThrow(() -> new NotFound("document.unknown"));
        return writer.write(
                LetterRow.watched(letter),
                unit(letter.unit()),
                new Issued(letter.number(), letter.date(), letter.signatory()),
                wording(letter),
                letter.date(),
                units.of(letter.id()),
                false);
    }

    /** A letter that has not gone out, as it would be today. */
    OfficialDocument draft(ChasingLetter letter, String signatory) {
        return writer.write(
                LetterRow.watched(letter),
                unit(letter.unit()),
                new Issued(null, null, signatory),
                wording(letter),
                today(),
                units.of(letter.id()),
                true);
    }

    private Wording wording(ChasingLetter letter) {
        return new Wording(
                letter.toUnit() == null ? null : unit(letter.toUnit()),
                letter.section(),
                letter.addition(),
                letter.contact());
    }

    /** The letters about a plan, or about a duty. */
    @Override
    public List<String> related(String subject) {
        String[] parts = subject.split(":");
        String letters = parts[0].equals(DocumentKind.nationalPlan.name())
                ? "select id from chasing_letter where plan_id = :id and state = 'issued' order by id desc"
                : parts[0].equals(DutyKind.subPlan.name()) || parts[0].equals(DutyKind.unitReport.name())
                        ? "select l.letter_id from chasing_letter_unit l join chasing_letter c on c.id = l.letter_id"
                                + " where l.obligation_id = :id and c.state = 'issued' order by l.letter_id desc"
                        : null;
        return letters == null
                ? List.of()
                : jdbc.sql(letters).param("id", Long.valueOf(parts[1])).query(Long.class).list().stream()
                        .map(id -> SUBJECT + id)
                        .toList();
    }

    /** Those who may see the unit that wrote it, or one of the units that it went to. */
    @Override
    public boolean mayRead(Actor actor, String subject, int edition) {
        ChasingLetter letter = letter(subject).orElse(null);
        if (letter == null) {
            return false;
        }
        Scope scope = organisation.scopeOf(actor);
        Map<String, Object> params = new HashMap<>(scope.params());
        params.put("letter", letter.id());
        return organisation.isWithin(scope, letter.unit())
                || letter.state() == LetterState.issued
                        && jdbc.sql("""
                                select exists (select 1 from chasing_letter_unit l
                                join obligation o on o.id = l.obligation_id
                                where l.letter_id = :letter and %s)""".formatted(scope.condition("o.unit_code")))
                                .params(params)
                                .query(Boolean.class)
                                .single();
    }

    private Optional<ChasingLetter> letter(String subject) {
        return table.find(PaperSource.id(subject));
    }

    private Unit unit(String code) {
        return organisation.unit(code).orElseThrow();
    }

    private LocalDate today() {
        return VietnamTime.dayOf(clock.instant());
    }
}
