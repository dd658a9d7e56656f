package vn.plancascade.notification.domain;

import org.springframework.stereotype.Component;
import vn.plancascade.deadline.DutyMark;

/** Duties about which somebody was to be mailed and could not be. */
@Component
class FailedMails implements DutyMark {

    @Override
    public Name mark() {
        return Name.mailFailed;
    }

    @Override
    public String condition() {
        return "o.id in (select f.obligation_id from notice f where f.state = 'dead')";
    }
}
