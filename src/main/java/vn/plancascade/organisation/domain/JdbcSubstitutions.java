package vn.plancascade.organisation.domain;

import static vn.plancascade.kernel.VietnamTime.offset;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.plancascade.kernel.Conflict;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.kernel.Names;
import vn.plancascade.kernel.NotAllowed;
import vn.plancascade.kernel.NotFound;
import vn.plancascade.kernel.Page;
import vn.plancascade.kernel.PageRequest;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.organisation.Role;
import vn.plancascade.organisation.Scope;
import vn.plancascade.organisation.SigningBlock;
import vn.plancascade.organisation.SigningForm;
import vn.plancascade.organisation.Substitution;
import vn.plancascade.organisation.Substitutions;
import vn.plancascade.organisation.Valid;

@Service
@Transactional
class JdbcSubstitutions implements Substitutions {

    private static final int LONGEST = 366;

    private static final RowMapper<Substitution> SUBSTITUTION = (row, n) -> new Substitution(
            row.getLong("id"),
            row.getString("unit_code"),
            row.getString("absent"),
            row.getString("substitute"),
            SigningForm.valueOf(row.getString("form")),
            row.getObject("from_day", LocalDate.class),
            row.getObject("to_day", LocalDate.class),
            row.getString("reason"),
            row.getString("delegation"),
            row.getObject("ended_at") != null);

    private final JdbcClient jdbc;
    private final Organisation organisation;
    private final Clock clock;

    JdbcSubstitutions(JdbcClient jdbc, Organisation organisation, Clock clock) {
        this.jdbc = jdbc;
        this.organisation = organisation;
        this.clock = clock;
    }

    @Override
    public Substitution add(Actor actor, Substitution sent) {
        String unit = Names.clean(sent.unitCode());
        if (unit == null || organisation.unit(unit).isEmpty()) {
            throw new InvalidInput("unitCode", "unit.unknown", String.valueOf(unit));
        }
        String absent = sent.absent() == null ? actor.login() : sent.absent();
        boolean own = absent.equals(actor.login()) && actor.holds(Role.head, unit);
        if (!own && !actor.holds(Role.administrator)) {
            throw new NotAllowed("substitution.notHead");
        }
        if (!own && actor.login().equals(sent.substitute())) {
            throw new NotAllowed("person.ownRole");
        }
        // What is delegated is not passed on: a substitute is no head of its own.
        if (ownHeads(unit).stream().noneMatch(absent::equals)) {
            throw own ? new NotAllowed("substitution.passedOn") : new InvalidInput("absent", "substitution.noHead");
        }
        check(sent, unit, absent);
        lock(unit);
        refuseOverlap(sent, unit, absent);
        return insert(actor, sent, unit, absent);
    }

    private void check(Substitution sent, String unit, String absent) {
        LocalDate today = today();
        if (sent.from() == null) {
            throw new InvalidInput("from", "required");
        }
        if (sent.to() == null) {
            throw new InvalidInput("to", "required");
        }
        if (sent.from().isBefore(today)) {
            throw new InvalidInput("from", "substitution.past");
        }
        if (sent.to().isBefore(sent.from())) {
            throw new InvalidInput("to", "substitution.backwards");
        }
        if (sent.to().isAfter(sent.from().plusDays(LONGEST - 1))) {
            throw new InvalidInput("to", "substitution.tooLong", LONGEST);
        }
        if (Names.clean(sent.reason()) == null) {
            throw new InvalidInput("reason", "required");
        }
        if (sent.reason().length() > 1000) {
            throw new InvalidInput("reason", "tooLong", 1000);
        }
        if (sent.form() == null) {
            throw new InvalidInput("form", "required");
        }
        if (sent.form() == SigningForm.TUQ && Names.clean(sent.delegation()) == null) {
            throw new InvalidInput("delegation", "required");
        }
        if (sent.delegation() != null && sent.delegation().length() > 200) {
            throw new InvalidInput("delegation", "tooLong", 200);
        }
        if (sent.substitute() == null) {
            throw new InvalidInput("substitute", "required");
        }
        if (sent.substitute().equals(absent)) {
            throw new InvalidInput("substitute", "substitution.self");
        }
        boolean fits = candidates(unit).stream()
                .anyMatch(candidate -> candidate.person().login().equals(sent.substitute())
                        && (candidate.form() == SigningForm.KT) == (sent.form() == SigningForm.KT));
        if (!fits) {
            throw new InvalidInput("substitute", "substitution.rank");
        }
    }

    /** Two windows that are entered at the same moment meet here. */
    private void lock(String unit) {
        jdbc.sql("select code from unit where code = :unit for update")
                .param("unit", unit)
                .query(String.class)
                .single();
    }

