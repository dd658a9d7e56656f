package vn.plancascade.worklist.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import vn.plancascade.guide.HelpLinks;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.kernel.NotFound;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.web.Texts;
import vn.plancascade.worklist.Attachments;
import vn.plancascade.worklist.FigureSheet;
import vn.plancascade.worklist.FormSection;
import vn.plancascade.worklist.OpenedTask;
import vn.plancascade.worklist.TaskEditors;
import vn.plancascade.worklist.WorkItem;
import vn.plancascade.worklist.Worklist;
import vn.plancascade.worklist.form.FormExpressions;
import vn.plancascade.worklist.form.FormPart;
import vn.plancascade.worklist.form.FormParts;

/** Puts a task's page together: what it is about, its form, the document, and the bar with the decision. */
@Component
class TaskPage {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final Worklist worklist;
    private final TaskEditors editors;
    private final Attachments attachments;
    private final HelpLinks help;
    private final FormExpressions expressions;
    private final TaskSubjects subjects;
    private final Organisation organisation;
    private final Texts texts;
    private final Clock clock;

    TaskPage(
            Worklist worklist,
            TaskEditors editors,
            Attachments attachments,
            HelpLinks help,
            FormExpressions expressions,
            TaskSubjects subjects,
            Organisation organisation,
            Texts texts,
            Clock clock) {
        this.worklist = worklist;
        this.editors = editors;
        this.attachments = attachments;
        this.help = help;
        this.expressions = expressions;
        this.subjects = subjects;
        this.organisation = organisation;
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * @param data what the form shows: what is saved, or what was typed over it
     * @param place what is open of a form that is written in sections
     */
    ModelAndView of(Actor actor, OpenedTask task, ObjectNode data, SectionPlace place, Locale locale) {
        WorkItem item = task.item();
        List<FormPart> parts = new ArrayList<>(new FormParts(expressions, locale, task.form(), data).all());
        Optional<DecisionBar> decision = DecisionBar.takeFrom(parts);
        Optional<SectionReader> sections = reader(task, parts, data, locale);
        if (sections.isEmpty() && place.section() != null) {
            throw new NotFound("task.noSection");
        }
        ModelAndView page = new ModelAndView(
                decision.isPresent() ? "task-decision" : sections.isPresent() ? "task-sections" : "task");
        sections.ifPresent(reader -> page.addObject("sections", reader.at(place)));
        page.addObject("labels", FieldLabels.of(parts));
        figures(task, data, locale).ifPresent(sheet -> {
            page.addObject("figures", FigureTable.of(parts, sheet));
            page.addObject("standing", TaskStanding.of(sheet, FieldLabels.of(parts), texts));
        });
        editors.changes(item, locale).ifPresent(changes -> page.addObject("changes", changes));
        page.addObject("copySources", editors.copySources(item));
        page.addObject("hasSheet", editors.hasSheet(item));
        page.addObject("task", item);
        page.addObject("help", help.ofTask(item.key()).orElse(null));
        page.addObject("name", texts.ofOr("task." + item.key(), item.name()));
        page.addObject("subject", subjects.of(item, locale));
        page.addObject("parts", parts);
        page.addObject("decision", decision.orElse(null));
        page.addObject("remarkable", decision.isPresent() ? Remarkable.of(data) : List.of());
        page.addObject("comment", data.path("returnedComment").asText(""));
        page.addObject("version", data.path("version").asInt(0));
        boolean isOpen = worklist.isOpenTo(actor, item);
        page.addObject("open", isOpen);
        page.addObject("evidence", TaskEvidence.of(attachments, item, isOpen, locale));
        page.addObject(
                "holder",
                item.assignee() == null || item.assignee().equals(actor.login())
                        ? null
                        : organisation.nameOf(item.assignee()));
        page.addObject("colleague", colleague(actor, task));
        boolean hasDocument = worklist.hasDocument(item);
        page.addObject("hasDocument", hasDocument);
        page.addObject("takesSigned", worklist.takesSigned(item));
        if (hasDocument && (decision.isPresent() || sections.isPresent())) {
            page.addObject("document", worklist.document(actor, task));
        }
        return page;
    }

    /** What cannot be read as a draft was refused already, and is shown with what is saved. */
    private Optional<FigureSheet> figures(OpenedTask task, ObjectNode data, Locale locale) {
        try {
            return editors.figures(task.item(), data, locale);
        } catch (InvalidInput unreadable) {
            return editors.figures(task.item(), task.data(), locale);
        }
    }

    private Optional<SectionReader> reader(OpenedTask task, List<FormPart> parts, ObjectNode data, Locale locale) {
        WorkItem item = task.item();
        List<FormSection> sections = editors.sections(item);
        return sections.isEmpty()
                ? Optional.empty()
                : Optional.of(new SectionReader(
                        item, sections, parts, editors.standing(item, data), changes(task, parts, locale), texts));
    }

    private SectionChanges changes(OpenedTask task, List<FormPart> parts, Locale locale) {
        return editors.basis(task.item())
                .map(basis -> SectionChanges.of(
                        new FormParts(expressions, locale, task.form(), basis.data()).all(), parts, basis.keys()))
                .orElse(SectionChanges.NONE);
    }

    /** How each section of a form stands, by its name; none where it has no sections. */
    Map<String, String> sections(OpenedTask task, ObjectNode data, Locale locale) {
        return reader(task, new FormParts(expressions, locale, task.form(), data).all(), data, locale)
                .map(SectionReader::marks)
                .orElseGet(Map::of);
    }

    /** How the draft stands by its rules; empty where they say nothing before it is handed in. */
    Optional<TaskStanding> standing(OpenedTask task, ObjectNode data, Locale locale) {
        return figures(task, data, locale)
                .map(sheet -> TaskStanding.of(sheet, labels(task.form(), data, locale), texts));
    }

    /** How far the lists of the form are filled in, by their names. */
    Map<String, RowProgress> progress(ObjectNode form, ObjectNode data, Locale locale) {
        Map<String, RowProgress> progress = new LinkedHashMap<>();
        for (FormPart part : new FormParts(expressions, locale, form, data).all()) {
            if (part instanceof FormPart.Rows rows && !rows.growing()) {
                progress.put(rows.name(), RowProgress.of(rows, texts));
            }
        }
        return progress;
    }

    /**
     * @param marks of the rows, with what they mean in words
     */
    record RowProgress(String text, List<String> marks, Map<String, String> words) {

        static RowProgress of(FormPart.Rows rows, Texts texts) {
            Map<String, String> words = new LinkedHashMap<>();
            List.of("good", "open", "none").forEach(mark -> words.put(mark, texts.of("page.task.mark." + mark)));
            return new RowProgress(
                    texts.of("page.task.answered", rows.done(), rows.rows().size(), rows.left()),
                    rows.rows().stream().map(FormPart.Row::mark).toList(),
                    words);
        }
    }

    Map<String, String> labels(ObjectNode form, ObjectNode data, Locale locale) {
        return FieldLabels.of(new FormParts(expressions, locale, form, data).all());
    }

    /** Who else has been writing here, and when; null where nobody else has. */
    private String colleague(Actor actor, OpenedTask task) {
        return task.saved()
                .filter(saved -> !saved.by().equals(actor.login()))
                .map(saved -> texts.of(
                        "page.task.savedBy",
                        organisation.nameOf(saved.by()),
                        DateTimeFormatter.ofPattern("HH:mm d/M")
                                .format(saved.at().atZone(VietnamTime.ZONE))))
                .orElse(null);
    }

    /** The time of day, as "saved at" says it. */
    String now() {
        return TIME.format(clock.instant().atZone(VietnamTime.ZONE));
    }

    /** A task by whose document it is, and of what. */
    String named(WorkItem item) {
        TaskSubject subject = subjects.of(item, LocaleContextHolder.getLocale());
        return subject.unitName()
                + (subject.period() == null ? "" : ", " + subject.period())
                + (subject.plan().documentNumber() == null
                        ? ""
                        : ", " + subject.plan().documentNumber());
    }

    /** What was done, and who does what next. */
    String afterwards(WorkItem item, ObjectNode data) {
        String decision = data.path("decision").asText("");
        String did = texts.ofOr(
                "page.task.did." + item.key() + (decision.equals("return") ? ".return" : ""),
                texts.of("page.task.did.other", texts.ofOr("task." + item.key(), item.name())));
        return subjects.next(item).map(next -> did + " " + next).orElse(did);
    }

    /** The fields sent whose saved value is another, with the saved value as it is read. */
    Map<String, String> differences(
            ObjectNode form, ObjectNode mine, ObjectNode saved, Collection<String> sent, Locale locale) {
        Map<String, String> ofMine = FieldValues.of(new FormParts(expressions, locale, form, mine).all());
        Map<String, String> differing = new LinkedHashMap<>();
        FieldValues.of(new FormParts(expressions, locale, form, saved).all()).forEach((name, value) -> {
            if (sent.contains(name) && !value.equals(ofMine.get(name))) {
                differing.put(name, value);
            }
        });
        return differing;
    }
}
