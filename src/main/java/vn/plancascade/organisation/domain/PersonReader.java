package vn.plancascade.organisation.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.plancascade.organisation.Credentials;
import vn.plancascade.organisation.HeldRole;
import vn.plancascade.organisation.Person;
import vn.plancascade.organisation.Role;
import vn.plancascade.organisation.Valid;

/** Reads people and the roles they hold on a day. */
@Repository
class PersonReader implements Credentials {

    static final RowMapper<Person> PERSON = (row, n) -> new Person(
            row.getString("login"),
            row.getString("full_name"),
            row.getString("email"),
            row.getString("locale"),
            row.getBoolean("enabled"),
            row.getString("phone"));

    private final JdbcClient jdbc;

    PersonReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Person> find(String login) {
        return jdbc.sql("select * from person where login_lower = lower(:login)")
                .param("login", login)
                .query(PERSON)
                .optional();
    }

    /** Full names by the logins as they are asked for; who is nobody's login is a name already. */
    Map<String, String> names(Collection<String> logins) {
        Map<String, String> names = new HashMap<>();
        logins.stream().filter(Objects::nonNull).forEach(login -> names.put(login, login));
        if (!names.isEmpty()) {
            Map<String, String> known = new HashMap<>();
            jdbc.sql("select login_lower, full_name from person where login_lower in (:logins)")
                    .param(
                            "logins",
                            names.keySet().stream()
                                    .map(login -> login.toLowerCase(Locale.ROOT))
                                    .toList())
                    .query(row -> {
                        known.put(row.getString(1), row.getString(2));
                    });
            names.replaceAll((login, name) -> known.getOrDefault(login.toLowerCase(Locale.ROOT), name));
        }
        return names;
    }

    List<HeldRole> roles(String login, LocalDate day) {
        return roles(List.of(login), day).getOrDefault(login, List.of());
    }

    /** By login; whoever holds none is left out. */
    Map<String, List<HeldRole>> roles(Collection<String> logins, LocalDate day) {
        Map<String, List<HeldRole>> roles = new HashMap<>();
        jdbc.sql("""
                        select r.login, r.role, r.unit_code, r.title, s.absent from role_assignment r
                        left join substitution s on s.id = r.substitution_id
                        where r.login in (:logins) and %s
                        order by r.id""".formatted(Valid.onDay("r")))
                .param("logins", logins)
                .param("day", day)
                .query(row -> {
                    roles.computeIfAbsent(row.getString(1), login -> new ArrayList<>())
                            .add(new HeldRole(
                                    Role.valueOf(row.getString(2)),
                                    row.getString(3),
                                    row.getString(4),
                                    row.getString(5)));
                });
        return roles;
    }

    List<Person> holders(Role role, String unitCode, LocalDate day) {
        return jdbc.sql("""
                        select p.* from person p where p.enabled and p.login in (
                          select r.login from role_assignment r where r.unit_code = :unit and r.role = :role and %s)
                        order by p.login""".formatted(Valid.onDay("r")))
                .param("unit", unitCode)
                .param("role", role.name())
                .param("day", day)
                .query(PERSON)
                .list();
    }

    List<Person> holders(Role role, LocalDate day) {
        return jdbc.sql("""
                        select p.* from person p where p.enabled and p.login in (
                          select r.login from role_assignment r where r.role = :role and %s)
                        order by p.login""".formatted(Valid.onDay("r")))
                .param("role", role.name())
                .param("day", day)
                .query(PERSON)
                .list();
    }

    Map<String, List<Person>> holders(Role role, Collection<String> unitCodes, LocalDate day) {
        Map<String, List<Person>> holders = new HashMap<>();
        jdbc.sql("""
                        select r.unit_code, p.* from person p join role_assignment r on r.login = p.login
                        where p.enabled and r.unit_code in (:units) and r.role = :role and %s
                        order by r.unit_code, p.login""".formatted(Valid.onDay("r")))
                .param("units", unitCodes)
                .param("role", role.name())
                .param("day", day)
                .query(row -> {
                    holders.computeIfAbsent(row.getString("unit_code"), unit -> new ArrayList<>())
                            .add(PERSON.mapRow(row, 0));
                });
        return holders;
    }

    @Override
    public Optional<StoredPassword> password(String login) {
        return jdbc.sql("""
                        select login, password_hash from person
                        where login_lower = lower(:login) and enabled and password_hash is not null""")
                .param("login", login)
                .query((row, n) -> new StoredPassword(row.getString(1), row.getString(2)))
                .optional();
    }
}
