package vn.plancascade.worklist.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import vn.plancascade.database.Waiting;
import vn.plancascade.document.Documents.Upload;
import vn.plancascade.document.OfficialDocument;
import vn.plancascade.engine.EngineRaces;
import vn.plancascade.engine.StepGuard;
import vn.plancascade.kernel.Conflict;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.kernel.NotAllowed;
import vn.plancascade.kernel.NotFound;
import vn.plancascade.kernel.Page;
import vn.plancascade.kernel.PageRequest;
import vn.plancascade.kernel.Races;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.organisation.Role;
import vn.plancascade.worklist.DocumentForm;
import vn.plancascade.worklist.DoneWork;
import vn.plancascade.worklist.FormData;
import vn.plancascade.worklist.OpenedTask;
import vn.plancascade.worklist.SigningForm;
import vn.plancascade.worklist.WorkFilter;
import vn.plancascade.worklist.WorkForm;
import vn.plancascade.worklist.WorkItem;
import vn.plancascade.worklist.Worklist;

/** The task list over the engine's user tasks. */
@Service
class EngineWorklist implements Worklist {

    private static final String VERSION = "version";

    private final TaskReader tasks;
    private final DoneTasks doneTasks;
    private final TaskDrafts drafts;
    private final DeployedForms deployedForms;
    private final TaskService taskService;
    private final Organisation organisation;
    private final TransactionTemplate transaction;
    private final TaskActs acts;
    private final Map<String, WorkForm> forms;

    EngineWorklist(
            TaskReader tasks,
            DoneTasks doneTasks,
            TaskDrafts drafts,
            DeployedForms deployedForms,
            TaskService taskService,
            Organisation organisation,
            TransactionTemplate transaction,
            TaskActs acts,
            List<WorkForm> forms) {
        this.tasks = tasks;
        this.doneTasks = doneTasks;
        this.drafts = drafts;
        this.deployedForms = deployedForms;
        this.taskService = taskService;
        this.organisation = organisation;
        this.transaction = transaction;
        this.acts = acts;
        this.forms = forms.stream().collect(Collectors.toMap(WorkForm::taskKey, Function.identity()));
    }

    @Override
    public Page<WorkItem> mine(Actor actor, WorkFilter filter, PageRequest page) {
        List<String> groups = actor.roles().stream()
                .filter(held -> filter.unit() == null || held.unitCode().equals(filter.unit()))
                .map(held -> held.group())
                .toList();
        return tasks.search(groups, actor.login(), filter, page);
    }

    @Override
    public Page<DoneWork> done(Actor actor, PageRequest page) {
        return doneTasks.of(actor.login(), page);
    }

    @Override
    public WorkItem get(Actor actor, String taskId) {
        WorkItem item = tasks.find(taskId).orElseThrow(() -> gone(actor, taskId));
        if (!actor.isInAny(item.groups()) && !mayRead(actor, item.unitCode())) {
            throw new NotFound("task.unknown");
        }
        return item;
    }

    @Override
    public Optional<WorkItem> ofCase(Actor actor, String processInstanceId) {
        return tasks.ofCase(processInstanceId).stream()
                .filter(item -> isOpenTo(actor, item))
                .findFirst();
    }

    @Override
    public WorkItem claim(Actor actor, String taskId) {
        return inTransaction(() -> {
            WorkItem item = workable(actor, taskId);
            if (form(item).isForOthers(item, actor)) {
                throw new NotAllowed("approval.own");
            }
            if (item.assignee() == null) {
                taskService.claim(taskId, actor.login());
                acts.claimed(actor, item);
            }
            return tasks.find(taskId).orElseThrow(() -> gone(actor, taskId));
        });
    }

    @Override
    public WorkItem unclaim(Actor actor, String taskId) {
        return inTransaction(() -> {
            acts.released(actor, workable(actor, taskId));
            taskService.setAssignee(taskId, null);
            return tasks.find(taskId).orElseThrow(() -> gone(actor, taskId));
        });
    }

