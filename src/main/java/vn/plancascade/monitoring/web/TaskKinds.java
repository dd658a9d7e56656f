package vn.plancascade.monitoring.web;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.plancascade.worklist.WorkForm;

/** The kinds of task that the models have, for filters. */
@Component("taskKinds")
class TaskKinds {

    private final List<String> keys;

    TaskKinds(List<WorkForm> forms) {
        this.keys = forms.stream().map(WorkForm::taskKey).sorted().toList();
    }

    public List<String> all() {
        return keys;
    }
}
