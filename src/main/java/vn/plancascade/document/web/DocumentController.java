package vn.plancascade.document.web;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.plancascade.document.DocumentFormat;
import vn.plancascade.document.Documents;
import vn.plancascade.document.Papers;
import vn.plancascade.document.StoredDocument;
import vn.plancascade.kernel.NotFound;
import vn.plancascade.organisation.Actor;
import vn.plancascade.web.Download;

/** Files on record, for those who may see the duty that they belong to. */
@RestController
@RequestMapping("/api/v1/documents")
class DocumentController {

    private final Documents documents;
    private final Papers papers;

    DocumentController(Documents documents, Papers papers) {
        this.documents = documents;
        this.papers = papers;
    }

    /** @param format the same document in another format, where it is kept in it; by default as it is */
    @GetMapping("/{id}")
    ResponseEntity<byte[]> download(Actor actor, @PathVariable long id, @RequestParam(required = false) String format) {
        StoredDocument document = papers.find(actor, id).orElseThrow(() -> new NotFound("document.unknown"));
        DocumentFormat wanted = DocumentFormat.sent(format, DocumentFormat.valueOf(document.format()));
        StoredDocument given = papers.inFormat(document, wanted)
                .orElseThrow(() -> new NotFound("document.notInFormat", wanted.name()));
        return Download.of(given.fileName(), wanted.mediaType())
                .eTag('"' + given.sha256() + '"')
                .body(documents.content(given.id()));
    }
}
