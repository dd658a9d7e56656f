package vn.plancascade.reorganisation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.plancascade.kernel.BusinessProblem;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.kernel.Names;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.RejectedImport;
import vn.plancascade.reorganisation.UnitChange;
import vn.plancascade.reorganisation.UnitChange.Kind;
import vn.plancascade.reorganisation.UnitChangeFiles;
import vn.plancascade.reorganisation.UnitChanges;
import vn.plancascade.web.FormProblem;
import vn.plancascade.web.PageController;
import vn.plancascade.web.SentFile;
import vn.plancascade.web.Texts;

/** "Sắp xếp lại đơn vị": what a change means is shown before it is made. */
@PageController
@RequestMapping("/units/changes")
class UnitChangePages {

    private static final Typed NOTHING = new Typed(Kind.merge, null, null, null, null, null, null);

    private final UnitChanges changes;
    private final UnitChangeFiles files;
    private final Texts texts;

    UnitChangePages(UnitChanges changes, UnitChangeFiles files, Texts texts) {
        this.changes = changes;
        this.files = files;
        this.texts = texts;
    }

    @GetMapping
    String form(Actor actor, Model model) {
        actor.requireAdministrator();
        return show(NOTHING, model);
    }

    private static String show(Typed typed, Model model) {
        model.addAttribute("typed", typed);
        model.addAttribute("kinds", Kind.values());
        return "unit-changes";
    }

    @PostMapping
    String change(Actor actor, Typed typed, Model model, HttpServletResponse response, RedirectAttributes afterwards) {
        boolean make = Boolean.TRUE.equals(typed.make());
        try {
            UnitChange change = typed.change();
            model.addAttribute("consequences", changes.run(actor, change, !make));
            model.addAttribute("keptUntil", change.keepUntil());
        } catch (BusinessProblem refused) {
            FormProblem problem = FormProblem.of(refused, texts);
            response.setStatus(problem.status().value());
            model.addAttribute("problem", problem);
            return show(typed, model);
        }
        if (make) {
            afterwards.addFlashAttribute("made", true);
            return "redirect:/units/changes";
        }
        return show(typed, model);
    }

    @PostMapping("/file")
    String changeMany(
            Actor actor,
            @RequestParam(required = false) List<MultipartFile> file,
            @RequestParam(defaultValue = "true") boolean dryRun,
            Model model,
            HttpServletResponse response,
            RedirectAttributes afterwards) {
        actor.requireAdministrator();
        try {
            SentFile sent = SentFile.of(file);
            model.addAttribute("fileName", sent.name());
            model.addAttribute("outcome", files.run(actor, sent.name(), sent.content(), dryRun));
        } catch (RejectedImport rejected) {
            response.setStatus(422);
            model.addAttribute("rejected", rejected);
            model.addAttribute("errors", rejected.lines(texts::of));
            return show(NOTHING, model);
        } catch (InvalidInput noFile) {
            response.setStatus(422);
            model.addAttribute("noFile", texts.of(noFile.main()));
            return show(NOTHING, model);
        }
        if (!dryRun) {
            afterwards.addFlashAttribute("made", true);
            return "redirect:/units/changes";
        }
        return show(NOTHING, model);
    }

    /** @param units codes with blanks, commas or lines between them; {@code into} likewise */
    record Typed(Kind kind, String units, String into, String from, String name, String keepUntil, Boolean make) {

        UnitChange change() {
            return new UnitChange(
                    kind,
                    Names.listed(units),
                    Names.listed(into),
                    day("from", from),
                    name,
                    day("keepUntil", keepUntil));
        }

        private static LocalDate day(String field, String typed) {
            return Names.clean(typed) == null ? null : VietnamTime.typedDay(field, typed);
        }
    }
}
