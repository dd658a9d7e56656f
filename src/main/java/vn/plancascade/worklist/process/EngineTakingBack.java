package vn.plancascade.worklist.process;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import vn.plancascade.deadline.Obligation;
import vn.plancascade.deadline.Obligations;
import vn.plancascade.engine.EngineRaces;
import vn.plancascade.kernel.Conflict;
import vn.plancascade.kernel.NotAllowed;
import vn.plancascade.kernel.NotFound;
import vn.plancascade.kernel.Races;
import vn.plancascade.organisation.Actor;
import vn.plancascade.worklist.DoneWork;
import vn.plancascade.worklist.ReversibleForm;
import vn.plancascade.worklist.TakingBack;
import vn.plancascade.worklist.WorkForm;
import vn.plancascade.worklist.WorkItem;

/** Moves a case from the task that waits back to the one before it. */
@Service
class EngineTakingBack implements TakingBack {

    private final TaskReader tasks;
    private final DoneTasks doneTasks;
    private final JdbcTaskLooks looks;
    private final TaskDrafts drafts;
    private final Obligations obligations;
    private final RuntimeService runtime;
    private final TransactionTemplate transaction;
    private final Map<String, ReversibleForm> forms;

    EngineTakingBack(
            TaskReader tasks,
            DoneTasks doneTasks,
            JdbcTaskLooks looks,
            TaskDrafts drafts,
            Obligations obligations,
            RuntimeService runtime,
            TransactionTemplate transaction,
            List<WorkForm> forms) {
        this.tasks = tasks;
        this.doneTasks = doneTasks;
        this.looks = looks;
        this.drafts = drafts;
        this.obligations = obligations;
        this.runtime = runtime;
        this.transaction = transaction;
        this.forms = forms.stream()
                .filter(ReversibleForm.class::isInstance)
                .map(ReversibleForm.class::cast)
                .collect(Collectors.toMap(WorkForm::taskKey, Function.identity()));
    }

    @Override
    public Set<String> possible(Actor actor, Collection<DoneWork> done) {
        List<DoneWork> reversible =
                done.stream().filter(one -> forms.containsKey(one.key())).toList();
        Set<String> cases = reversible.stream().map(DoneWork::caseId).collect(Collectors.toSet());
        Set<String> newest = doneTasks.newest(cases);
        List<WorkItem> waiting = tasks.ofCases(cases);
        Set<String> opened = looks.openedByOthers(
                actor.login(), waiting.stream().map(WorkItem::id).toList());
        Map<Long, Obligation> duties =
                obligations.all(reversible.stream().map(DoneWork::subject).toList());
        return reversible.stream()
                .filter(one -> newest.contains(one.id()))
                .filter(one -> next(one, waiting)
                        .filter(next -> actor.isInAny(groups(one, next, duties)))
                        .filter(next -> !opened.contains(next.id()))
                        .isPresent())
                .map(DoneWork::id)
                .collect(Collectors.toSet());
    }

    /** Whose step it was; the id of a plan may be that of somebody's duty too. */
    private List<String> groups(DoneWork done, WorkItem next, Map<Long, Obligation> duties) {
        return forms.get(done.key()).groups(next, next.isAboutPlan() ? null : duties.get(next.subject()));
    }

    private Optional<WorkItem> next(DoneWork done, List<WorkItem> waiting) {
        Set<String> keys = forms.get(done.key()).nextTasks();
        return waiting.stream()
                .filter(item -> item.processInstanceId().equals(done.caseId()) && keys.contains(item.key()))
                .findFirst();
    }

    @Override
    public void takeBack(Actor actor, String doneTaskId) {
        Races.inTransaction(
                transaction,
                () -> EngineRaces.named(() -> {
                    DoneWork done =
                            doneTasks.find(actor.login(), doneTaskId).orElseThrow(() -> new NotFound("task.unknown"));
                    ReversibleForm form = forms.get(done.key());
                    if (form == null) {
                        throw new Conflict("takeBack.never");
                    }
                    WorkItem next = next(done, tasks.ofCase(done.caseId()))
                            .filter(item ->
                                    doneTasks.newest(Set.of(done.caseId())).contains(done.id()))
                            .orElseThrow(() -> new Conflict("takeBack.goneOn"));
                    if (!actor.isInAny(groups(done, next, obligations.all(List.of(done.subject()))))) {
                        throw new NotAllowed("task.notYours");
                    }
                    if (!tasks.lock(next.id())) {
                        throw new Conflict("takeBack.goneOn");
                    }
                    if (!looks.openedByOthers(actor.login(), List.of(next.id())).isEmpty()) {
                        throw new Conflict("takeBack.opened");
                    }
                    form.takeBack(next, actor);
                    drafts.delete(next.id());
                    runtime.createProcessInstanceModification(done.caseId())
                            .cancelAllForActivity(next.key())
                            .startBeforeActivity(done.key())
                            .execute();
                    return null;
                }));
    }
}
