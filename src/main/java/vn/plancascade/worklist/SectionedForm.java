package vn.plancascade.worklist;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.plancascade.kernel.Violation;

/** A form too long for one page: it is written section by section, and says at any time what is still wrong with it. */
public interface SectionedForm extends WorkForm {

    /** In their order; the first is what the task opens with. */
    List<FormSection> sections();

    /** How the form stands with this data, which may be any that a page can send. */
    Standing standing(WorkItem item, ObjectNode data);

    /**
     * The data with what was offered in it.
     *
     * @throws vn.plancascade.kernel.InvalidInput on {@code step} if nothing of this name is offered
     */
    ObjectNode made(WorkItem item, ObjectNode data, String offer);

    /** What the form's data are a change of, and are shown against; empty where they stand for themselves. */
    default Optional<Basis> basis(WorkItem item) {
        return Optional.empty();
    }

    /** What takes a row of a list back to what the basis says, as an offer: its list and its key follow. */
    String AS_BEFORE = "asBefore.";

    /**
     * @param data in the form's own fields
     * @param keys the fields by which rows are the same row, by their lists; rows of other lists go by their place
     */
    record Basis(ObjectNode data, Map<String, String> keys) {

        public Basis {
            keys = Map.copyOf(keys);
        }
    }

    /**
     * @param wrong what would be refused if it were handed in now
     * @param doubtful what is allowed, and should be looked at
     * @param offers what can be filled in by itself
     */
    record Standing(List<Violation> wrong, List<Violation> doubtful, List<Offer> offers) {

        /** Nothing is to be said. */
        public static final Standing NONE = new Standing(List.of(), List.of(), List.of());
    }

    /**
     * Something that a button fills in.
     *
     * @param section where the button stands
     * @param name as the button sends it; {@code page.task.offer.<key>} words it
     */
    record Offer(String section, String name, String key, List<Object> args) {}
}