    private void refuseOverlap(Substitution sent, String unit, String absent) {
        String overlaps = " ended_at is null and from_day <= :to and to_day >= :from";
        long same = jdbc.sql(
                        "select count(*) from substitution where unit_code = :unit and absent = :absent and" + overlaps)
                .param("unit", unit)
                .param("absent", absent)
                .param("from", sent.from())
                .param("to", sent.to())
                .query(Long.class)
                .single();
        if (same > 0) {
            throw new Conflict("substitution.overlap");
        }
        // Whoever is away acts for nobody, and whoever acts for somebody stays: no circle, and nothing is passed on.
        long away = jdbc.sql("select count(*) from substitution where absent = :person and" + overlaps)
                .param("person", sent.substitute())
                .param("from", sent.from())
                .param("to", sent.to())
                .query(Long.class)
                .single();
        long acting = jdbc.sql("select count(*) from substitution where substitute = :person and" + overlaps)
                .param("person", absent)
                .param("from", sent.from())
                .param("to", sent.to())
                .query(Long.class)
                .single();
        if (away > 0 || acting > 0) {
            throw new Conflict("substitution.circle");
        }
    }

    private Substitution insert(Actor actor, Substitution sent, String unit, String absent) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("""
                        insert into substitution (unit_code, absent, substitute, form, from_day, to_day, reason, delegation,
                          made_by, made_at)
                        values (:unit, :absent, :substitute, :form, :from, :to, :reason, :delegation, :by, :at)""")
                .param("unit", unit)
                .param("absent", absent)
                .param("substitute", sent.substitute())
                .param("form", sent.form().name())
                .param("from", sent.from())
                .param("to", sent.to())
                .param("reason", Names.clean(sent.reason()))
                .param("delegation", Names.clean(sent.delegation()))
                .param("by", actor.login())
                .param("at", offset(clock.instant()))
                .update(key, "id");
        long id = key.getKeyAs(Number.class).longValue();
        jdbc.sql("""
                        insert into role_assignment (login, unit_code, role, valid_from, valid_to, substitution_id)
                        values (:login, :unit, 'head', :from, :to, :id)""")
                .param("login", sent.substitute())
                .param("unit", unit)
                .param("from", sent.from())
                .param("to", sent.to().plusDays(1))
                .param("id", id)
                .update();
        return find(id);
    }

    private Substitution find(long id) {
        return jdbc.sql("select * from substitution where id = :id")
                .param("id", id)
                .query(SUBSTITUTION)
                .optional()
                .orElseThrow(() -> new NotFound("substitution.unknown"));
    }

    @Override
    public Substitution end(Actor actor, long id) {
        Substitution substitution = find(id);
        if (!organisation.isWithin(organisation.scopeOf(actor), substitution.unitCode())) {
            throw new NotFound("substitution.unknown");
        }
        if (!actor.login().equals(substitution.absent()) && !actor.holds(Role.administrator)) {
            throw new NotAllowed("substitution.notHead");
        }
        int ended = jdbc.sql("""
                        update substitution set ended_by = :by, ended_at = :at
                        where id = :id and ended_at is null and to_day >= :today""")
                .param("by", actor.login())
                .param("at", offset(clock.instant()))
                .param("id", id)
                .param("today", today())
                .update();
        if (ended == 0) {
            throw new Conflict("substitution.over");
        }
        jdbc.sql("delete from role_assignment where substitution_id = :id and valid_from >= :today")
                .param("id", id)
                .param("today", today())
                .update();
        jdbc.sql("update role_assignment set valid_to = :today where substitution_id = :id and valid_to > :today")
                .param("id", id)
                .param("today", today())
                .update();
        return find(id);
    }

    @Override
    @Transactional(readOnly = true)
    public Page<Substitution> search(Actor actor, String unitCode, boolean current, PageRequest page) {
        Scope scope = organisation.scopeOf(actor);
        Map<String, Object> params = new HashMap<>(scope.params());
        String where = " from substitution where " + scope.condition("unit_code");
        if (unitCode != null) {
            where += " and unit_code = :unit";
            params.put("unit", unitCode);
        }
        if (current) {
            where += " and ended_at is null and to_day >= :today";
            params.put("today", today());
        }
        long total = jdbc.sql("select count(*)" + where)
                .params(params)
                .query(Long.class)
                .single();
        List<Substitution> items = jdbc.sql(
                        "select *" + where + " order by from_day desc, id desc limit :size offset :offset")
                .params(params)
                .param("size", page.size())
                .param("offset", page.offset())
                .query(SUBSTITUTION)
                .list();
        return new Page<>(items, page.page(), page.size(), total);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Substitution> inForceFor(String login) {
        return jdbc.sql("""
                        select * from substitution where absent = :login and ended_at is null and from_day <= :day and to_day >= :day
                        union all
                        select * from substitution where substitute = :login and ended_at is null and from_day <= :day
                          and to_day >= :day""")
                .param("login", login)
                .param("day", today())
                .query(SUBSTITUTION)
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Candidate> candidates(String unitCode) {
        List<Candidate> candidates = new ArrayList<>();
        jdbc.sql("""
                        select distinct p.*, 'KT' as form from person p join role_assignment r on r.login = p.login
                        where p.enabled and r.unit_code = :unit and r.role in ('deputy', 'leaderInCharge') and %1$s
                        union
                        select distinct p.*, 'TL' as form from person p join role_assignment r on r.login = p.login
                          join unit_relation b on b.unit_code = r.unit_code
                        where p.enabled and b.superior_code = :unit and %2$s and r.role = 'head'
                          and r.substitution_id is null and %1$s
                        order by form, login""".formatted(Valid.onDay("r"), Valid.onDay("b")))
                .param("unit", unitCode)
                .param("day", today())
                .query(row -> {
                    candidates.add(new Candidate(
                            PersonReader.PERSON.mapRow(row, 0), SigningForm.valueOf(row.getString("form"))));
                });
        return candidates;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<SigningBlock> block(String unitCode, String login, LocalDate day) {
        List<String> heads = jdbc.sql("""
                        select r.title from role_assignment r where r.unit_code = :unit and r.role = 'head'
                          and r.substitution_id is null and """ + Valid.onDay("r") + " order by r.login")
                .param("unit", unitCode)
                .param("day", day)
                .query((row, n) -> title(row.getString(1), "Thủ trưởng"))
                .list();
        String headTitle = heads.isEmpty() ? title(null, "Thủ trưởng") : heads.get(0);
        return jdbc.sql("""
                        select r.role, r.title, r.acting, s.form, s.absent,
                          (select min(o.title) from role_assignment o where o.login = r.login and o.substitution_id is null
                            and o.role in ('deputy', 'leaderInCharge', 'head') and %2$s) as own_title
                        from role_assignment r left join substitution s on s.id = r.substitution_id
                        where r.login = :login and r.unit_code = :unit and r.role in ('head', 'deputy', 'leaderInCharge', 'ministryLeader')
                          and %1$s
                        order by case when r.role = 'head' and s.id is null then 0 when s.id is not null then 1 else 2 end
                        limit 1""".formatted(Valid.onDay("r"), Valid.onDay("o")))
                .param("login", login)
                .param("unit", unitCode)
                .param("day", day)
                .query((row, n) -> {
                    String absent = row.getString("absent");
                    if (row.getString("role").equals("head") && absent == null) {
                        String own = title(row.getString("title"), "Thủ trưởng");
                        boolean marked = own.startsWith("Q. ") || own.startsWith("QUYỀN ");
                        return new SigningBlock(
                                List.of(row.getBoolean("acting") && !marked ? "Q. " + own : own), null, null);
                    }
                    if (row.getString("role").equals("ministryLeader")) {
                        return ofMinistry(title(row.getString("title"), "Bộ trưởng"));
                    }
                    SigningForm form = absent == null ? SigningForm.KT : SigningForm.valueOf(row.getString("form"));
                    return new SigningBlock(
                            List.of(
                                    form + ". " + headTitle,
                                    title(
                                            absent == null ? row.getString("title") : row.getString("own_title"),
                                            "Phó thủ trưởng")),
                            form,
                            absent != null
                                    ? absent
                                    : ownHeads(unitCode).stream().findFirst().orElse(null));
                })
                .optional();
    }

    /** A minister signs with the title alone; a deputy of the minister in the minister's place. */
    private static SigningBlock ofMinistry(String title) {
        boolean deputy = title.startsWith("THỨ TRƯỞNG") || title.startsWith("PHÓ ");
        return deputy
                ? new SigningBlock(List.of("KT. BỘ TRƯỞNG", title), SigningForm.KT, null)
                : new SigningBlock(List.of(title), null, null);
    }

    private List<String> ownHeads(String unitCode) {
        return jdbc.sql("""
                        select r.login from role_assignment r join person p on p.login = r.login
                        where p.enabled and r.unit_code = :unit and r.role = 'head' and r.substitution_id is null and """ + Valid.onDay("r") + " order by r.login")
                .param("unit", unitCode)
                .param("day", today())
                .query(String.class)
                .list();
    }

    private static String title(String title, String otherwise) {
        return (title == null ? otherwise : title).toUpperCase(Locale.forLanguageTag("vi"));
    }

    private LocalDate today() {
        return VietnamTime.dayOf(clock.instant());
    }
}
