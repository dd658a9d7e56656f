package vn.plancascade.notification.mail;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.plancascade.notification.Rung;
import vn.plancascade.notification.domain.Told;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.HeldRole;
import vn.plancascade.organisation.Person;
import vn.plancascade.organisation.Role;

/** Whom a mail is for, with the roles held today. */
record Reader(Person person, List<HeldRole> roles) {

    /** The same occasion is told differently to those whose own unit it is and to those who watch over it. */
    private static final Set<Rung> LATE = Set.of(Rung.OVERDUE, Rung.WEEKLY, Rung.ESC_SUPERIOR);

    static Reader of(Person person, Optional<Actor> actor) {
        return new Reader(person, actor.map(Actor::roles).orElse(List.of()));
    }

    boolean belongsTo(String unitCode) {
        return roles.stream().anyMatch(held -> held.unitCode().equals(unitCode));
    }

    boolean heads(String unitCode) {
        return roles.stream()
                .anyMatch(held -> held.role() == Role.head && held.unitCode().equals(unitCode));
    }

    /** The rung whose words fit this reader. */
    Rung occasionOf(Told told) {
        if (!LATE.contains(told.rung())) {
            return told.rung();
        }
        if (belongsTo(told.duty().unitCode())) {
            return Rung.OVERDUE;
        }
        return told.rung() == Rung.WEEKLY ? Rung.WEEKLY : Rung.ESC_SUPERIOR;
    }

    /** The unit for which the reader watches over others: a superior of one of them, else the first in which a role is held. */
    Optional<String> watchesFor(List<Told> told) {
        return told.stream()
                .map(Told::superiorCode)
                .filter(code -> code != null && belongsTo(code))
                .findFirst()
                .or(() -> roles.stream().map(HeldRole::unitCode).sorted().findFirst());
    }
}
