package vn.plancascade.organisation.domain;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.HeldRole;
import vn.plancascade.organisation.PeopleWithRoles;
import vn.plancascade.organisation.Person;
import vn.plancascade.organisation.Role;
import vn.plancascade.organisation.Valid;

@Repository
class JdbcPeopleWithRoles implements PeopleWithRoles {

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcPeopleWithRoles(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Map<String, Actor> byLogin(Collection<String> logins) {
        if (logins.isEmpty()) {
            return Map.of();
        }
        List<Person> people = jdbc.sql("select * from person where login in (:logins)")
                .param("logins", logins)
                .query(PersonReader.PERSON)
                .list();
        Map<String, List<HeldRole>> roles = roles(logins);
        return people.stream()
                .map(person ->
                        new Actor(person, person.enabled() ? roles.getOrDefault(person.login(), List.of()) : List.of()))
                .collect(Collectors.toMap(Actor::login, Function.identity()));
    }

    private Map<String, List<HeldRole>> roles(Collection<String> logins) {
        Map<String, List<HeldRole>> roles = new HashMap<>();
        jdbc.sql("""
                        select r.login, r.role, r.unit_code, r.title, s.absent from role_assignment r
                        left join substitution s on s.id = r.substitution_id
                        where r.login in (:logins) and %s
                        order by r.id""".formatted(Valid.onDay("r")))
                .param("logins", logins)
                .param("day", VietnamTime.dayOf(clock.instant()))
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
}
