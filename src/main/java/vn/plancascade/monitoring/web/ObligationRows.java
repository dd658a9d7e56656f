package vn.plancascade.monitoring.web;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.plancascade.deadline.Obligation;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.organisation.Person;
import vn.plancascade.organisation.Role;

/** Duties with the people whose turn it is, read for a whole page at once. */
@Component
class ObligationRows {

    private final Organisation organisation;
    private final Clock clock;

    ObligationRows(Organisation organisation, Clock clock) {
        this.organisation = organisation;
        this.clock = clock;
    }

    List<Row> of(List<Obligation> duties) {
        Map<Role, Map<String, List<Person>>> holders = new EnumMap<>(Role.class);
        for (Role role : Set.of(Role.drafter, Role.head, Role.clerk)) {
            Set<String> units = duties.stream()
                    .filter(duty -> turnOf(duty) == role)
                    .map(Obligation::unitCode)
                    .collect(Collectors.toSet());
            holders.put(role, organisation.holders(role, units));
        }
        Instant now = clock.instant();
        return duties.stream().map(duty -> row(duty, holders, now)).toList();
    }

    private static Row row(Obligation duty, Map<Role, Map<String, List<Person>>> holders, Instant now) {
        Role turn = turnOf(duty);
        List<String> names = turn == null
                ? List.of()
                : holders.get(turn).getOrDefault(duty.unitCode(), List.of()).stream()
                        .map(Person::fullName)
                        .toList();
        return new Row(duty, duty.overdue(now), duty.daysLate(now), turn, names);
    }

    /** Whose task waits in which state, as in the models. */
    private static Role turnOf(Obligation duty) {
        return switch (duty.state()) {
            case drafting, revisionRequested -> Role.drafter;
            case awaitingApproval -> Role.head;
            case awaitingIssue -> Role.clerk;
            default -> null;
        };
    }

    /**
     * @param turn the role in the unit whose turn it is, or null while it is nobody's
     * @param holders the names of those who hold it today
     */
    record Row(Obligation duty, boolean overdue, long daysLate, Role turn, List<String> holders) {}
}
