package vn.plancascade.organisation.domain;

import static vn.plancascade.kernel.VietnamTime.offset;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.plancascade.kernel.Conflict;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.kernel.Mailbox;
import vn.plancascade.kernel.Names;
import vn.plancascade.kernel.Violation;
import vn.plancascade.organisation.NewUnit;
import vn.plancascade.organisation.OrganisationAdmin;
import vn.plancascade.organisation.Person;
import vn.plancascade.organisation.Relation;
import vn.plancascade.organisation.Role;
import vn.plancascade.organisation.Valid;

@Service
@Transactional
class JdbcOrganisationAdmin implements OrganisationAdmin {

    private static final Pattern CODE = Pattern.compile("[A-Z0-9-]{1,40}");

    private static final int NAME = 300;

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcOrganisationAdmin(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void addUnit(NewUnit unit) {
        if (unit.code() == null || !CODE.matcher(unit.code()).matches()) {
            throw new InvalidInput("code", "unit.code");
        }
        if (Names.clean(unit.name()) == null) {
            throw new InvalidInput("name", "required");
        }
        if (unit.kind() == null) {
            throw new InvalidInput("kind", "required");
        }
        Mailbox.check("email", unit.email());
        try {
            jdbc.sql("""
                            insert into unit (code, name, kind, province_code, email, symbol, place, numbering, valid_from, sample)
                            values (:code, :name, :kind, :province, :email, :symbol, :place, :numbering, :from, :sample)""")
                    .param("code", unit.code())
                    .param("name", Names.clean(unit.name()))
                    .param("kind", unit.kind().name())
                    .param("province", unit.provinceCode())
                    .param("email", unit.email())
                    .param("symbol", unit.symbol())
                    .param("place", unit.place())
                    .param("numbering", unit.numbering().name())
                    .param("from", unit.validFrom())
                    .param("sample", unit.sample())
                    .update();
        } catch (DuplicateKeyException taken) {
            throw new Conflict(new Violation("code", "unit.taken", unit.code()));
        }
        lockTree(Relation.REPORTS_TO);
        if (unit.parentCode() != null) {
            relate(unit.code(), Relation.PARENT, unit.parentCode(), unit.validFrom());
        }
        if (unit.reportsToCode() != null) {
            relate(unit.code(), Relation.REPORTS_TO, unit.reportsToCode(), unit.validFrom());
        }
    }

    @Override
    public void relate(String unitCode, Relation relation, String superiorCode, LocalDate from) {
        String field = relation == Relation.PARENT ? "parentCode" : "reportsToCode";
        lockTree(relation);
        if (superiorCode != null) {
            refuseUnknown(field, superiorCode);
            refuseCycle(field, unitCode, relation, superiorCode, from);
        }
        jdbc.sql("""
                        delete from unit_relation
                        where unit_code = :unit and relation = :relation and valid_from >= :from""")
                .param("unit", unitCode)
                .param("relation", relation.name())
                .param("from", from)
                .update();
        jdbc.sql("""
                        update unit_relation set valid_to = :from
                        where unit_code = :unit and relation = :relation and %s""".formatted(Valid.notEnded("unit_relation", "from")))
                .param("unit", unitCode)
                .param("relation", relation.name())
                .param("from", from)
                .update();
        if (superiorCode != null) {
            jdbc.sql("""
                            insert into unit_relation (unit_code, relation, superior_code, valid_from)
                            values (:unit, :relation, :superior, :from)""")
                    .param("unit", unitCode)
                    .param("relation", relation.name())
                    .param("superior", superiorCode)
                    .param("from", from)
                    .update();
        }
    }

    @Override
    public void rename(String unitCode, String name, LocalDate from, String enteredBy) {
        String clean = Names.clean(name);
        if (clean == null) {
            throw new InvalidInput("name", "required");
        }
        if (clean.length() > NAME) {
            throw new InvalidInput("name", "tooLong", NAME);
        }
        jdbc.sql("""
                        insert into unit_change (unit_code, effective_from, name, entered_by, entered_at, applied)
                        values (:unit, :from, :name, :by, :at, false)""")
                .param("unit", unitCode)
                .param("from", from)
                .param("name", clean)
                .param("by", enteredBy)
                .param("at", offset(clock.instant()))
                .update();
        lockTree(Relation.REPORTS_TO);
    }

    @Override
    public void moveBelow(Collection<String> units, String into, LocalDate from) {
        lockTree(Relation.REPORTS_TO);
        lockTree(Relation.PARENT);
        String below = " where superior_code in (:units) and unit_code not in (:units) and unit_code <> :into and "
                + Valid.notEnded("unit_relation", "from");
        for (String sql : List.of(
                "update unit_relation set superior_code = :into" + below + " and valid_from >= :from",
                "insert into unit_relation (unit_code, relation, superior_code, valid_from, valid_to)"
                        + " select unit_code, relation, :into, :from, valid_to from unit_relation" + below,
                "update unit_relation set valid_to = :from" + below + " and valid_from < :from")) {
            jdbc.sql(sql)
                    .param("units", units)
                    .param("into", into)
                    .param("from", from)
                    .update();
        }
    }

    @Override
    public void moveProvinces(Collection<String> provinces, String into, LocalDate from, String enteredBy) {
        jdbc.sql("""
                        insert into unit_change (unit_code, effective_from, province_code, entered_by, entered_at, applied)
                        select u.code, cast(:from as date), i.province_code, :by, cast(:at as timestamp with time zone), false
                        from unit u join unit i on i.code = :into
                        where u.province_code in (:provinces) and u.province_code <> i.province_code""")
                .param("provinces", provinces)
                .param("into", into)
                .param("from", from)
                .param("by", enteredBy)
                .param("at", offset(clock.instant()))
                .update();
    }

    @Override
    public void takePeople(List<String> units, String into, LocalDate from) {
        jdbc.sql("""
                        insert into role_assignment (login, unit_code, role, title, valid_from)
                        select r.login, cast(:into as varchar(40)), r.role, min(r.title), cast(:from as date)
                        from role_assignment r
                        where r.unit_code in (:units) and r.substitution_id is null and %s
                          and (r.role <> :head or r.unit_code = :first)
                        group by r.login, r.role""".formatted(Valid.notEnded("r", "from")))
                .param("into", into)
                .param("from", from)
                .param("units", units)
                .param("head", Role.head.name())
                .param("first", units.get(0))
                .update();
    }

    @Override
    public void close(String unitCode, Collection<String> successors, LocalDate from, LocalDate peopleUntil) {
        lockTree(Relation.REPORTS_TO);
        jdbc.sql("update unit set valid_to = :from, people_until = :until where code = :unit")
                .param("from", from)
                .param("until", peopleUntil)
                .param("unit", unitCode)
                .update();
        for (String successor : successors) {
            jdbc.sql("insert into unit_successor (unit_code, successor_code) values (:unit, :successor)")
                    .param("unit", unitCode)
                    .param("successor", successor)
                    .update();
        }
        jdbc.sql("delete from role_assignment where unit_code = :unit and valid_from >= :until")
                .param("unit", unitCode)
                .param("until", peopleUntil)
                .update();
        jdbc.sql("update role_assignment set valid_to = :until where unit_code = :unit and "
                        + Valid.notEnded("role_assignment", "until"))
                .param("unit", unitCode)
                .param("until", peopleUntil)
                .update();
    }

    /**
     * Two changes that are each harmless can make a circle together: changes of one tree go one after the other. The row
     * also says that what was derived from the tree is out of date.
     */
    private void lockTree(Relation relation) {
        jdbc.sql("update tree_state set derived_on = null where relation = :relation")
                .param("relation", relation.name())
                .update();
    }

    private void refuseUnknown(String field, String superiorCode) {
        boolean known = jdbc.sql("select count(*) from unit where code = :code")
                        .param("code", superiorCode)
                        .query(Integer.class)
                        .single()
                > 0;
        if (!known) {
            throw new InvalidInput(field, "unit.unknown", superiorCode);
        }
    }

    /**
     * Walks up from the new superior over every relation that still holds or ever will, so that no later day can see a
     * circle either.
     */
    private void refuseCycle(String field, String unitCode, Relation relation, String superiorCode, LocalDate from) {
        boolean cycle = superiorCode.equals(unitCode)
                || jdbc.sql("""
                                with recursive above(code, depth) as (
                                  select u.code, 0 from unit u where u.code = :superior
                                  union all
                                  select r.superior_code, a.depth + 1 from unit_relation r join above a on r.unit_code = a.code
                                  where r.relation = :relation and %s and a.depth < 50)
                                select count(*) from above where code = :unit""".formatted(Valid.notEnded("r", "from")))
                                .param("superior", superiorCode)
                                .param("relation", relation.name())
                                .param("unit", unitCode)
                                .param("from", from)
                                .query(Integer.class)
                                .single()
                        > 0;
        if (cycle) {
            throw new InvalidInput(field, "unit.cycle", unitCode, superiorCode);
        }
    }

    @Override
    public void addPerson(Person person, String passwordHash) {
        Mailbox.check("email", person.email());
        try {
            jdbc.sql("""
                            insert into person (login, full_name, email, locale, password_hash, enabled, phone)
                            values (:login, :name, :email, :locale, :hash, :enabled, :phone)""")
                    .param("login", Names.clean(person.login()))
                    .param("name", Names.clean(person.fullName()))
                    .param("email", person.email())
                    .param("locale", person.locale())
                    .param("hash", passwordHash)
                    .param("enabled", person.enabled())
                    .param("phone", person.phone())
                    .update();
        } catch (DuplicateKeyException taken) {
            throw new Conflict(new Violation("login", "person.taken", person.login()));
        }
    }

    @Override
    public void assign(String login, Role role, String unitCode, String title, LocalDate from) {
        jdbc.sql("""
                        insert into role_assignment (login, unit_code, role, title, valid_from)
                        values (:login, :unit, :role, :title, :from)""")
                .param("login", login)
                .param("unit", unitCode)
                .param("role", role.name())
                .param("title", title)
                .param("from", from)
                .update();
    }

    @Override
    public void endRole(String login, Role role, String unitCode, LocalDate from) {
        jdbc.sql("""
                        delete from role_assignment
                        where login = :login and unit_code = :unit and role = :role and substitution_id is null
                          and valid_from > :from""")
                .param("login", login)
                .param("unit", unitCode)
                .param("role", role.name())
                .param("from", from)
                .update();
        jdbc.sql("""
                        update role_assignment set valid_to = :from
                        where login = :login and unit_code = :unit and role = :role and substitution_id is null
                          and %s""".formatted(Valid.notEnded("role_assignment", "from")))
                .param("login", login)
                .param("unit", unitCode)
                .param("role", role.name())
                .param("from", from)
                .update();
    }

    @Override
    public void setPasswordHash(String login, String passwordHash) {
        jdbc.sql("update person set password_hash = :hash where login = :login")
                .param("hash", passwordHash)
                .param("login", login)
                .update();
    }

    @Override
    public void change(Person person) {
        Mailbox.check("email", person.email());
        jdbc.sql("""
                        update person set full_name = :name, email = :email, locale = :locale, enabled = :enabled,
                          phone = :phone
                        where login = :login""")
                .param("name", Names.clean(person.fullName()))
                .param("email", person.email())
                .param("locale", person.locale())
                .param("enabled", person.enabled())
                .param("phone", person.phone())
                .param("login", person.login())
                .update();
    }
}
