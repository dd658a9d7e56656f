package vn.plancascade.monitoring.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.ColumnMap;
import vn.plancascade.organisation.RejectedImport;
import vn.plancascade.organisation.UnitImport;
import vn.plancascade.web.PageController;
import vn.plancascade.web.Texts;

/** Units and people from a file, with a preview; administrators only. */
@PageController
@RequestMapping("/units/import")
class ImportPage {

    private final UnitImport imports;
    private final Texts texts;

    ImportPage(UnitImport imports, Texts texts) {
        this.imports = imports;
        this.texts = texts;
    }

    @GetMapping
    ModelAndView show(Actor actor) {
        actor.requireAdministrator();
        return new ModelAndView("units-import");
    }

    @PostMapping
    ModelAndView run(
            Actor actor,
            @RequestParam(required = false) List<MultipartFile> file,
            @RequestParam(defaultValue = "true") boolean dryRun,
            @RequestParam(required = false) String reason,
            @RequestParam(required = false) List<String> map) {
        actor.requireAdministrator();
        ModelAndView page = new ModelAndView("units-import").addObject("fields", imports.fields());
        if (file == null || file.size() != 1 || file.get(0).isEmpty()) {
            page.addObject("sentence", texts.of("problem.import.noFile"));
            return page;
        }
        page.addObject("fileName", file.get(0).getOriginalFilename());
        try {
            UnitImport.Outcome outcome = imports.run(
                    actor,
                    file.get(0).getOriginalFilename(),
                    file.get(0).getBytes(),
                    dryRun,
                    reason,
                    ColumnMap.sent(map));
            return page.addObject("outcome", outcome).addObject("sheets", outcome.sheets());
        } catch (RejectedImport rejected) {
            return page.addObject("errors", rejected.lines(texts::of))
                    .addObject("more", rejected.more())
                    .addObject("sheets", rejected.sheets())
                    .addObject(
                            "sentence",
                            texts.of(
                                    "problem.import.rejected",
                                    rejected.problems().size() + rejected.more()));
        } catch (InvalidInput wrongMap) {
            return page.addObject("sentence", texts.of(wrongMap.main()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
