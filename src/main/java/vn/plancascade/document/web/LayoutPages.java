package vn.plancascade.document.web;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.plancascade.document.DocumentFormat;
import vn.plancascade.document.DocumentKind;
import vn.plancascade.document.Layouts;
import vn.plancascade.document.SentFile;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.organisation.Actor;
import vn.plancascade.web.Download;
import vn.plancascade.web.FormProblem;
import vn.plancascade.web.PageController;
import vn.plancascade.web.Texts;

/** Where office staff replace the layouts of documents. */
@PageController
@RequestMapping("/document-layouts")
class LayoutPages {

    private final Layouts layouts;
    private final Texts texts;

    LayoutPages(Layouts layouts, Texts texts) {
        this.layouts = layouts;
        this.texts = texts;
    }

    @GetMapping
    ModelAndView list(Actor actor) {
        return new ModelAndView("document-layouts", "layouts", layouts.inForce(actor));
    }

    @GetMapping("/{kind}")
    ModelAndView show(Actor actor, @PathVariable DocumentKind kind) {
        return new ModelAndView("document-layout", "versions", layouts.versions(actor, kind)).addObject("kind", kind);
    }

    @PostMapping("/{kind}")
    ModelAndView replace(
            Actor actor,
            @PathVariable DocumentKind kind,
            @RequestParam(required = false) List<MultipartFile> file,
            RedirectAttributes afterwards) {
        try {
            layouts.replace(actor, kind, SentFile.one(file));
        } catch (InvalidInput refused) {
            return refused(actor, kind, refused);
        }
        afterwards.addFlashAttribute("replaced", true);
        return new ModelAndView("redirect:/document-layouts/" + kind);
    }

    /** Gives the preview as a file, or the page with what is wrong. */
    @PostMapping("/{kind}/preview")
    Object preview(
            Actor actor, @PathVariable DocumentKind kind, @RequestParam(required = false) List<MultipartFile> file) {
        try {
            byte[] pdf = layouts.preview(actor, kind, SentFile.oneOrNone(file), DocumentFormat.pdf);
            return Download.of("xem-truoc-" + kind + ".pdf", DocumentFormat.pdf.mediaType())
                    .body(pdf);
        } catch (InvalidInput refused) {
            return refused(actor, kind, refused);
        }
    }

    @PostMapping("/{kind}/restore")
    String restore(
            Actor actor, @PathVariable DocumentKind kind, @RequestParam int version, RedirectAttributes afterwards) {
        layouts.restore(actor, kind, version);
        afterwards.addFlashAttribute("replaced", true);
        return "redirect:/document-layouts/" + kind;
    }

    private ModelAndView refused(Actor actor, DocumentKind kind, InvalidInput refused) {
        ModelAndView page = show(actor, kind)
                .addObject("wrong", refused.violations().stream().map(texts::of).toList());
        page.setStatus(FormProblem.of(refused, texts).status());
        return page;
    }
}
