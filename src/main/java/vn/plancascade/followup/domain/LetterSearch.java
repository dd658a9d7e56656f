package vn.plancascade.followup.domain;

import static vn.plancascade.kernel.Conditions.equal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.followup.ChasingLetter;
import vn.plancascade.followup.LetterSent;
import vn.plancascade.followup.LetterState;
import vn.plancascade.followup.WrittenLetters;
import vn.plancascade.kernel.NotFound;
import vn.plancascade.kernel.Page;
import vn.plancascade.kernel.PageRequest;
import vn.plancascade.kernel.Rows;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.organisation.Scope;

/** Reads chasing letters with what became of their mails. */
@Repository
@Transactional(readOnly = true)
class LetterSearch implements WrittenLetters {

    private static final String SENT = """
            select c.id, c.state, c.document_number, c.document_date, l.obligation_id, o.unit_code, u.name as chased_name,
              w.name as writer_name, m.address, q.state as mail_state, q.sent_at
            from chasing_letter_unit l join chasing_letter c on c.id = l.letter_id
              join obligation o on o.id = l.obligation_id join unit u on u.code = o.unit_code
              join unit w on w.code = c.unit_code
              left join chasing_letter_mail m on m.letter_id = c.id and m.unit_code = o.unit_code
              left join mail q on q.id = m.mail_id
            where\s""";

    private final JdbcClient jdbc;
    private final Organisation organisation;

    LetterSearch(JdbcClient jdbc, Organisation organisation) {
        this.jdbc = jdbc;
        this.organisation = organisation;
    }

    @Override
    public List<LetterSent> of(long duty) {
        return jdbc.sql(SENT + "l.obligation_id = :duty and c.state <> 'discarded' order by c.id desc")
                .param("duty", duty)
                .query((row, n) -> sent(row))
                .list();
    }

    /** Two statements: H2 would look for the newest letter of every duty again for each letter. */
    @Override
    public Map<Long, LetterSent> newest(Collection<Long> duties) {
        if (duties.isEmpty()) {
            return Map.of();
        }
        List<Object[]> newest = new ArrayList<>();
        jdbc.sql("""
                        select l.obligation_id, max(l.letter_id) from chasing_letter_unit l
                        join chasing_letter c on c.id = l.letter_id
                        where l.obligation_id in (:duties) and c.state = 'issued' group by l.obligation_id""").param("duties", duties).query(row -> {
            newest.add(new Object[] {row.getLong(1), row.getLong(2)});
        });
        if (newest.isEmpty()) {
            return Map.of();
        }
        Map<Object, Object> letterOf = newest.stream().collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        return jdbc
                .sql(SENT + "l.obligation_id in (:duties) and l.letter_id in (:letters)")
                .param("duties", letterOf.keySet())
                .param("letters", letterOf.values().stream().distinct().toList())
                .query((row, n) -> sent(row))
                .list()
                .stream()
                .filter(sent -> letterOf.get(sent.duty()).equals(sent.letter()))
                .collect(Collectors.toMap(LetterSent::duty, Function.identity()));
    }

    @Override
    public List<LocalDate> days(Long plan, DutyKind kind, String period) {
        Map<String, Object> params = new HashMap<>();
        List<String> conditions = new ArrayList<>(List.of("state = 'issued'"));
        equal(conditions, params, "plan_id", "plan", plan);
        equal(conditions, params, "duty_kind", "kind", kind);
        equal(conditions, params, "period", "period", period);
        return jdbc.sql("select distinct document_date from chasing_letter where " + String.join(" and ", conditions)
                        + " order by document_date")
                .params(params)
                .query((row, n) -> row.getObject(1, LocalDate.class))
                .list();
    }

    @Override
    public Page<ChasingLetter> search(Actor actor, Long plan, Long obligation, LetterState state, PageRequest page) {
        Scope scope = organisation.scopeOf(actor);
        Map<String, Object> params = new HashMap<>(scope.params());
        List<String> conditions = new ArrayList<>();
        conditions.add("(" + scope.condition("c.unit_code") + " or c.state = 'issued' and c.id in (select l.letter_id"
                + " from chasing_letter_unit l join obligation o on o.id = l.obligation_id where "
                + scope.condition("o.unit_code") + "))");
        equal(conditions, params, "c.plan_id", "plan", plan);
        equal(conditions, params, "c.state", "state", state);
        if (obligation != null) {
            conditions.add("c.id in (select l.letter_id from chasing_letter_unit l where l.obligation_id = :duty)");
            params.put("duty", obligation);
        }
        String from = " from chasing_letter c where " + String.join(" and ", conditions);
        long total = jdbc.sql("select count(*)" + from)
                .params(params)
                .query(Long.class)
                .single();
        List<ChasingLetter> items = jdbc.sql("select c.*" + from + " order by c.id desc limit :size offset :offset")
                .params(params)
                .param("size", page.size())
                .param("offset", page.offset())
                .query((row, n) -> LetterRow.read(row))
                .list();
        return new Page<>(items, page.page(), page.size(), total);
    }

    @Override
    public ChasingLetter get(Actor actor, long id) {
        ChasingLetter letter = jdbc.sql("select * from chasing_letter where id = :id")
                .param("id", id)
                .query((row, n) -> LetterRow.read(row))
                .optional()
                .orElseThrow(() -> new NotFound("chase.unknown"));
        boolean writers = organisation.isWithin(organisation.scopeOf(actor), letter.unit());
        if (!writers
                && (letter.state() != LetterState.issued || chased(actor, id).isEmpty())) {
            throw new NotFound("chase.unknown");
        }
        return letter;
    }

    @Override
    public List<Chased> chased(Actor actor, long id) {
        Scope scope = organisation.scopeOf(actor);
        return jdbc.sql(SENT + "l.letter_id = :letter and " + scope.condition("o.unit_code") + " order by o.unit_code")
                .params(scope.params())
                .param("letter", id)
                .query((row, n) -> new Chased(
                        row.getLong("obligation_id"),
                        row.getString("unit_code"),
                        row.getString("chased_name"),
                        sent(row)))
                .list();
    }

    private static LetterSent sent(ResultSet row) throws SQLException {
        return new LetterSent(
                row.getLong("id"),
                row.getLong("obligation_id"),
                LetterState.valueOf(row.getString("state")),
                row.getString("writer_name"),
                row.getString("document_number"),
                row.getObject("document_date", LocalDate.class),
                row.getString("address"),
                row.getString("mail_state"),
                Rows.instant(row, "sent_at"));
    }
}
