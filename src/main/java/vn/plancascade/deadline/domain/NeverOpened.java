package vn.plancascade.deadline.domain;

import org.springframework.stereotype.Component;
import vn.plancascade.deadline.DutyMark;

/** Duties whose case waits for its unit, in which nobody has looked at the work yet. */
@Component
class NeverOpened implements DutyMark {

    @Override
    public Name mark() {
        return Name.neverOpened;
    }

    @Override
    public String duties() {
        return "select d.id from open_duty d join obligation f on f.id = d.id"
                + " where d.holder_role is not null and f.first_seen_at is null and f.submitted_at is null and f.times_returned = 0";
    }
}
