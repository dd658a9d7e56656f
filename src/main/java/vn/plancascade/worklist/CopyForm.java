package vn.plancascade.worklist;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;

/** A form whose rows can be filled from elsewhere. What a row says already stays. */
public interface CopyForm extends WorkForm {

    /** The names of the places that have something for this task. */
    List<String> sources(WorkItem item);

    /**
     * The data with the blanks of these rows filled.
     *
     * @param source one of {@link #sources}
     * @param rows their numbers, from 0
     */
    ObjectNode copied(WorkItem item, ObjectNode data, String source, Set<Integer> rows);
}