    @Override
    public ObjectNode draft(Actor actor, String taskId) {
        return withShown(get(actor, taskId), actor);
    }

    @Override
    public boolean hasDocument(WorkItem item) {
        return form(item) instanceof DocumentForm;
    }

    @Override
    @Transactional(readOnly = true)
    public OfficialDocument document(Actor actor, OpenedTask task) {
        if (form(task.item()) instanceof DocumentForm form) {
            return form.document(task.item(), task.written(), actor);
        }
        throw new NotFound("task.noDocument");
    }

    @Override
    public void arrange(Actor actor, String taskId, ObjectNode form) {
        WorkItem item = get(actor, taskId);
        form(item).arrange(form, item, actor);
    }

    @Override
    public OpenedTask open(Actor actor, String taskId, UnaryOperator<ObjectNode> inLanguage) {
        WorkItem item = get(actor, taskId);
        ObjectNode form = inLanguage.apply(deployedForms.of(taskId));
        form(item).arrange(form, item, actor);
        Optional<TaskDrafts.Draft> saved = drafts.find(taskId);
        ObjectNode written = written(saved, item, actor);
        return new OpenedTask(
                item,
                form,
                written,
                withShown(written.deepCopy(), saved, item, actor),
                saved.map(draft -> new OpenedTask.Saved(draft.savedBy(), draft.savedAt())));
    }

    @Override
    public boolean isOpenTo(Actor actor, WorkItem item) {
        return actor.isInAny(item.groups())
                && (item.assignee() == null || item.assignee().equals(actor.login()) || !stillHolds(item));
    }

    @Override
    public ObjectNode saveDraft(Actor actor, String taskId, ObjectNode draft) {
        return inTransaction(() -> {
            WorkItem item = workable(actor, taskId);
            save(item, draft, actor);
            return withShown(item, actor);
        });
    }

    @Override
    public boolean isForAllUnits(WorkItem item) {
        return form(item).isForAllUnits();
    }

    @Override
    public boolean takesSigned(WorkItem item) {
        return form(item) instanceof SigningForm;
    }

    @Override
    public void complete(Actor actor, String taskId, ObjectNode data, Upload signed) {
        if (isForAllUnits(get(actor, taskId))) {
            // Nobody would want a country's plan to fail because its thousands of rows took longer than a page may.
            Waiting.asJob(() -> inOneStep(actor, taskId, data, signed));
        } else {
            inOneStep(actor, taskId, data, signed);
        }
    }

    private void inOneStep(Actor actor, String taskId, ObjectNode data, Upload signed) {
        inTransaction(() -> {
            WorkItem item = workable(actor, taskId);
            // Two tabs that submit at once meet here: the second waits for the first and then finds the task gone.
            lock(actor, item);
            Optional<TaskDrafts.Draft> saved = drafts.find(taskId);
            refuseStale(saved, data);
            if (signed != null) {
                take(item, signed, actor);
            }
            ObjectNode merged = written(saved, item, actor);
            merged.setAll(sent(item, data, actor));
            Map<String, Object> variables = form(item).complete(item, merged, actor);
            drafts.delete(taskId);
            StepGuard.stepping(() -> taskService.complete(taskId, variables));
            return null;
        });
    }

    private void take(WorkItem item, Upload signed, Actor actor) {
        if (!(form(item) instanceof SigningForm signing)) {
            throw FormData.unknownField("file");
        }
        signing.takeSigned(item, signed, actor);
    }

    private void lock(Actor actor, WorkItem item) {
        if (!tasks.lock(item.id())) {
            throw gone(actor, item.id());
        }
        if (item.assignee() == null) {
            taskService.setAssignee(item.id(), actor.login());
        }
    }

    private static void refuseStale(Optional<TaskDrafts.Draft> saved, ObjectNode data) {
        JsonNode version = data.get(VERSION);
        int newest = saved.map(TaskDrafts.Draft::version).orElse(0);
        if (version != null && version.isInt() && version.intValue() != newest) {
            throw new Conflict("draft.stale");
        }
    }

