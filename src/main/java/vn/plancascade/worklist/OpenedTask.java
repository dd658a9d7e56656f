package vn.plancascade.worklist;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;

/**
 * A task as somebody opens it, read once.
 *
 * @param form as it was deployed with its model, with what its file cannot know
 * @param written what is saved, or what the form begins with
 * @param data the same with what the form only shows, and its {@code version}; 0 while nothing has been saved
 * @param saved who saved last; empty while nobody has
 */
public record OpenedTask(WorkItem item, ObjectNode form, ObjectNode written, ObjectNode data, Optional<Saved> saved) {

    /**
     * A draft that was saved.
     *
     * @param by login
     */
    public record Saved(String by, Instant at) {}
}
