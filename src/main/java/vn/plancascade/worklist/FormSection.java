package vn.plancascade.worklist;

import java.util.List;

/**
 * A section of a long form, opened and saved by itself.
 *
 * @param name as addresses and messages call it
 * @param parts ids of the form's groups and names of its lists, in their order
 * @param list the one of its lists whose rows are opened one at a time; null for none
 */
public record FormSection(String name, List<String> parts, String list) {

    public FormSection {
        parts = List.copyOf(parts);
    }

    /** A section whose fields stand on one page. */
    public static FormSection of(String name, String... parts) {
        return new FormSection(name, List.of(parts), null);
    }

    /** A section that is a list of things, each with a page of its own. */
    public static FormSection list(String name) {
        return new FormSection(name, List.of(name), name);
    }
}
