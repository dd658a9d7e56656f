package vn.plancascade.worklist.web;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import vn.plancascade.identity.EngineRights;
import vn.plancascade.organisation.Actor;
import vn.plancascade.worklist.WorkItem;
import vn.plancascade.worklist.Worklist;

/**
 * Forms are written in Vietnamese; {@code forms/en.json} says each of their texts in English. What has no translation
 * stays as it is, and a test leaves nothing without one.
 */
@Component
class FormLanguage {

    /** Properties of a form's components that people read. */
    static final Set<String> SHOWN = Set.of("label", "dateLabel", "description", "text", "suffixAdorner");

    private final ObjectMapper json;
    private final Worklist worklist;
    private final EngineRights rights;
    private final TasklistHead head;
    private final MessageSource messages;
    private final Map<String, String> english;

    FormLanguage(ObjectMapper json, Worklist worklist, EngineRights rights, TasklistHead head, MessageSource messages)
            throws IOException {
        this.json = json;
        this.worklist = worklist;
        this.rights = rights;
        this.head = head;
        this.messages = messages;
        try (InputStream texts = new ClassPathResource("forms/en.json").getInputStream()) {
            this.english = json.readValue(texts, new TypeReference<>() {});
        }
    }

    /** The form in English where that is asked for. */
    ObjectNode in(Locale locale, ObjectNode form) {
        if (Locale.ENGLISH.getLanguage().equals(locale.getLanguage())) {
            translate(form);
        }
        return form;
    }

    /**
     * The task's form in the person's language, with what its file cannot know.
     *
     * @param forPeople whether Tasklist draws it, which reads days and numbers by the browser's language
     */
    byte[] arranged(byte[] form, Actor actor, String taskId, Locale locale, boolean forPeople) throws IOException {
        JsonNode schema = json.readTree(form);
        if (schema instanceof ObjectNode object) {
            in(locale, object);
            rights.asSystem(() -> {
                worklist.arrange(actor, taskId, object);
                WorkItem item = worklist.get(actor, taskId);
                if (worklist.hasDocument(item)) {
                    link(object.withArray("components"), taskId, locale);
                }
                if (forPeople) {
                    head.over(object, item, worklist.draft(actor, taskId), locale);
                }
                return null;
            });
        }
        return json.writeValueAsBytes(schema);
    }

    /** The way to the document that the form's data make, at its head; it shows what has been saved. */
    private void link(ArrayNode components, String taskId, Locale locale) {
        String path = "/api/v1/tasks/" + taskId + "/document?format=";
        components
                .insertObject(0)
                .put("type", "text")
                .put("id", "text_document")
                .put("text", messages.getMessage("form.document", new Object[] {path + "pdf", path + "docx"}, locale));
    }

    private void translate(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(property -> {
                if (property.getValue().isTextual() && SHOWN.contains(property.getKey())) {
                    String text = property.getValue().textValue();
                    property.setValue(TextNode.valueOf(english.getOrDefault(text, text)));
                }
            });
        }
        node.forEach(this::translate);
    }
}
