package vn.plancascade.report.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import vn.plancascade.document.DocumentFormat;
import vn.plancascade.document.SentFile;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.organisation.Actor;
import vn.plancascade.report.domain.FigureTable;
import vn.plancascade.report.domain.Outlines;
import vn.plancascade.web.Download;

/** Figures and outlines of reports as files, and outlines that were filled in. */
@RestController
@RequestMapping("/api/v1/reports")
class ReportFileController {

    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final Outlines outlines;
    private final FigureTable table;
    private final FigureExport export;

    ReportFileController(Outlines outlines, FigureTable table, FigureExport export) {
        this.outlines = outlines;
        this.table = table;
        this.export = export;
    }

    /** What the unit is asked for, to be filled in; by default as a workbook. */
    @GetMapping("/{id}/outline")
    ResponseEntity<byte[]> outline(
            Actor actor, @PathVariable long id, @RequestParam(defaultValue = "xlsx") String format) {
        return switch (format) {
            case "docx" ->
                Download.of("de-cuong-" + id + ".docx", DocumentFormat.docx.mediaType())
                        .body(outlines.docx(actor, id));
            case "xlsx" ->
                Download.of("de-cuong-" + id + ".xlsx", XLSX.toString()).body(outlines.xlsx(actor, id));
            default -> throw new InvalidInput("format", "report.outlineFormat");
        };
    }

    /** Reads a workbook that was filled in into the draft; answers the draft. */
    @PostMapping(path = "/{id}/outline", consumes = "multipart/form-data")
    ObjectNode readOutline(
            Actor actor, @PathVariable long id, @RequestParam(required = false) List<MultipartFile> file) {
        return outlines.read(actor, id, SentFile.one(file));
    }

    /** The figures of one period as a file: each unit's own, or with those below where {@code of=sums}. */
    @GetMapping("/export")
    ResponseEntity<byte[]> export(
            Actor actor,
            @RequestParam long plan,
            @RequestParam String period,
            @RequestParam(defaultValue = "xlsx") String format,
            @RequestParam(defaultValue = "figures") String of) {
        if (!format.equals("xlsx") && !format.equals("csv")) {
            throw new InvalidInput("format", "import.format");
        }
        FigureTable.Table figures = table.of(actor, plan, period, of.equals("sums"));
        boolean csv = format.equals("csv");
        return Download.of("so-lieu-" + period + "." + format, csv ? "text/csv;charset=UTF-8" : XLSX.toString())
                .body(csv ? export.csv(figures) : export.xlsx(figures));
    }
}
