package vn.plancascade.followup.web;

import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import vn.plancascade.document.SentFile;
import vn.plancascade.followup.DeadlinePolicies;
import vn.plancascade.followup.DeadlinePolicies.Change;
import vn.plancascade.followup.DeadlinePolicies.Preview;
import vn.plancascade.followup.DeadlinePolicies.Version;
import vn.plancascade.organisation.Actor;
import vn.plancascade.web.Download;

/** The decision table of reminders and escalation, for administrators. */
@RestController
@RequestMapping("/api/v1/deadline-policy")
class DeadlinePolicyController {

    private final DeadlinePolicies policies;

    DeadlinePolicyController(DeadlinePolicies policies) {
        this.policies = policies;
    }

    /** The file in force, and all that were before it. */
    @GetMapping
    InForce inForce(Actor actor) {
        List<Version> history = policies.versions(actor);
        return new InForce(history.get(0).version(), policies.content(actor, null), history);
    }

    /** @param version by default the one in force */
    @GetMapping("/file")
    ResponseEntity<byte[]> file(Actor actor, @RequestParam(required = false) Integer version) {
        return Download.of("deadlinePolicy.dmn", MediaType.APPLICATION_XML_VALUE)
                .body(policies.content(actor, version).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    /** Checks the file and says what it changes; puts it in force unless this is a dry run. */
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Replaced replace(
            Actor actor,
            @RequestParam(required = false) List<MultipartFile> file,
            @RequestParam(defaultValue = "false") boolean dryRun) {
        Preview preview =
                dryRun ? policies.tryOut(actor, SentFile.one(file)) : policies.replace(actor, SentFile.one(file));
        return new Replaced(
                !dryRun,
                policies.versions(actor).get(0).version(),
                preview.duties(),
                preview.mornings().size(),
                preview.changes());
    }

    record InForce(int version, String content, List<Version> history) {}

    /**
     * @param version the one in force now
     * @param duties open duties that the comparison looked at
     * @param mornings working mornings to come that it looked at
     */
    record Replaced(boolean applied, int version, int duties, int mornings, List<Change> changes) {}
}
