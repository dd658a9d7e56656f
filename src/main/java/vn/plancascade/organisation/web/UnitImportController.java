package vn.plancascade.organisation.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.kernel.Violation;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.ColumnMap;
import vn.plancascade.organisation.RejectedImport;
import vn.plancascade.organisation.UnitImport;
import vn.plancascade.web.Download;
import vn.plancascade.web.Texts;

/** Units and people from a file; administrators only. */
@RestController
@RequestMapping("/api/v1/units/import")
class UnitImportController {

    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final UnitImport imports;
    private final Texts texts;

    UnitImportController(UnitImport imports, Texts texts) {
        this.imports = imports;
        this.texts = texts;
    }

    /** @param map what columns are, as {@code field=header}, where it is not seen by itself; remembered for the caller */
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    UnitImport.Outcome run(
            Actor actor,
            @RequestParam(required = false) List<MultipartFile> file,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestParam(required = false) String reason,
            @RequestParam(required = false) List<String> map) {
        actor.requireAdministrator();
        if (file == null || file.isEmpty()) {
            throw new InvalidInput("file", "import.noFile");
        }
        if (file.size() > 1) {
            throw new InvalidInput("file", "import.oneFile");
        }
        try {
            return imports.run(
                    actor,
                    file.get(0).getOriginalFilename(),
                    file.get(0).getBytes(),
                    dryRun,
                    reason,
                    ColumnMap.sent(map));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** An empty file to fill in; {@code of=people} asks for the CSV of people. */
    @GetMapping("/template")
    ResponseEntity<byte[]> template(
            Actor actor,
            @RequestParam(defaultValue = "xlsx") String format,
            @RequestParam(defaultValue = "units") String of) {
        actor.requireAdministrator();
        boolean people = of.equals("people");
        return switch (format) {
            case "csv" ->
                file(
                        people ? "mau-nguoi.csv" : "mau-don-vi.csv",
                        MediaType.parseMediaType("text/csv;charset=UTF-8"),
                        imports.csvTemplate(people));
            case "xlsx" -> file("mau-don-vi.xlsx", XLSX, imports.xlsxTemplate());
            default -> throw new InvalidInput("format", "import.format");
        };
    }

    private static ResponseEntity<byte[]> file(String name, MediaType type, byte[] content) {
        return Download.of(name, type.toString()).body(content);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> rejected(RejectedImport rejected) {
        String sentence =
                texts.of("problem.import.rejected", rejected.problems().size() + rejected.more());
        ProblemDetail detail = ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_ENTITY, sentence);
        detail.setType(URI.create("urn:plan-cascade:problem:import.rejected"));
        detail.setProperty(
                "errors", rejected.problems().stream().map(this::error).toList());
        detail.setProperty("more", rejected.more());
        detail.setProperty("sheets", rejected.sheets());
        return ResponseEntity.unprocessableEntity().body(detail);
    }

    private Map<String, Object> error(RejectedImport.Problem problem) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("row", problem.row());
        error.put("column", problem.column());
        error.put("message", texts.of(new Violation(problem.column(), problem.code(), problem.args())));
        return error;
    }
}
