package vn.plancascade.worklist.process;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.plancascade.deadline.Obligations;
import vn.plancascade.document.Documents;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.kernel.NotFound;
import vn.plancascade.organisation.Actor;
import vn.plancascade.worklist.ApprovalRounds;
import vn.plancascade.worklist.CopyForm;
import vn.plancascade.worklist.FigureForm;
import vn.plancascade.worklist.FigureSheet;
import vn.plancascade.worklist.FormSection;
import vn.plancascade.worklist.RoundChange;
import vn.plancascade.worklist.RoundForm;
import vn.plancascade.worklist.SectionedForm;
import vn.plancascade.worklist.SheetForm;
import vn.plancascade.worklist.TaskEditors;
import vn.plancascade.worklist.WorkForm;
import vn.plancascade.worklist.WorkItem;
import vn.plancascade.worklist.Worklist;

/** Asks the task's form for what it has; rights and drafts are the task list's. */
@Service
class EngineTaskEditors implements TaskEditors {

    private final Worklist worklist;
    private final Obligations obligations;
    private final ApprovalRounds rounds;
    private final Map<String, WorkForm> forms;

    EngineTaskEditors(Worklist worklist, Obligations obligations, ApprovalRounds rounds, List<WorkForm> forms) {
        this.worklist = worklist;
        this.obligations = obligations;
        this.rounds = rounds;
        this.forms = forms.stream().collect(Collectors.toMap(WorkForm::taskKey, Function.identity()));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<FigureSheet> figures(WorkItem item, ObjectNode data, Locale locale) {
        return form(item) instanceof FigureForm form ? Optional.of(form.sheet(item, data, locale)) : Optional.empty();
    }

    @Override
    @Transactional(readOnly = true)
    public List<String> copySources(WorkItem item) {
        return form(item) instanceof CopyForm form ? form.sources(item) : List.of();
    }

    @Override
    @Transactional(readOnly = true)
    public ObjectNode copied(WorkItem item, ObjectNode data, String source, Set<Integer> rows) {
        if (form(item) instanceof CopyForm form && form.sources(item).contains(source)) {
            return form.copied(item, data, source, rows);
        }
        throw new InvalidInput("step", "form.step.unknown");
    }

    @Override
    public List<FormSection> sections(WorkItem item) {
        return form(item) instanceof SectionedForm form ? form.sections() : List.of();
    }

    @Override
    @Transactional(readOnly = true)
    public SectionedForm.Standing standing(WorkItem item, ObjectNode data) {
        return form(item) instanceof SectionedForm form ? form.standing(item, data) : SectionedForm.Standing.NONE;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<SectionedForm.Basis> basis(WorkItem item) {
        return form(item) instanceof SectionedForm form ? form.basis(item) : Optional.empty();
    }

    @Override
    @Transactional(readOnly = true)
    public ObjectNode made(WorkItem item, ObjectNode data, String offer) {
        if (form(item) instanceof SectionedForm form) {
            return form.made(item, data, offer);
        }
        throw new InvalidInput("step", "form.step.unknown");
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<List<RoundChange>> changes(WorkItem item, Locale locale) {
        if (!(form(item) instanceof RoundForm form)) {
            return Optional.empty();
        }
        List<ApprovalRounds.Round> all = rounds.all(item.planRounds()
                .orElseGet(() -> obligations.get(item.subject()).subject()));
        return all.stream()
                .limit(Math.max(0, all.size() - 1))
                .filter(round -> "return".equals(round.decision()))
                .reduce((earlier, later) -> later)
                .map(returned -> form.changes(
                        item, returned.content(), all.get(all.size() - 1).content(), locale));
    }

    @Override
    public boolean hasSheet(WorkItem item) {
        return form(item) instanceof SheetForm;
    }

    @Override
    @Transactional(readOnly = true)
    public byte[] sheet(Actor actor, String taskId) {
        WorkItem item = worklist.get(actor, taskId);
        return sheetForm(item).sheet(item, worklist.draft(actor, taskId));
    }

    @Override
    public ObjectNode readSheet(Actor actor, String taskId, Documents.Upload file) {
        WorkItem item = worklist.get(actor, taskId);
        // With the version that it was read over: whoever saves meanwhile is not overwritten.
        ObjectNode filled = sheetForm(item).filled(item, worklist.draft(actor, taskId), file);
        return worklist.saveDraft(actor, taskId, filled);
    }

    private SheetForm sheetForm(WorkItem item) {
        if (form(item) instanceof SheetForm form) {
            return form;
        }
        throw new NotFound("task.noSheet");
    }

    private WorkForm form(WorkItem item) {
        return forms.get(item.key());
    }
}
