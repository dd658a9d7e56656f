package vn.plancascade.worklist.web;

import org.springframework.web.util.UriComponentsBuilder;
import vn.plancascade.kernel.InvalidInput;

/**
 * Where somebody is in a form that is written in sections.
 *
 * @param section its name; null for the first
 * @param row number of the row that is open, from 0; null where none is
 */
record SectionPlace(String section, Integer row) {

    /** @throws InvalidInput if a row is no number */
    static SectionPlace of(String section, String row) {
        if (row != null && !row.isBlank() && !row.matches("\\d{1,4}")) {
            throw new InvalidInput("row", "number");
        }
        return new SectionPlace(
                section == null || section.isBlank() ? null : section,
                row == null || row.isBlank() ? null : Integer.valueOf(row));
    }

    /** @param target a section, or a row of a list that is one, such as {@code tasks[3]} */
    static SectionPlace at(String target) {
        int row = target.indexOf('[');
        return row < 0
                ? new SectionPlace(target, null)
                : of(target.substring(0, row), target.substring(row + 1, target.length() - 1));
    }

    /** The address of this place in a task. */
    String of(String taskId) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/tasks/{id}");
        if (section != null) {
            address.queryParam("section", section);
        }
        if (row != null) {
            address.queryParam("row", row);
        }
        return address.encode().buildAndExpand(taskId).toUriString();
    }
}
