package vn.plancascade.assignment.web;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import vn.plancascade.assignment.TaskFiles;
import vn.plancascade.document.SentFile;
import vn.plancascade.organisation.Actor;
import vn.plancascade.web.Download;
import vn.plancascade.worklist.Attachments;

/** Evidence of how far a plan's tasks have come. */
@RestController
@RequestMapping("/api/v1/plans/{planId}/tasks/{no}/attachments")
class TaskFileController {

    private final TaskFiles files;

    TaskFileController(TaskFiles files) {
        this.files = files;
    }

    @PostMapping(consumes = "multipart/form-data")
    @ResponseStatus(HttpStatus.CREATED)
    FileView addFile(
            Actor actor,
            @PathVariable long planId,
            @PathVariable String no,
            @RequestParam(required = false) List<MultipartFile> file) {
        return FileView.of(files.addFile(actor, planId, no, SentFile.one(file)));
    }

    @GetMapping("/{id}")
    ResponseEntity<byte[]> file(
            Actor actor, @PathVariable long planId, @PathVariable String no, @PathVariable long id) {
        Attachments.Content content = files.file(actor, planId, no, id);
        return Download.of(content.file().fileName(), content.file().format().mediaType())
                .eTag('"' + content.file().sha256() + '"')
                .body(content.bytes());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeFile(Actor actor, @PathVariable long planId, @PathVariable String no, @PathVariable long id) {
        files.removeFile(actor, planId, no, id);
    }
}
