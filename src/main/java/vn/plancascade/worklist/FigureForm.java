package vn.plancascade.worklist;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/** A form with a table of figures, which says while it is written what its rules find and what follows from them. */
public interface FigureForm extends WorkForm {

    /**
     * The table as it stands with this data.
     *
     * @throws vn.plancascade.kernel.InvalidInput if the data are none that a draft can hold
     */
    FigureSheet sheet(WorkItem item, ObjectNode data, Locale locale);
}
