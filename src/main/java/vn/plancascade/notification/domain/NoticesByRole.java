package vn.plancascade.notification.domain;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.plancascade.notification.Rung;
import vn.plancascade.notification.ToldByRole;
import vn.plancascade.organisation.Role;

/** Writes notices to people who neither hold the work nor belong to the unit, in the way of those of steps. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class NoticesByRole implements ToldByRole {

    private final StepNotices notices;

    NoticesByRole(StepNotices notices) {
        this.notices = notices;
    }

    @Override
    public void tell(Rung rung, long obligation, Role role, String unit, String detail) {
        notices.write(
                rung,
                notices.occurrence(rung, false),
                List.of(obligation),
                "cast(:unit as varchar(40))",
                unit,
                List.of(role),
                detail);
    }
}
