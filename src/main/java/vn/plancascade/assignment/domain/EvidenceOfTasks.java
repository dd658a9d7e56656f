package vn.plancascade.assignment.domain;

import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.plancascade.assignment.TaskFiles;
import vn.plancascade.document.Documents.Upload;
import vn.plancascade.document.Evidence;
import vn.plancascade.document.StoredEvidence;
import vn.plancascade.kernel.ActWord;
import vn.plancascade.kernel.NotFound;
import vn.plancascade.organisation.Actor;
import vn.plancascade.worklist.Attachments;

@Service
@Transactional
class EvidenceOfTasks implements TaskFiles {

    /** Evidence of a task has no rounds of approval. */
    private static final int ROUND = 1;

    private final TaskAccess access;
    private final Evidence evidence;
    private final ApplicationEventPublisher events;

    EvidenceOfTasks(TaskAccess access, Evidence evidence, ApplicationEventPublisher events) {
        this.access = access;
        this.evidence = evidence;
        this.events = events;
    }

    @Override
    @Transactional(readOnly = true)
    public List<StoredEvidence> files(Actor actor, long planId, String no) {
        return access.readable(actor, planId, no)
                .map(row -> evidence.of(row.subject(), ROUND))
                .orElse(List.of());
    }

    @Override
    public StoredEvidence addFile(Actor actor, long planId, String no, Upload file) {
        TaskRow row = access.own(actor, planId, no);
        StoredEvidence added = evidence.add(row.subject(), row.unit(), no, ROUND, file, actor.login());
        events.publishEvent(TaskWork.act(ActWord.planTaskFileAdded, actor, row, added.fileName()));
        return added;
    }

    @Override
    @Transactional(readOnly = true)
    public Attachments.Content file(Actor actor, long planId, String no, long id) {
        StoredEvidence file = of(files(actor, planId, no), id);
        return new Attachments.Content(file, evidence.content(id));
    }

    private static StoredEvidence of(List<StoredEvidence> files, long id) {
        return files.stream()
                .filter(file -> file.id() == id)
                .findFirst()
                .orElseThrow(() -> new NotFound("document.unknown"));
    }

    @Override
    public void removeFile(Actor actor, long planId, String no, long id) {
        TaskRow row = access.own(actor, planId, no);
        StoredEvidence file = of(evidence.of(row.subject(), ROUND), id);
        evidence.remove(id, ROUND);
        events.publishEvent(TaskWork.act(ActWord.planTaskFileRemoved, actor, row, file.fileName()));
    }
}