    private void save(WorkItem item, ObjectNode draft, Actor actor) {
        JsonNode version = draft.get(VERSION);
        if (version != null && !version.isNull() && !version.isInt()) {
            throw new InvalidInput(VERSION, "number");
        }
        ObjectNode content = sent(item, draft, actor);
        form(item).checkDraft(item, content);
        Integer expected = version == null || version.isNull() ? null : Integer.valueOf(version.intValue());
        drafts.save(item.id(), content, expected, actor.login());
        acts.seen(item);
    }

    /** What was sent of the form's own fields; what the form only shows may come along, and nothing else may. */
    private ObjectNode sent(WorkItem item, ObjectNode data, Actor actor) {
        FormData.refuseBoundless(data);
        WorkForm form = form(item);
        ObjectNode content = data.deepCopy();
        content.remove(VERSION);
        if (form.content() != null) {
            content.remove(names(form.shown(item, actor)));
            FormData.refuseUnknown(content, form.content());
            return content;
        }
        Set<String> own = Set.copyOf(names(form.prefill(item, actor)));
        if (!own.containsAll(names(content))) {
            // Looked up only where something else came along: a yes or no needs nothing of it.
            content.remove(names(form.shown(item, actor)));
            FormData.refuseUnknown(content, own);
        }
        return content;
    }

    private static List<String> names(ObjectNode data) {
        return data.properties().stream().map(Map.Entry::getKey).toList();
    }

    private ObjectNode written(Optional<TaskDrafts.Draft> saved, WorkItem item, Actor actor) {
        return saved.map(TaskDrafts.Draft::content).orElseGet(() -> form(item).prefill(item, actor));
    }

    private ObjectNode withShown(WorkItem item, Actor actor) {
        Optional<TaskDrafts.Draft> saved = drafts.find(item.id());
        return withShown(written(saved, item, actor), saved, item, actor);
    }

    private ObjectNode withShown(ObjectNode data, Optional<TaskDrafts.Draft> saved, WorkItem item, Actor actor) {
        data.setAll(form(item).shown(item, actor));
        return data.put(VERSION, saved.map(TaskDrafts.Draft::version).orElse(0));
    }

    private WorkForm form(WorkItem item) {
        return Objects.requireNonNull(forms.get(item.key()), () -> "No form for " + item.key());
    }

    /** The task, if the actor may act on it now: holds the role today, and nobody else has claimed it. */
    private WorkItem workable(Actor actor, String taskId) {
        WorkItem item = get(actor, taskId);
        if (!actor.isInAny(item.groups())) {
            throw new NotAllowed("task.notYours");
        }
        if (item.assignee() == null || item.assignee().equals(actor.login())) {
            return item;
        }
        if (stillHolds(item)) {
            throw new Conflict("task.claimed", organisation.nameOf(item.assignee()));
        }
        // A claim lasts no longer than the role: a substitute's window has closed, or a role has ended.
        taskService.setAssignee(taskId, null);
        return get(actor, taskId);
    }

    private boolean stillHolds(WorkItem item) {
        return organisation
                .actor(item.assignee())
                .filter(holder -> holder.isInAny(item.groups()))
                .isPresent();
    }

    /** People of the unit itself, and those who watch over it. */
    private boolean mayRead(Actor actor, String unitCode) {
        return actor.units().contains(unitCode)
                || ((actor.holds(Role.inspector) || actor.holds(Role.administrator))
                        && organisation.isWithin(organisation.scopeOf(actor), unitCode));
    }

    /** A task that is not there: done already, for those who may know that it existed. */
    private RuntimeException gone(Actor actor, String taskId) {
        return tasks.past(taskId)
                        .filter(past -> actor.login().equals(past.assignee())
                                || (past.unitCode() != null && mayRead(actor, past.unitCode())))
                        .isPresent()
                ? new Conflict("task.done")
                : new NotFound("task.unknown");
    }

    private <T> T inTransaction(Supplier<T> step) {
        return Races.inTransaction(transaction, () -> EngineRaces.named(step));
    }
}
