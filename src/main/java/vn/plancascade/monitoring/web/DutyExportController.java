package vn.plancascade.monitoring.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.web.Texts;

/** The list of duties as a file. */
@RestController
@RequestMapping("/api/v1/obligations/export")
class DutyExportController {

    private final ListExport export;
    private final DutyListing listing;
    private final ChosenColumns chosen;
    private final Organisation organisation;
    private final Texts texts;

    DutyExportController(
            ListExport export, DutyListing listing, ChosenColumns chosen, Organisation organisation, Texts texts) {
        this.export = export;
        this.listing = listing;
        this.chosen = chosen;
        this.organisation = organisation;
        this.texts = texts;
    }

    @GetMapping
    ResponseEntity<Resource> export(
            Actor actor,
            @ParameterObject ObligationFilter filter,
            @RequestParam(required = false) Listing.Format format,
            HttpServletRequest request)
            throws IOException {
        List<DutyColumn> columns = filter.columns() == null ? chosen.of(actor) : filter.columns();
        Listing list =
                listing.of(filter.query(), organisation.scopeOf(actor), columns, FilterInWords.of(filter, texts));
        return export.answer(list, format, request);
    }
}
