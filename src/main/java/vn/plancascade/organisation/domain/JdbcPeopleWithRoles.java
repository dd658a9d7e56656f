package vn.plancascade.organisation.domain;

import java.time.Clock;
import java.util.Collection;
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

@Repository
class JdbcPeopleWithRoles implements PeopleWithRoles {

    private final JdbcClient jdbc;
    private final PersonReader reader;
    private final Clock clock;

    JdbcPeopleWithRoles(JdbcClient jdbc, PersonReader reader, Clock clock) {
        this.jdbc = jdbc;
        this.reader = reader;
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
        Map<String, List<HeldRole>> roles = reader.roles(logins, VietnamTime.dayOf(clock.instant()));
        return people.stream()
                .map(person ->
                        new Actor(person, person.enabled() ? roles.getOrDefault(person.login(), List.of()) : List.of()))
                .collect(Collectors.toMap(Actor::login, Function.identity()));
    }
}
