package vn.plancascade.notification.mail;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.plancascade.notification.Rung;
import vn.plancascade.notification.domain.Told;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.HeldRole;
import vn.plancascade.organisation.Role;

/** Whom a mail is for, with the roles held today: one person, or several who share a mailbox. */
record Reader(List<Actor> people) {

    List<String> logins() {
        return people.stream().map(one -> one.person().login()).toList();
    }

    List<String> names() {
        return people.stream().map(one -> one.person().fullName()).toList();
    }

    private List<HeldRole> roles() {
        return people.stream().flatMap(one -> one.roles().stream()).toList();
    }

    boolean belongsTo(String unitCode) {
        return roles().stream().anyMatch(held -> held.unitCode().equals(unitCode));
    }

    boolean holds(Role role, String unitCode) {
        return roles().stream()
                .anyMatch(held -> held.role() == role && held.unitCode().equals(unitCode));
    }

    /** Whether nobody else reads it. */
    boolean headsAlone(String unitCode) {
        return people.size() == 1 && holds(Role.head, unitCode);
    }

    /**
     * The rung whose words fit this reader now: what is late is told differently to those whose own unit it is and to those
     * who watch over it, and a reminder that goes out after the deadline says that it has passed.
     */
    Rung occasionOf(Told told, Instant now) {
        boolean late =
                told.rung().isLate() || (told.rung().isReminder() && told.duty().overdue(now));
        if (!late) {
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
                .or(() -> roles().stream().map(HeldRole::unitCode).sorted().findFirst());
    }
}
