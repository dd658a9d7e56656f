package vn.plancascade.organisation.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import vn.plancascade.kernel.Names;
import vn.plancascade.kernel.Page;
import vn.plancascade.kernel.PageRequest;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.organisation.Person;
import vn.plancascade.organisation.Role;
import vn.plancascade.organisation.Scope;
import vn.plancascade.organisation.Unit;
import vn.plancascade.organisation.UnitQuery;

@Service
class JdbcOrganisation implements Organisation {

    private final UnitReader units;
    private final PersonReader people;
    private final UnitTree tree;
    private final Clock clock;

    JdbcOrganisation(UnitReader units, PersonReader people, UnitTree tree, Clock clock) {
        this.units = units;
        this.people = people;
        this.tree = tree;
        this.clock = clock;
    }

    @Override
    public Optional<Unit> unit(String code) {
        return units.find(Names.code(code), today());
    }

    @Override
    public Map<String, String> unitNames(Collection<String> codes) {
        return units.names(codes);
    }

    @Override
    public Page<Unit> units(UnitQuery query, Scope scope, PageRequest page) {
        return units.search(query, scope, today(), page);
    }

    @Override
    public Map<String, String> provinces() {
        return units.provinces();
    }

    @Override
    public Optional<Actor> actor(String login) {
        return person(login)
                .filter(Person::enabled)
                .map(person -> new Actor(person, people.roles(person.login(), today())));
    }

    @Override
    public Optional<Person> person(String login) {
        return people.find(login);
    }

    @Override
    public Map<String, String> namesOf(Collection<String> logins) {
        return people.names(logins);
    }

    @Override
    public List<Person> holders(Role role, String unitCode) {
        return people.holders(role, unitCode, today());
    }

    @Override
    public Map<String, List<Person>> holders(Role role, Collection<String> unitCodes) {
        return unitCodes.isEmpty() ? Map.of() : people.holders(role, unitCodes, today());
    }

    @Override
    public List<Person> holders(Role role) {
        return people.holders(role, today());
    }

    @Override
    public boolean hasClerk(String unitCode) {
        return !holders(Role.clerk, unitCode).isEmpty();
    }

    @Override
    public Scope scopeOf(Actor actor) {
        tree.refresh(today());
        return new Scope(actor.seesEverything(), actor.units());
    }

    @Override
    public boolean isWithin(Scope scope, String unitCode) {
        return units.isWithin(scope, unitCode);
    }

    @Override
    public void refreshTree() {
        tree.refresh(today());
    }

    @Override
    public Set<String> subtree(String unitCode) {
        tree.refresh(today());
        return Set.copyOf(units.subtree(unitCode));
    }

    private LocalDate today() {
        return VietnamTime.dayOf(clock.instant());
    }
}
