package vn.plancascade.worklist.process;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.camunda.bpm.engine.FormService;
import org.springframework.stereotype.Component;

/** The form files as they were deployed: a case keeps those of the version that it runs in. */
@Component
class DeployedForms {

    private final FormService forms;
    private final ObjectMapper json;

    DeployedForms(FormService forms, ObjectMapper json) {
        this.forms = forms;
        this.json = json;
    }

    ObjectNode of(String taskId) {
        try (InputStream form = forms.getDeployedTaskForm(taskId)) {
            return (ObjectNode) json.readTree(form);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
