package vn.plancascade.monitoring.web;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.plancascade.deadline.DutyFigures;
import vn.plancascade.deadline.DutyFilter;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.deadline.StepLoad;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.kernel.NotFound;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.worklist.TaskLoads;

/** What stands at each task of a model, as far as somebody may see: duties, or tasks where its cases carry none. */
@Component
class ProcessLoads {

    private static final List<String> OTHERS = ProcessPicture.keys().stream()
            .filter(key -> kind(key).isEmpty())
            .sorted()
            .toList();

    private final DutyFigures figures;
    private final TaskLoads tasks;
    private final Organisation organisation;

    ProcessLoads(DutyFigures figures, TaskLoads tasks, Organisation organisation) {
        this.figures = figures;
        this.tasks = tasks;
        this.organisation = organisation;
    }

    /** The kind of duty whose cases run by the process; empty where they carry none. */
    static Optional<DutyKind> kind(String process) {
        return Arrays.stream(DutyKind.values())
                .filter(kind -> kind.name().equals(process))
                .findFirst();
    }

    /** The models whose cases carry no duty. */
    static List<String> others() {
        return OTHERS;
    }

    /**
     * @throws NotFound if there is no such model
     * @throws InvalidInput if the cases of its kind carry no duty and are asked for by what duties have
     */
    List<StepLoad> of(Actor actor, String process, DutyFilter filter) {
        Optional<DutyKind> kind = kind(process);
        if (kind.isPresent()) {
            return figures.load(filter.of(kind.get()), organisation.scopeOf(actor));
        }
        if (ProcessPicture.of(process).isEmpty()) {
            throw new NotFound("process.unknown");
        }
        refuse("plan", filter.plan());
        refuse("kind", filter.kind());
        refuse("period", filter.period());
        refuse("asOf", filter.asOf());
        return tasks.of(process, organisation.scopeOf(actor));
    }

    private static void refuse(String field, Object value) {
        if (value != null) {
            throw new InvalidInput(field, "process.withoutDuties");
        }
    }
}
