package vn.plancascade.worklist.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.plancascade.kernel.Violation;
import vn.plancascade.web.Texts;
import vn.plancascade.worklist.FormSection;
import vn.plancascade.worklist.SectionedForm.Standing;
import vn.plancascade.worklist.WorkItem;

/**
 * Where in a form of sections something is wrong, and the way there.
 *
 * @param homes sections by the fields and lists of the form that stand in them
 * @param labels of the form's fields, by their names
 */
record SectionFindings(
        WorkItem item,
        List<FormSection> sections,
        Map<String, FormSection> homes,
        Standing standing,
        Map<String, String> labels,
        Texts texts) {

    private static final String REQUIRED = "required";

    /** What is wrong or doubtful in the section that is open, or in the row of it. */
    List<TaskSections.Finding> here(FormSection section, Integer row) {
        String open = row == null ? null : section.list() + "[" + row + "]";
        return Stream.concat(
                        standing.wrong().stream().map(one -> finding(one, section, row, true)),
                        standing.doubtful().stream().map(one -> finding(one, section, row, false)))
                .filter(finding -> finding != null)
                .filter(finding -> open == null || isIn(open, finding.href()))
                .toList();
    }

    private static boolean isIn(String row, String href) {
        return href.substring(href.indexOf('#') + 1).startsWith(row);
    }

    private TaskSections.Finding finding(Violation one, FormSection section, Integer row, boolean wrong) {
        return isIn(section, one.field(), sections, homes)
                ? new TaskSections.Finding(
                        link(one.field(), section, row), labels.get(one.field()), texts.of(one), wrong)
                : null;
    }

    /** What is wrong with fields that say something, by their names. */
    Map<String, String> faults() {
        Map<String, String> faults = new LinkedHashMap<>();
        standing.wrong().stream()
                .filter(one -> one.field() != null && !one.code().equals(REQUIRED))
                .forEach(one -> faults.putIfAbsent(one.field(), texts.of(one)));
        return faults;
    }

    /** Where each field is filled in, seen from what is open. */
    TaskSections.Links links(FormSection current, Integer row) {
        return new TaskSections.Links(
                field -> homes.containsKey(root(field)) ? link(field, current, row) : "#" + field);
    }

    private String link(String field, FormSection current, Integer row) {
        FormSection section = sections.stream()
                .filter(one -> isIn(one, field, sections, homes))
                .findFirst()
                .orElse(current);
        Integer wanted = section.list() == null ? null : rowOf(section.list(), field);
        boolean here = section == current && Objects.equals(wanted, row);
        return (here ? "" : new SectionPlace(section.name(), wanted).of(item.id())) + "#" + field;
    }

    private static Integer rowOf(String list, String field) {
        return field.matches(Pattern.quote(list) + "\\[\\d{1,4}].*")
                ? Integer.valueOf(field.substring(list.length() + 1, field.indexOf(']')))
                : null;
    }

    /** Whether a field belongs to a section; what belongs to none is the first one's. */
    static boolean isIn(FormSection section, String field, List<FormSection> sections, Map<String, FormSection> homes) {
        return section == (field == null ? sections.get(0) : homes.getOrDefault(root(field), sections.get(0)));
    }

    /** The field of the whole form that a name lies in. */
    static String root(String name) {
        return name.replaceAll("[.\\[].*", "");
    }
}
