package vn.plancascade.worklist;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** The drafts that people saved, for steps that take one from elsewhere than its own form. */
public interface SavedDrafts {

    /** What was saved for a case's open task of one kind; empty while nothing was. */
    Optional<ObjectNode> of(String processInstanceId, String taskKey);
}
