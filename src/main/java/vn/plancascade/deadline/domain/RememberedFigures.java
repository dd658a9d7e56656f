package vn.plancascade.deadline.domain;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Service;
import vn.plancascade.database.Remembered;
import vn.plancascade.deadline.Ageing;
import vn.plancascade.deadline.DutyFigures;
import vn.plancascade.deadline.DutyFilter;
import vn.plancascade.deadline.Lateness;
import vn.plancascade.deadline.Measures;
import vn.plancascade.deadline.StepLoad;
import vn.plancascade.deadline.WorkStep;
import vn.plancascade.organisation.Scope;

/** The figures as they were counted for whoever asked before, while nothing has changed. */
@Primary
@Service
class RememberedFigures implements DutyFigures {

    private final JdbcDutyFigures figures;
    private final Remembered remembered;

    RememberedFigures(JdbcDutyFigures figures, Remembered remembered) {
        this.figures = figures;
        this.remembered = remembered;
    }

    private record Question(String what, DutyFilter filter, By by, Scope scope) {}

    private <T> T answer(String what, DutyFilter filter, By by, Scope scope, Supplier<T> counted) {
        return remembered.answer(new Question(what, filter, by, scope), counted);
    }

    @Override
    public Map<String, Measures> summary(DutyFilter filter, By by, Scope scope) {
        return answer("summary", filter, by, scope, () -> figures.summary(filter, by, scope));
    }

    @Override
    public Measures sum(DutyFilter filter, Scope scope) {
        return answer("sum", filter, null, scope, () -> figures.sum(filter, scope));
    }

    @Override
    public Map<String, Lateness> lateness(DutyFilter filter, By by, Scope scope) {
        return answer("lateness", filter, by, scope, () -> figures.lateness(filter, by, scope));
    }

    @Override
    public Map<Ageing, Map<WorkStep, Long>> ageing(DutyFilter filter, Scope scope) {
        return answer("ageing", filter, null, scope, () -> figures.ageing(filter, scope));
    }

    @Override
    public List<StepLoad> load(DutyFilter filter, Scope scope) {
        return answer("load", filter, null, scope, () -> figures.load(filter, scope));
    }

    @Override
    public Curve curve(DutyFilter filter, Scope scope) {
        return answer("curve", filter, null, scope, () -> figures.curve(filter, scope));
    }
}
