package vn.plancascade.reorganisation.web;

import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import vn.plancascade.organisation.Actor;
import vn.plancascade.reorganisation.Consequences;
import vn.plancascade.reorganisation.UnitChange;
import vn.plancascade.reorganisation.UnitChangeFiles;
import vn.plancascade.reorganisation.UnitChanges;
import vn.plancascade.web.Download;
import vn.plancascade.web.SentFile;

/** Mergers and other changes of units, tried before they are made. */
@RestController
@RequestMapping("/api/v1/units/changes")
class UnitChangeController {

    private final UnitChanges changes;
    private final UnitChangeFiles files;

    UnitChangeController(UnitChanges changes, UnitChangeFiles files) {
        this.changes = changes;
        this.files = files;
    }

    /** @param dryRun true, as it is without it, only tells what would happen */
    @PostMapping
    Consequences change(
            Actor actor, @RequestParam(defaultValue = "true") boolean dryRun, @RequestBody UnitChange change) {
        return changes.run(actor, change, dryRun);
    }

    /**
     * Many at once.
     *
     * @param dryRun true, as it is without it, only tells what would happen
     */
    @PostMapping(path = "/file", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    UnitChangeFiles.Outcome changeMany(
            Actor actor,
            @RequestParam(required = false) List<MultipartFile> file,
            @RequestParam(defaultValue = "true") boolean dryRun) {
        actor.requireAdministrator();
        SentFile sent = SentFile.of(file);
        return files.run(actor, sent.name(), sent.content(), dryRun);
    }

    /** The changes of 01/07/2025, by the codes of the sample's units; to be read as an example. */
    @GetMapping("/sample")
    ResponseEntity<byte[]> sample(Actor actor, @RequestParam(defaultValue = "provinces") ReformOf2025 of) {
        actor.requireAdministrator();
        return Download.of(of.fileName, "text/csv;charset=UTF-8").body(of.file());
    }
}
