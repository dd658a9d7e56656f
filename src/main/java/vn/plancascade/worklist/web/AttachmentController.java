package vn.plancascade.worklist.web;

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
import vn.plancascade.document.SentFile;
import vn.plancascade.organisation.Actor;
import vn.plancascade.web.Download;
import vn.plancascade.worklist.Attachments;
import vn.plancascade.worklist.IssuedAttachments;

/** Evidence at the items of what a task is about, and of what was issued. */
@RestController
@RequestMapping("/api/v1")
class AttachmentController {

    private final Attachments attachments;
    private final IssuedAttachments issued;

    AttachmentController(Attachments attachments, IssuedAttachments issued) {
        this.attachments = attachments;
        this.issued = issued;
    }

    @GetMapping("/tasks/{id}/attachments")
    List<AttachmentView> list(Actor actor, @PathVariable String id) {
        return attachments.of(actor, id).stream().map(AttachmentView::of).toList();
    }

    /** @param item the number of a task of the sub-plan; in a report the code of a figure, or the name of a part */
    @PostMapping(path = "/tasks/{id}/attachments", consumes = "multipart/form-data")
    @ResponseStatus(HttpStatus.CREATED)
    AttachmentView add(
            Actor actor,
            @PathVariable String id,
            @RequestParam(required = false) String item,
            @RequestParam(required = false) List<MultipartFile> file) {
        return AttachmentView.of(attachments.add(actor, id, item, SentFile.one(file)));
    }

    @GetMapping("/tasks/{id}/attachments/{attachmentId}")
    ResponseEntity<byte[]> download(Actor actor, @PathVariable String id, @PathVariable long attachmentId) {
        return download(attachments.content(actor, id, attachmentId));
    }

    @DeleteMapping("/tasks/{id}/attachments/{attachmentId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Actor actor, @PathVariable String id, @PathVariable long attachmentId) {
        attachments.remove(actor, id, attachmentId);
    }

    /** The evidence of the document that was issued; empty before. */
    @GetMapping("/obligations/{id}/attachments")
    List<AttachmentView> ofDuty(Actor actor, @PathVariable long id) {
        return issued.of(actor, id).stream().map(AttachmentView::of).toList();
    }

    @GetMapping("/obligations/{id}/attachments/{attachmentId}")
    ResponseEntity<byte[]> downloadOfDuty(Actor actor, @PathVariable long id, @PathVariable long attachmentId) {
        return download(issued.content(actor, id, attachmentId));
    }

    private static ResponseEntity<byte[]> download(Attachments.Content content) {
        return Download.of(content.file().fileName(), content.file().format().mediaType())
                .eTag('"' + content.file().sha256() + '"')
                .body(content.bytes());
    }
}
