package vn.plancascade.worklist.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.plancascade.worklist.WorkItem;
import vn.plancascade.worklist.form.TextForm;

/** What a form says at its head where Tasklist draws it, and that its days and numbers are text there. */
@Component
class TasklistHead {

    private static final String RETURNED = "returnedComment";

    private final MessageSource messages;

    TasklistHead(MessageSource messages) {
        this.messages = messages;
    }

    void over(ObjectNode form, WorkItem item, ObjectNode data, Locale locale) {
        TextForm.into(form, text("page.task.required", locale), text("page.task.day", locale));
        history(form.withArray("components"), item, locale);
        if (!data.path(RETURNED).asText("").isBlank()) {
            take(form);
            returned(form.withArray("components"), locale);
        }
    }

    /** The way to what has happened so far, in words. */
    private void history(ArrayNode components, WorkItem item, Locale locale) {
        String about = (item.isAboutPlan() ? "/plans/" : "/obligations/") + item.subject();
        components
                .insertObject(0)
                .put("type", "text")
                .put("id", "text_history")
                .put("text", text("form.history", locale, about));
    }

    /** Why the draft came back, above everything. */
    private void returned(ArrayNode components, Locale locale) {
        components
                .insertObject(0)
                .put("type", "textarea")
                .put("id", "field_returned")
                .put("key", RETURNED)
                .put("label", text("page.work.returned", locale))
                .put("readonly", true);
    }

    /** Takes the field away from where the form's file has it. */
    private static void take(JsonNode holder) {
        if (holder.path("components") instanceof ArrayNode components) {
            for (int i = components.size() - 1; i >= 0; i--) {
                if (RETURNED.equals(components.get(i).path("key").asText())) {
                    components.remove(i);
                } else {
                    take(components.get(i));
                }
            }
        }
    }

    private String text(String key, Locale locale, Object... args) {
        return messages.getMessage(key, args, locale);
    }
}
