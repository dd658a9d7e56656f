package vn.plancascade.worklist.web;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.UnaryOperator;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import vn.plancascade.document.DocumentFormat;
import vn.plancascade.document.OfficialDocument;
import vn.plancascade.document.Papers;
import vn.plancascade.document.SentFile;
import vn.plancascade.kernel.Page;
import vn.plancascade.kernel.PageRequest;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.organisation.Actor;
import vn.plancascade.web.Download;
import vn.plancascade.worklist.TaskEditors;
import vn.plancascade.worklist.WorkFilter;
import vn.plancascade.worklist.WorkItem;
import vn.plancascade.worklist.Worklist;

/** The caller's work: list, claim, drafts, completion. */
@RestController
@RequestMapping("/api/v1/tasks")
class TaskController {

    private final Worklist worklist;
    private final TaskEditors editors;
    private final Papers papers;
    private final Clock clock;

    TaskController(Worklist worklist, TaskEditors editors, Papers papers, Clock clock) {
        this.worklist = worklist;
        this.editors = editors;
        this.papers = papers;
        this.clock = clock;
    }

    @GetMapping
    Page<TaskView> mine(
            Actor actor,
            @RequestParam(required = false) String key,
            @RequestParam(required = false) Long plan,
            @RequestParam(required = false) String period,
            @RequestParam(required = false) String unit,
            @RequestParam(required = false) String q,
            @RequestParam(required = false) Integer page,
            @RequestParam(required = false) Integer size) {
        return worklist.mine(actor, new WorkFilter(key, plan, period, unit, q), PageRequest.of(page, size))
                .map(this::view);
    }

    @GetMapping("/{id}")
    TaskView get(Actor actor, @PathVariable String id) {
        return view(worklist.get(actor, id));
    }

    @PostMapping("/{id}/claim")
    TaskView claim(Actor actor, @PathVariable String id) {
        return view(worklist.claim(actor, id));
    }

    @PostMapping("/{id}/unclaim")
    TaskView unclaim(Actor actor, @PathVariable String id) {
        return view(worklist.unclaim(actor, id));
    }

    @GetMapping("/{id}/draft")
    ObjectNode draft(Actor actor, @PathVariable String id) {
        return worklist.draft(actor, id);
    }

    /** What is being written, as a document that says DỰ THẢO on every page; by default as PDF. */
    @GetMapping("/{id}/document")
    ResponseEntity<byte[]> document(
            Actor actor, @PathVariable String id, @RequestParam(required = false) String format) {
        DocumentFormat wanted = DocumentFormat.sent(format, DocumentFormat.pdf);
        OfficialDocument document = worklist.document(actor, worklist.open(actor, id, UnaryOperator.identity()));
        return Download.of("du-thao-" + document.kind() + "." + wanted, wanted.mediaType())
                .body(papers.draft(document, wanted));
    }

    /** The form with what is saved, to be filled in at a desk; only tasks whose form has it. */
    @GetMapping("/{id}/sheet")
    ResponseEntity<byte[]> sheet(Actor actor, @PathVariable String id) {
        return Download.of(
                        "viec-" + worklist.get(actor, id).subject() + ".xlsx",
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
                .body(editors.sheet(actor, id));
    }

    /** Reads a workbook that was filled in into the draft; answers the draft. */
    @PostMapping(path = "/{id}/sheet", consumes = "multipart/form-data")
    ObjectNode readSheet(
            Actor actor, @PathVariable String id, @RequestParam(required = false) List<MultipartFile> file) {
        return editors.readSheet(actor, id, SentFile.one(file));
    }

    @PutMapping("/{id}/draft")
    ObjectNode saveDraft(Actor actor, @PathVariable String id, @RequestBody ObjectNode draft) {
        return worklist.saveDraft(actor, id, draft);
    }

    @PostMapping("/{id}/complete")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void complete(Actor actor, @PathVariable String id, @RequestBody(required = false) Completion completion) {
        ObjectNode variables = completion == null || completion.variables() == null
                ? JsonNodeFactory.instance.objectNode()
                : completion.variables();
        worklist.complete(actor, id, variables);
    }

    private TaskView view(WorkItem item) {
        Instant now = clock.instant();
        return new TaskView(
                item.id(),
                item.key(),
                item.name(),
                item.unitCode(),
                item.isAboutPlan() ? null : item.subject(),
                item.isAboutPlan() ? item.subject() : null,
                VietnamTime.offset(item.dueAt()),
                item.dueAt() != null && !now.isBefore(item.dueAt()),
                VietnamTime.offset(item.createdAt()),
                item.assignee(),
                item.groups().get(0));
    }

    /** The form's fields; those missing are taken from the draft. */
    record Completion(ObjectNode variables) {}

    record TaskView(
            String id,
            String key,
            String name,
            String unitCode,
            Long obligationId,
            Long planId,
            OffsetDateTime dueAt,
            boolean overdue,
            OffsetDateTime createdAt,
            String assignee,
            String group) {}
}
