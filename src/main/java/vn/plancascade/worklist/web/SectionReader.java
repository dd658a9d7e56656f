package vn.plancascade.worklist.web;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.plancascade.kernel.NotFound;
import vn.plancascade.web.Texts;
import vn.plancascade.worklist.FormSection;
import vn.plancascade.worklist.SectionedForm.Offer;
import vn.plancascade.worklist.SectionedForm.Standing;
import vn.plancascade.worklist.WorkItem;
import vn.plancascade.worklist.form.FormPart;

/** Puts together what a page shows of a form that is written in sections. */
final class SectionReader {

    private final WorkItem item;
    private final List<FormSection> sections;
    private final Map<String, FormPart> parts;
    private final Standing standing;
    private final SectionChanges changes;
    private final Map<String, String> labels;

    /** Sections by the fields and lists of the form that stand in them. */
    private final Map<String, FormSection> homes = new HashMap<>();

    private final Texts texts;

    SectionReader(
            WorkItem item,
            List<FormSection> sections,
            List<FormPart> parts,
            Standing standing,
            SectionChanges changes,
            Texts texts) {
        this.item = item;
        this.sections = sections;
        this.parts = new LinkedHashMap<>();
        parts.forEach(part -> this.parts.put(nameOf(part), part));
        this.standing = standing;
        this.changes = changes;
        this.labels = FieldLabels.of(parts);
        this.texts = texts;
        sections.forEach(section -> FieldLabels.of(partsOf(section))
                .keySet()
                .forEach(name -> homes.put(SectionFindings.root(name), section)));
    }

    /** @throws NotFound if there is no such section or row */
    TaskSections at(SectionPlace place) {
        FormSection current = place.section() == null
                ? sections.get(0)
                : sections.stream()
                        .filter(section -> section.name().equals(place.section()))
                        .findFirst()
                        .orElseThrow(() -> new NotFound("task.noSection"));
        FormPart.Rows list = current.list() == null ? null : (FormPart.Rows) parts.get(current.list());
        Integer row = list == null ? null : place.row();
        if (row != null && row >= list.rows().size()) {
            throw new NotFound("task.noSection");
        }
        SectionFindings found = new SectionFindings(item, sections, homes, standing, labels, texts);
        return new TaskSections(
                sections.stream().map(one -> tab(one, one == current)).toList(),
                current.name(),
                label(current),
                row,
                row == null ? null : list.rows().get(row).title(),
                list == null ? 0 : list.rows().size(),
                list == null || row != null
                        ? null
                        : new SectionOutline(standing, changes, index -> place(current, index)).of(list),
                row != null ? list.rows().get(row).parts() : list == null ? partsOf(current) : List.of(),
                found.here(current, row),
                found.faults(),
                found.links(current, row),
                standing.offers().stream()
                        .filter(offer -> offer.section().equals(current.name()))
                        .map(this::button)
                        .toList(),
                changed(current, row));
    }

    /** How each section stands, by its name. */
    Map<String, String> marks() {
        Map<String, String> marks = new LinkedHashMap<>();
        sections.forEach(section -> marks.put(section.name(), mark(section)));
        return marks;
    }

    private TaskSections.Tab tab(FormSection section, boolean current) {
        return new TaskSections.Tab(
                section.name(), label(section), place(section, null), mark(section), count(section), current);
    }

    private long count(FormSection section) {
        Set<String> roots = new HashSet<>();
        homes.forEach((root, home) -> {
            if (home == section) {
                roots.add(root);
            }
        });
        return changes.count(section.list(), roots);
    }

    private TaskSections.Changed changed(FormSection current, Integer row) {
        String open = current.list() + "[" + row + "]";
        return changes.isChange()
                ? new TaskSections.Changed(
                        row == null ? null : changes.rows().get(open),
                        changes.was(),
                        row != null || current.list() == null
                                ? List.of()
                                : changes.dropped().getOrDefault(current.list(), List.of()))
                : null;
    }

    private String label(FormSection section) {
        return texts.of("page.task.section." + section.name());
    }

    private String mark(FormSection section) {
        boolean wrong =
                standing.wrong().stream().anyMatch(one -> SectionFindings.isIn(section, one.field(), sections, homes));
        boolean empty = section.list() != null
                && ((FormPart.Rows) parts.get(section.list())).rows().isEmpty();
        return wrong ? "open" : empty ? "none" : "good";
    }

    private List<FormPart> partsOf(FormSection section) {
        return section.parts().stream()
                .filter(parts::containsKey)
                .map(parts::get)
                .toList();
    }

    private TaskSections.OfferedButton button(Offer offer) {
        return new TaskSections.OfferedButton(
                offer.name(),
                texts.of("page.task.offer." + offer.key(), offer.args().toArray()));
    }

    private String place(FormSection section, Integer row) {
        return new SectionPlace(section.name(), row).of(item.id());
    }

    private static String nameOf(FormPart part) {
        return part instanceof FormPart.Section section
                ? section.id()
                : part instanceof FormPart.Rows rows ? rows.name() : part.type();
    }
}
