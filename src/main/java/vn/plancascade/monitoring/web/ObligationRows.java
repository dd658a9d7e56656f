package vn.plancascade.monitoring.web;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.plancascade.deadline.Holder;
import vn.plancascade.deadline.Obligation;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.organisation.Person;
import vn.plancascade.organisation.Role;

/** Duties with the people who hold the work, read for a whole page at once. */
@Component
class ObligationRows {

    private final Organisation organisation;
    private final Clock clock;

    ObligationRows(Organisation organisation, Clock clock) {
        this.organisation = organisation;
        this.clock = clock;
    }

    List<Row> of(List<Obligation> duties) {
        Map<Role, Set<String>> units = new EnumMap<>(Role.class);
        duties.forEach(duty -> Holder.of(duty)
                .ifPresent(holder -> holder.allowed()
                        .forEach(allowed -> units.computeIfAbsent(allowed, role -> new HashSet<>())
                                .add(holder.unitOf(duty)))));
        Map<Role, Map<String, List<Person>>> people = new EnumMap<>(Role.class);
        units.forEach((role, codes) -> people.put(role, organisation.holders(role, codes)));
        Map<String, String> names = organisation.unitNames(duties.stream()
                .filter(duty -> elsewhere(duty) != null)
                .map(ObligationRows::elsewhere)
                .collect(Collectors.toSet()));
        Instant now = clock.instant();
        return duties.stream().map(duty -> row(duty, people, names, now)).toList();
    }

    private static Row row(
            Obligation duty, Map<Role, Map<String, List<Person>>> people, Map<String, String> names, Instant now) {
        Optional<Holder> holder = Holder.of(duty);
        return new Row(
                duty,
                duty.overdue(now),
                duty.daysLate(now),
                holder.map(Holder::role).orElse(null),
                Optional.ofNullable(elsewhere(duty)).map(names::get).orElse(null),
                holder.map(holds -> holds.people(role -> people.get(role).getOrDefault(holds.unitOf(duty), List.of())))
                        .orElse(List.of()));
    }

    /** The code of the unit whose people hold the work, where that is not the unit that owes the duty. */
    private static String elsewhere(Obligation duty) {
        return Holder.of(duty)
                .map(holder -> holder.unitOf(duty))
                .filter(unit -> !unit.equals(duty.unitCode()))
                .orElse(null);
    }

    /**
     * @param holderRole the role in whose hands the work is, or null while it is in nobody's
     * @param holderUnit the name of the unit in which the role is held; null where that is the unit that owes the duty
     * @param people those who hold it today
     */
    record Row(
            Obligation duty, boolean overdue, long daysLate, Role holderRole, String holderUnit, List<Person> people) {

        /** Their names. */
        public List<String> holders() {
            return people.stream().map(Person::fullName).toList();
        }
    }
}
