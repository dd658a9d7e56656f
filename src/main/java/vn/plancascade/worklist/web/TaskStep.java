package vn.plancascade.worklist.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.springframework.stereotype.Component;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.worklist.TaskEditors;
import vn.plancascade.worklist.WorkItem;
import vn.plancascade.worklist.form.FormRows;

/** What a button of a form's page does with what was typed, beside handing it in. */
@Component
class TaskStep {

    private final TaskEditors editors;

    TaskStep(TaskEditors editors) {
        this.editors = editors;
    }

    /**
     * @param kept what the draft is to say then
     * @param next where the page goes on, as the part of its address behind the task's path
     */
    record Done(ObjectNode kept, String next) {}

    /**
     * @param filled the form with what was typed; it may be changed
     * @throws InvalidInput naming {@code step} or {@code mark}
     */
    Done after(SentTask sent, WorkItem item, ObjectNode filled) {
        SectionPlace here = sent.place();
        String object = sent.completes() || sent.verb().isEmpty() ? null : sent.object();
        return switch (object == null ? "" : sent.verb()) {
            case "copy" -> {
                if (sent.marks().isEmpty()) {
                    throw new InvalidInput("mark", "form.mark.none");
                }
                yield new Done(editors.copied(item, filled, object, sent.marks()), here.of(item.id()));
            }
            case "make" -> new Done(editors.made(item, filled, object), here.of(item.id()));
            case "add" -> {
                String row = FormRows.add(filled, object);
                yield new Done(
                        filled,
                        hasPages(item, row)
                                ? SectionPlace.at(row).of(item.id())
                                : here.of(item.id()) + "#" + (here.section() == null ? object : row));
            }
            case "remove" -> {
                FormRows.remove(filled, object);
                boolean isOpen = here.row() != null && hasPages(item, object);
                yield new Done(filled, (isOpen ? new SectionPlace(here.section(), null) : here).of(item.id()));
            }
            case "up", "down" -> {
                FormRows.move(filled, object, sent.verb().equals("up"));
                yield new Done(filled, here.of(item.id()) + "#" + object);
            }
            case "go" -> new Done(filled, target(item, object).of(item.id()));
            default -> new Done(filled, here.of(item.id()));
        };
    }

    /** Whether the rows of this one's list are opened one at a time. */
    private boolean hasPages(WorkItem item, String row) {
        return editors.sections(item).stream()
                .anyMatch(section -> section.list() != null && row.matches(section.list() + "\\[\\d{1,4}]"));
    }

    private SectionPlace target(WorkItem item, String object) {
        String section = object.replaceAll("\\[\\d{1,4}]$", "");
        if (editors.sections(item).stream().noneMatch(one -> one.name().equals(section))) {
            throw new InvalidInput("step", "form.step.unknown");
        }
        return SectionPlace.at(object);
    }
}
