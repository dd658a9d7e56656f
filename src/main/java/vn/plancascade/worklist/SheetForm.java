package vn.plancascade.worklist;

import com.fasterxml.jackson.databind.node.ObjectNode;
import vn.plancascade.document.Documents;

/** A form that can be filled in at a desk, as a workbook, and read back into its draft. */
public interface SheetForm extends WorkForm {

    /** The form with this data as a workbook (.xlsx). */
    byte[] sheet(WorkItem item, ObjectNode data);

    /**
     * The data with what stands in a workbook; blank cells leave it as it is.
     *
     * @throws vn.plancascade.kernel.InvalidInput on {@code file}, or on the field, for what cannot be read
     */
    ObjectNode filled(WorkItem item, ObjectNode data, Documents.Upload file);
}
