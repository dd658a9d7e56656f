package vn.plancascade.followup.domain;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.deadline.WorkingDays;
import vn.plancascade.followup.Ladder;
import vn.plancascade.followup.domain.OpenDuties.Group;
import vn.plancascade.notification.Stage.Form;

/** Reads the ladder as it is for the units' own plans. */
@Component
class LadderOfDays implements Ladder {

    private final NewestRungs newest;

    LadderOfDays(StagePolicy policy, WorkingDays workingDays) {
        this.newest = new NewestRungs(policy, workingDays);
    }

    @Override
    public List<Come> come(Instant dueAt, Instant before, Instant now) {
        return newest.of(DutyKind.subPlan, new Group(dueAt, null), newest.mornings(before, now)).stream()
                .filter(stage -> stage.form() == Form.mail)
                .map(stage -> new Come(stage.rung(), stage.to()))
                .toList();
    }
}
