package vn.plancascade.worklist;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import vn.plancascade.organisation.Actor;

/**
 * What one kind of user task shows and what completing it means. A room has one for each user task of its models.
 */
public interface WorkForm {

    /** The task's id in its model. */
    String taskKey();

    /** The form's data while nobody has saved a draft. */
    ObjectNode prefill(WorkItem item, Actor actor);

    /** Facts that the form shows but never takes back, such as the unit's name; they come with every reading. */
    default ObjectNode shown(WorkItem item, Actor actor) {
        return com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode();
    }

    /** Adds to the task's form what its file cannot know, such as a field for each indicator of the plan. */
    default void arrange(ObjectNode form, WorkItem item, Actor actor) {}

    /**
     * What the form's data is read into, every name of which may be sent; null where the fields are those of
     * {@link #prefill}.
     */
    default Class<?> content() {
        return null;
    }

    /**
     * Refuses a draft whose size cannot be kept, or that {@link #content} cannot hold; an unfinished one is fine.
     *
     * @throws vn.plancascade.kernel.InvalidInput naming the fields
     */
    default void checkDraft(WorkItem item, ObjectNode draft) {
        FormData.checkSizes(draft);
        if (content() != null) {
            FormData.read(draft, content());
        }
    }

    /** Whether somebody else has to decide, since this person wrote what is to be decided; it can then not be claimed. */
    default boolean isForOthers(WorkItem item, Actor actor) {
        return false;
    }

    /** Whether evidence can be added to the items of what is written in it. */
    default boolean takesEvidence() {
        return false;
    }

    /** Whether the step writes for every unit that is addressed, which takes longer than a page may. */
    default boolean isForAllUnits() {
        return false;
    }

    /**
     * Does the step: checks the data, writes the records. Runs in the transaction that then completes the task, so that
     * both happen or neither.
     *
     * @return the process variables that the model reads, and only those
     * @throws vn.plancascade.kernel.BusinessProblem if it cannot be done; nothing has changed then
     */
    Map<String, Object> complete(WorkItem item, ObjectNode data, Actor actor);
}
