package vn.plancascade.worklist.web;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import vn.plancascade.worklist.form.FormPart;

/**
 * What a page shows of a form that is written in sections: the way through them, and the one that is open.
 *
 * @param all in their order
 * @param row the number of the row that is open, from 0; null where none is
 * @param rows of the section's list, while none of them is open; null for a section that is no list
 * @param parts what is filled in here
 * @param findings what is wrong or doubtful here, with the address of its field
 * @param faults what is wrong with fields that are filled in, by their names
 * @param links where each field of the form is filled in
 * @param offers what can be filled in by itself here
 * @param changed what reads otherwise here than what the form changes; null where it stands for itself
 */
record TaskSections(
        List<Tab> all,
        String current,
        String label,
        Integer row,
        String rowTitle,
        int size,
        List<OutlineRow> rows,
        List<FormPart> parts,
        List<Finding> findings,
        Map<String, String> faults,
        Links links,
        List<OfferedButton> offers,
        Changed changed) {

    /** A section, as the way through them shows it; {@code mark} is good, open or none, {@code changes} how many it makes. */
    record Tab(String name, String label, String href, String mark, long changes, boolean current) {}

    /** One row of a list, as a line; {@code depth} is how far it stands in, from 0, and {@code change} what became of it. */
    record OutlineRow(int index, String title, String about, int depth, boolean good, String change, String href) {}

    /**
     * @param row whether the row that is open was added or changed; null where neither, or none is open
     * @param was what changed fields said before, by their names
     * @param dropped the rows that are gone from the list
     */
    record Changed(String row, Map<String, String> was, List<SectionChanges.Dropped> dropped) {}

    record Finding(String href, String label, String text, boolean wrong) {}

    record OfferedButton(String name, String text) {}

    /** Addresses of fields by their names; one that is no field of the form is looked for on the page itself. */
    record Links(UnaryOperator<String> byField) {

        public String to(String field) {
            return byField.apply(field);
        }
    }

    /** The section after this one; null at the end. */
    public String next() {
        for (int i = 0; i < all.size() - 1; i++) {
            if (all.get(i).current()) {
                return all.get(i + 1).name();
            }
        }
        return null;
    }

    /** What is open, as a button names it: the section, or a row of it. */
    public String here() {
        return row == null ? current : current + "[" + row + "]";
    }
}
