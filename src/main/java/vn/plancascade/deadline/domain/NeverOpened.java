package vn.plancascade.deadline.domain;

import org.springframework.stereotype.Component;
import vn.plancascade.deadline.DutyMark;
import vn.plancascade.deadline.ObligationState;

/** Duties whose case waits for its unit, in which nobody has looked at the work yet. */
@Component
class NeverOpened implements DutyMark {

    @Override
    public Name mark() {
        return Name.neverOpened;
    }

    @Override
    public String condition() {
        return DutySql.OPEN + " and o.state = '" + ObligationState.drafting
                + "' and o.first_seen_at is null and o.submitted_at is null and o.times_returned = 0";
    }
}
