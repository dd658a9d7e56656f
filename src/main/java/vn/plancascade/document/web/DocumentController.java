package vn.plancascade.document.web;

import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.plancascade.document.Documents;
import vn.plancascade.document.StoredDocument;
import vn.plancascade.kernel.NotFound;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.Organisation;

/** Files on record, for those who may see the unit that they belong to. */
@RestController
@RequestMapping("/api/v1/documents")
class DocumentController {

    private final Documents documents;
    private final Organisation organisation;

    DocumentController(Documents documents, Organisation organisation) {
        this.documents = documents;
        this.organisation = organisation;
    }

    /** Always as a download: nothing that somebody uploaded is ever shown as a page of this site. */
    @GetMapping("/{id}")
    ResponseEntity<byte[]> download(Actor actor, @PathVariable long id) {
        StoredDocument document = documents
                .find(id)
                .filter(found -> organisation.isWithin(organisation.scopeOf(actor), found.unitCode()))
                .orElseThrow(() -> new NotFound("document.unknown"));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(document.fileName(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .eTag('"' + document.sha256() + '"')
                .body(documents.content(id));
    }
}
