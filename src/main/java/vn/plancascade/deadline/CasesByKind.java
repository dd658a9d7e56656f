package vn.plancascade.deadline;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.plancascade.kernel.Conflict;

/** Finds the process that carries a duty by the kind of the duty. */
@Component
public class CasesByKind {

    private final Map<DutyKind, DutyCases> cases = new EnumMap<>(DutyKind.class);
    private final DutySteps steps;

    CasesByKind(List<DutyCases> cases, DutySteps steps) {
        cases.forEach(each -> this.cases.put(each.kind(), each));
        this.steps = steps;
    }

    public DutyCases of(Obligation duty) {
        return cases.get(duty.kind());
    }

    /**
     * Takes a duty back, with its case where it has one.
     *
     * @throws Conflict if it is settled
     */
    public void withdraw(Obligation duty, String actor, String reason) {
        if (duty.settled()) {
            throw new Conflict("obligation.moved");
        }
        end(duty, DutyStep.withdrawn, actor, reason);
    }

    /** Ends what is open of a duty, with its case where it has one. */
    public void end(Obligation duty, DutyStep step, String actor, String reason) {
        if (duty.processInstanceId() == null) {
            steps.ended(duty.id(), step, actor, reason);
        } else {
            of(duty).end(duty, step, actor, reason);
        }
    }
}
