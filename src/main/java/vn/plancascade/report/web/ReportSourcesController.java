package vn.plancascade.report.web;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.kernel.Page;
import vn.plancascade.kernel.PageRequest;
import vn.plancascade.organisation.Actor;
import vn.plancascade.report.domain.ReportDraft;
import vn.plancascade.report.domain.ReportSources;
import vn.plancascade.report.domain.ReportSources.Paragraph;
import vn.plancascade.report.domain.ReportSources.Part;

/** Of what a report is made: whose figures, and what the units below wrote. */
@RestController
@RequestMapping("/api/v1/reports/{id}")
class ReportSourcesController {

    private final ReportSources sources;

    ReportSourcesController(ReportSources sources) {
        this.sources = sources;
    }

    /** Whose figures make up the sum of one indicator. */
    @GetMapping("/parts")
    Page<Part> parts(
            Actor actor,
            @PathVariable long id,
            @RequestParam String code,
            @RequestParam(required = false) Integer page,
            @RequestParam(required = false) Integer size) {
        return sources.parts(actor, id, code, PageRequest.of(page, size));
    }

    /** What the units below wrote in one part of the narrative, with who wrote it. */
    @GetMapping("/paragraphs")
    Page<Paragraph> paragraphs(
            Actor actor,
            @PathVariable long id,
            @RequestParam String part,
            @RequestParam(required = false) Integer page,
            @RequestParam(required = false) Integer size) {
        if (!ReportDraft.Narrative.PARTS.contains(part)) {
            throw new InvalidInput("part", "report.part", String.join(", ", ReportDraft.Narrative.PARTS));
        }
        return sources.paragraphs(actor, id, part, PageRequest.of(page, size));
    }
}
