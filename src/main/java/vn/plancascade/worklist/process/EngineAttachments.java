package vn.plancascade.worklist.process;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.plancascade.deadline.Obligation;
import vn.plancascade.deadline.Obligations;
import vn.plancascade.document.Documents.Upload;
import vn.plancascade.document.Evidence;
import vn.plancascade.document.StoredEvidence;
import vn.plancascade.kernel.Conflict;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.kernel.Names;
import vn.plancascade.kernel.NotAllowed;
import vn.plancascade.kernel.NotFound;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.worklist.ApprovalRounds;
import vn.plancascade.worklist.Attachments;
import vn.plancascade.worklist.EvidencePlaces;
import vn.plancascade.worklist.TaskLooks;
import vn.plancascade.worklist.WorkForm;
import vn.plancascade.worklist.WorkItem;
import vn.plancascade.worklist.Worklist;

/** Evidence by the rights of tasks; which round of approval it belongs to is asked here alone. */
@Service
@Transactional(readOnly = true)
class EngineAttachments implements Attachments {

    private final Worklist worklist;
    private final TaskLooks looks;
    private final Obligations obligations;
    private final ApprovalRounds rounds;
    private final Evidence evidence;
    private final Organisation organisation;
    private final DutyPlaces places;
    private final Map<String, WorkForm> forms;

    EngineAttachments(
            Worklist worklist,
            TaskLooks looks,
            Obligations obligations,
            ApprovalRounds rounds,
            Evidence evidence,
            Organisation organisation,
            DutyPlaces places,
            List<WorkForm> forms) {
        this.worklist = worklist;
        this.looks = looks;
        this.obligations = obligations;
        this.rounds = rounds;
        this.evidence = evidence;
        this.organisation = organisation;
        this.places = places;
        this.forms = forms.stream().collect(Collectors.toMap(WorkForm::taskKey, Function.identity()));
    }

    @Override
    public List<StoredEvidence> of(Actor actor, String taskId) {
        return of(worklist.get(actor, taskId));
    }

    @Override
    public List<StoredEvidence> of(WorkItem item) {
        return duty(item)
                .map(duty -> evidence.of(duty.subject(), round(item, duty)))
                .orElse(List.of());
    }

    @Override
    public boolean isTaken(WorkItem item) {
        return forms.get(item.key()).takesEvidence();
    }

    @Override
    public List<EvidencePlaces.Place> places(WorkItem item, Locale locale) {
        return duty(item).map(duty -> places.of(duty, locale)).orElse(List.of());
    }

    @Override
    @Transactional
    public StoredEvidence add(Actor actor, String taskId, String item, Upload file) {
        WorkItem task = writable(actor, taskId);
        Obligation duty = obligations.get(task.subject());
        String key = Names.clean(item);
        if (key == null) {
            throw new InvalidInput("item", "required");
        }
        if (places.of(duty, LocaleContextHolder.getLocale()).stream()
                .noneMatch(place -> place.key().equals(key))) {
            throw new InvalidInput("item", "attachment.item.unknown");
        }
        return evidence.add(duty.subject(), duty.unitCode(), key, round(task, duty), file, actor.login());
    }

    @Override
    public Content content(Actor actor, String taskId, long id) {
        StoredEvidence file = one(of(actor, taskId), id);
        return new Content(file, evidence.content(file.id()));
    }

    @Override
    @Transactional
    public void remove(Actor actor, String taskId, long id) {
        WorkItem task = writable(actor, taskId);
        Obligation duty = obligations.get(task.subject());
        evidence.remove(one(evidence.of(duty.subject(), round(task, duty)), id).id(), round(task, duty));
    }

    static StoredEvidence one(List<StoredEvidence> known, long id) {
        return known.stream()
                .filter(file -> file.id() == id)
                .findFirst()
                .orElseThrow(() -> new NotFound("attachment.unknown"));
    }

    /** The draft, locked: what is submitted meanwhile waits for this, or this finds it gone. */
    private WorkItem writable(Actor actor, String taskId) {
        WorkItem task = worklist.get(actor, taskId);
        if (!isTaken(task)) {
            throw duty(task)
                            .filter(duty -> !places.of(duty, Locale.ROOT).isEmpty())
                            .isPresent()
                    ? new Conflict("attachment.frozen")
                    : new NotFound("task.noAttachments");
        }
        if (!actor.isInAny(task.groups())) {
            throw new NotAllowed("task.notYours");
        }
        if (!worklist.isOpenTo(actor, task)) {
            throw new Conflict("task.claimed", organisation.nameOf(task.assignee()));
        }
        looks.opened(actor, taskId);
        return task;
    }

    private Optional<Obligation> duty(WorkItem item) {
        return item.isAboutPlan() ? Optional.empty() : Optional.of(obligations.get(item.subject()));
    }

    /** The round that a draft is going to be, or the newest one. */
    private int round(WorkItem item, Obligation duty) {
        int newest =
                rounds.latest(duty.subject()).map(ApprovalRounds.Round::number).orElse(0);
        return isTaken(item) ? newest + 1 : newest;
    }
}
