package vn.plancascade.monitoring.web;

import java.util.Comparator;
import java.util.List;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import vn.plancascade.audit.Audit;
import vn.plancascade.audit.AuditQuery;
import vn.plancascade.organisation.Actor;
import vn.plancascade.plan.NationalPlans;
import vn.plancascade.web.PageController;
import vn.plancascade.web.Texts;

/** Who did what, for administrators and inspectors. */
@PageController
@RequestMapping("/audit")
class AuditPages {

    private final Audit audit;
    private final AuditTexts lines;
    private final NationalPlans plans;
    private final Texts texts;

    AuditPages(Audit audit, AuditTexts lines, NationalPlans plans, Texts texts) {
        this.audit = audit;
        this.lines = lines;
        this.plans = plans;
        this.texts = texts;
    }

    @GetMapping
    String list(Actor actor, AuditFilter filter, Model model) {
        AuditPart part = AuditPart.of(audit, actor, filter);
        model.addAttribute("filter", filter);
        model.addAttribute("lines", lines.of(part.entries()));
        model.addAttribute("next", part.next() == null ? null : filter.next(part.next()));
        model.addAttribute("plans", plans.visibleTo(actor));
        model.addAttribute("words", words());
        return "audit";
    }

    private List<Word> words() {
        return AuditQuery.WORDS.stream()
                .map(what -> new Word(what, AuditTexts.word(what, texts)))
                .sorted(Comparator.comparing(Word::text))
                .toList();
    }

    /** @param what as the filter names it */
    record Word(String what, String text) {}
}
