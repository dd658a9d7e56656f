package vn.plancascade.worklist.process;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.plancascade.worklist.SavedDrafts;

@Component
class EngineSavedDrafts implements SavedDrafts {

    private final TaskReader tasks;
    private final TaskDrafts drafts;

    EngineSavedDrafts(TaskReader tasks, TaskDrafts drafts) {
        this.tasks = tasks;
        this.drafts = drafts;
    }

    @Override
    public Optional<ObjectNode> of(String processInstanceId, String taskKey) {
        return tasks.ofCase(processInstanceId).stream()
                .filter(item -> item.key().equals(taskKey))
                .findFirst()
                .flatMap(item -> drafts.find(item.id()))
                .map(TaskDrafts.Draft::content);
    }
}
