package vn.plancascade.document.web;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import vn.plancascade.document.DocumentFormat;
import vn.plancascade.document.DocumentKind;
import vn.plancascade.document.Layouts;
import vn.plancascade.document.SentFile;
import vn.plancascade.organisation.Actor;
import vn.plancascade.web.Download;

/** The layouts of documents, for administrators and the clerks of a ministry. */
@RestController
@RequestMapping("/api/v1/document-layouts")
class LayoutController {

    private final Layouts layouts;

    LayoutController(Layouts layouts) {
        this.layouts = layouts;
    }

    /** The one in force for each kind of document. */
    @GetMapping
    List<Layouts.Version> inForce(Actor actor) {
        return layouts.inForce(actor);
    }

    /** All versions of a kind, the newest first; version 0 is the product's own. */
    @GetMapping("/{kind}")
    List<Layouts.Version> versions(Actor actor, @PathVariable DocumentKind kind) {
        return layouts.versions(actor, kind);
    }

    /** @param version by default the one in force */
    @GetMapping("/{kind}/file")
    ResponseEntity<byte[]> file(
            Actor actor, @PathVariable DocumentKind kind, @RequestParam(required = false) Integer version) {
        return Download.of("mau-" + kind + ".docx", DocumentFormat.docx.mediaType())
                .body(layouts.content(actor, kind, version));
    }

    @PostMapping(path = "/{kind}", consumes = "multipart/form-data")
    @ResponseStatus(HttpStatus.CREATED)
    Layouts.Version replace(
            Actor actor, @PathVariable DocumentKind kind, @RequestParam(required = false) List<MultipartFile> file) {
        return layouts.replace(actor, kind, SentFile.one(file));
    }

    @PostMapping("/{kind}/restore")
    Layouts.Version restore(Actor actor, @PathVariable DocumentKind kind, @RequestParam int version) {
        return layouts.restore(actor, kind, version);
    }

    /** An invented document laid out with the file that is sent, or with the layout in force; nothing is kept. */
    @PostMapping("/{kind}/preview")
    ResponseEntity<byte[]> preview(
            Actor actor,
            @PathVariable DocumentKind kind,
            @RequestParam(required = false) List<MultipartFile> file,
            @RequestParam(required = false) String format) {
        DocumentFormat wanted = DocumentFormat.sent(format, DocumentFormat.pdf);
        return Download.of("xem-truoc-" + kind + "." + wanted, wanted.mediaType())
                .body(layouts.preview(actor, kind, SentFile.oneOrNone(file), wanted));
    }
}
