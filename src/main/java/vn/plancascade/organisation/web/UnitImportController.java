package vn.plancascade.organisation.web;

import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.ColumnMap;
import vn.plancascade.organisation.UnitImport;
import vn.plancascade.web.Download;
import vn.plancascade.web.SentFile;

/** Units and people from a file; administrators only. */
@RestController
@RequestMapping("/api/v1/units/import")
class UnitImportController {

    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final UnitImport imports;

    UnitImportController(UnitImport imports) {
        this.imports = imports;
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
        SentFile sent = SentFile.of(file);
        return imports.run(actor, sent.name(), sent.content(), dryRun, reason, ColumnMap.sent(map));
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
}
