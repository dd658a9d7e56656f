package vn.plancascade.worklist;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import vn.plancascade.document.Documents;
import vn.plancascade.organisation.Actor;

/**
 * What helps to fill in a task's form beside typing; only forms that have it do. An item is one that the task list has
 * given to who asks.
 */
public interface TaskEditors {

    /**
     * The table of figures of the task's form as it stands with this data; empty where the form has none.
     *
     * @throws vn.plancascade.kernel.InvalidInput if the data are none that a draft can hold
     */
    Optional<FigureSheet> figures(WorkItem item, ObjectNode data, Locale locale);

    /** Where the rows of the task's form can be filled from; none where its form has no such rows. */
    List<String> copySources(WorkItem item);

    /**
     * These data of the task's form with the blanks of some rows filled; nothing is saved.
     *
     * @throws vn.plancascade.kernel.InvalidInput on {@code step} if there is no such source
     */
    ObjectNode copied(WorkItem item, ObjectNode data, String source, Set<Integer> rows);

    /** The sections in which the task's form is written; none where it stands on one page. */
    List<FormSection> sections(WorkItem item);

    /** How a form that is written in sections stands with this data. */
    SectionedForm.Standing standing(WorkItem item, ObjectNode data);

    /** What the data of a form in sections change; empty where they stand for themselves. */
    Optional<SectionedForm.Basis> basis(WorkItem item);

    /**
     * These data of a form in sections with what it offered filled in; nothing is saved.
     *
     * @throws vn.plancascade.kernel.InvalidInput on {@code step} if it offers no such thing
     */
    ObjectNode made(WorkItem item, ObjectNode data, String offer);

    /** What a document says otherwise than when it was returned; empty where it was not, or nobody decides about it. */
    Optional<List<RoundChange>> changes(WorkItem item, Locale locale);

    /** Whether the task's form can be filled in as a workbook. */
    boolean hasSheet(WorkItem item);

    /**
     * The form with what is saved as a workbook.
     *
     * @throws vn.plancascade.kernel.NotFound where there is none
     */
    byte[] sheet(Actor actor, String taskId);

    /**
     * Reads a workbook that was filled in into the draft.
     *
     * @return the draft as saved
     */
    ObjectNode readSheet(Actor actor, String taskId, Documents.Upload file);
}
