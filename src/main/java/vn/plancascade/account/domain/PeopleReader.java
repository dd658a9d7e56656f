package vn.plancascade.account.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.plancascade.kernel.Names;
import vn.plancascade.kernel.Page;
import vn.plancascade.kernel.PageRequest;
import vn.plancascade.kernel.Search;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.organisation.Person;
import vn.plancascade.organisation.Role;
import vn.plancascade.organisation.Scope;
import vn.plancascade.organisation.Valid;

/** Lists of people, cut to the reader's scope inside the statement. */
@Repository
public class PeopleReader {

    private static final RowMapper<Person> PERSON = (row, n) -> new Person(
            row.getString("login"),
            row.getString("full_name"),
            row.getString("email"),
            row.getString("locale"),
            row.getBoolean("enabled"),
            row.getString("phone"));

    private final JdbcClient jdbc;
    private final Clock clock;

    PeopleReader(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Page<AccountLine> search(PeopleFilter filter, Scope scope, PageRequest page) {
        Map<String, Object> params = new HashMap<>(scope.params());
        params.put("day", today());
        List<String> conditions = new ArrayList<>();
        if (!scope.everything() || filter.unit() != null || filter.role() != null) {
            StringBuilder roles =
                    new StringBuilder("p.login in (select r.login from role_assignment r where " + Valid.onDay("r"));
            roles.append(" and ").append(scope.condition("r.unit_code"));
            if (filter.unit() != null) {
                roles.append(" and r.unit_code = :unit");
                params.put("unit", filter.unit());
            }
            if (filter.role() != null) {
                roles.append(" and r.role = :role");
                params.put("role", filter.role().name());
            }
            conditions.add(roles.append(')').toString());
        }
        conditions.add(Search.condition(params, filter.text(), "p.name_folded", "lower(p.login)", "lower(p.email)"));
        if (filter.withoutPassword()) {
            conditions.add("p.password_hash is null and p.enabled");
        }
        String from = " from person p" + (conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions));
        long total = jdbc.sql("select count(*)" + from)
                .params(params)
                .query(Long.class)
                .single();
        List<AccountLine> lines = jdbc.sql("select p.*, p.password_hash is not null as has_password" + from
                        + " order by p.login limit :size offset :offset")
                .params(params)
                .param("size", page.size())
                .param("offset", page.offset())
                .query((row, n) -> new AccountLine(PERSON.mapRow(row, n), row.getBoolean("has_password")))
                .list();
        return new Page<>(lines, page.page(), page.size(), total);
    }

    List<String> withAddressAndWithoutPassword() {
        return jdbc.sql(
                        "select login from person where password_hash is null and enabled and email is not null order by login")
                .query(String.class)
                .list();
    }

    long countWithAddressAndWithoutPassword() {
        return jdbc.sql("select count(*) from person where password_hash is null and enabled and email is not null")
                .query(Long.class)
                .single();
    }

    boolean hasPassword(String login) {
        return jdbc.sql("select password_hash is not null from person where login = :login")
                .param("login", login)
                .query(Boolean.class)
                .single();
    }

    /** Enabled people with an address; several may share one. */
    List<Person> byLoginOrAddress(String text) {
        return jdbc.sql("""
                        select * from person where enabled and email is not null and login_lower = lower(:text)
                        union
                        select * from person where enabled and email is not null and lower(email) = lower(:text)
                        order by login limit 5""").param("text", text).query(PERSON).list();
    }

    /** All roles of a person that have not ended, and those to come. */
    List<DatedRole> roles(String login) {
        return jdbc.sql("""
                        select r.unit_code, u.name, r.role, r.title, r.valid_from, r.valid_to
                        from role_assignment r join unit u on u.code = r.unit_code
                        where r.login = :login and %s and r.substitution_id is null
                        order by r.unit_code, r.role, r.valid_from""".formatted(Valid.notEnded("r", "day")))
                .param("login", login)
                .param("day", today())
                .query((row, n) -> new DatedRole(
                        row.getString("unit_code"),
                        row.getString("name"),
                        Role.valueOf(row.getString("role")),
                        row.getString("title"),
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("valid_to", LocalDate.class)))
                .list();
    }

    /** Who holds a role in a unit, or will; substitutes too, whose role ends with the absence. */
    List<InUnit> rolesIn(String unitCode) {
        return jdbc.sql("""
                        select p.*, p.password_hash is not null as has_password, r.role, r.title, r.valid_from, r.valid_to,
                          r.substitution_id is not null as substitute
                        from role_assignment r join person p on p.login = r.login
                        where r.unit_code = :unit and %s order by r.role, p.full_name, r.valid_from""".formatted(Valid.notEnded("r", "day")))
                .param("unit", unitCode)
                .param("day", today())
                .query((row, n) -> new InUnit(
                        new AccountLine(PERSON.mapRow(row, n), row.getBoolean("has_password")),
                        Role.valueOf(row.getString("role")),
                        row.getString("title"),
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("valid_to", LocalDate.class),
                        row.getBoolean("substitute")))
                .list();
    }

    /** Enabled people who can log in and hold the administrator's role today, other than this one. */
    long otherAdministrators(String login) {
        return jdbc.sql("""
                        select count(distinct p.login) from person p join role_assignment r on r.login = p.login
                        where p.enabled and p.password_hash is not null and r.role = 'administrator' and p.login <> :login
                          and """ + Valid.onDay("r"))
                .param("login", login)
                .param("day", today())
                .query(Long.class)
                .single();
    }

    private LocalDate today() {
        return VietnamTime.dayOf(clock.instant());
    }

    /** Filters of a list of people; null means any. */
    public record PeopleFilter(String text, String unit, Role role, boolean withoutPassword) {

        public PeopleFilter {
            unit = Names.code(unit);
        }
    }

    /** @param hasPassword whether the person could log in */
    public record AccountLine(Person person, boolean hasPassword) {}

    /**
     * A role in a unit with who holds it.
     *
     * @param validTo the first day on which it is no longer held, or null
     * @param substitute held in the place of somebody who is away
     */
    public record InUnit(
            AccountLine account, Role role, String title, LocalDate validFrom, LocalDate validTo, boolean substitute) {}

    /** @param validTo the first day on which it is no longer held, or null */
    public record DatedRole(
            String unitCode, String unitName, Role role, String title, LocalDate validFrom, LocalDate validTo) {}
}
