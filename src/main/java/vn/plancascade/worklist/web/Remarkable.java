package vn.plancascade.worklist.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** A task of a submitted document that something can be said of. */
record Remarkable(String no, String title) {

    static List<Remarkable> of(JsonNode data) {
        List<Remarkable> found = new ArrayList<>();
        data.path("items").forEach(item -> add(found, item.path("taskNo"), item.path("taskTitle")));
        data.path("tasks").forEach(task -> add(found, task.path("no"), task.path("title")));
        return found;
    }

    private static void add(List<Remarkable> found, JsonNode no, JsonNode title) {
        if (!no.asText("").isBlank()) {
            found.add(new Remarkable(no.asText(), title.asText("")));
        }
    }
}
