package vn.plancascade.report.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.deadline.Obligation;
import vn.plancascade.deadline.ObligationState;
import vn.plancascade.document.Papers;
import vn.plancascade.document.SentFile;
import vn.plancascade.kernel.BusinessProblem;
import vn.plancascade.kernel.Conflict;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.kernel.Names;
import vn.plancascade.kernel.NotFound;
import vn.plancascade.kernel.PageRequest;
import vn.plancascade.kernel.Races;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.Role;
import vn.plancascade.report.domain.Amendments;
import vn.plancascade.report.domain.Outlines;
import vn.plancascade.report.domain.ReportDraft;
import vn.plancascade.report.domain.ReportReader;
import vn.plancascade.report.domain.ReportSources;
import vn.plancascade.report.domain.ReportVersions;
import vn.plancascade.report.domain.ReportVersions.ShownVersion;
import vn.plancascade.report.domain.Sendings;
import vn.plancascade.report.domain.ShownReport;
import vn.plancascade.web.FormProblem;
import vn.plancascade.web.PageController;
import vn.plancascade.web.Texts;
import vn.plancascade.worklist.IssuedAttachments;
import vn.plancascade.worklist.WorkItem;
import vn.plancascade.worklist.Worklist;

/** Reports: what they say, whose figures are in a sum, and what the units below wrote. */
@PageController
@RequestMapping("/reports")
class ReportPages {

    private static final int PARAGRAPHS = 50;

    private final ReportReader reader;
    private final ReportVersions versions;
    private final FigureRows figures;
    private final Amendments amendments;
    private final ReportSources sources;
    private final Outlines outlines;
    private final Papers papers;
    private final Sendings sendings;
    private final Worklist worklist;
    private final IssuedAttachments attachments;
    private final Texts texts;
    private final TransactionTemplate transaction;

    ReportPages(
            ReportReader reader,
            ReportVersions versions,
            FigureRows figures,
            Amendments amendments,
            ReportSources sources,
            Outlines outlines,
            Papers papers,
            Sendings sendings,
            Worklist worklist,
            IssuedAttachments attachments,
            Texts texts,
            PlatformTransactionManager transactions) {
        this.reader = reader;
        this.versions = versions;
        this.figures = figures;
        this.amendments = amendments;
        this.sources = sources;
        this.outlines = outlines;
        this.papers = papers;
        this.sendings = sendings;
        this.worklist = worklist;
        this.attachments = attachments;
        this.texts = texts;
        this.transaction = new TransactionTemplate(transactions);
    }

    @GetMapping("/{id}")
    ModelAndView show(
            Actor actor,
            @PathVariable long id,
            @RequestParam(required = false) String code,
            @RequestParam(required = false) String part,
            @RequestParam(required = false) Integer page) {
        return page(actor, id, code, part, page);
    }

    private ModelAndView page(Actor actor, long id, String code, String part, Integer page) {
        ShownReport shown = reader.get(actor, id);
        Obligation duty = shown.duty();
        List<ShownVersion> issued = versions.of(actor, id);
        ModelAndView view = new ModelAndView("report")
                .addObject("evidence", attachments.of(actor, id, LocaleContextHolder.getLocale()))
                .addObject("shown", shown)
                .addObject("duty", duty)
                .addObject("rows", figures.of(shown))
                .addObject("versions", issued)
                .addObject("current", current(issued, shown.version()))
                .addObject("files", papers.of(actor, duty.subject()))
                .addObject("sendings", sendings.of(id))
                .addObject("parts", ReportDraft.Narrative.PARTS)
                .addObject(
                        "missing",
                        shown.missing().subList(0, Math.min(100, shown.missing().size())))
                .addObject("task", task(actor, duty).map(WorkItem::id).orElse(null))
                .addObject(
                        "mayCorrect",
                        duty.state() == ObligationState.accepted
                                && shown.inWork() == null
                                && duty.kind() == DutyKind.unitReport
                                && (actor.holds(Role.drafter, duty.unitCode())
                                        || actor.holds(Role.head, duty.unitCode())));
        if (code != null) {
            view.addObject("code", code).addObject("below", sources.parts(actor, id, code, PageRequest.of(page, null)));
        }
        String wanted = part == null ? ReportDraft.Narrative.PARTS.get(0) : part;
        if (!ReportDraft.Narrative.PARTS.contains(wanted)) {
            throw new NotFound("report.unknown");
        }
        if (shown.expected() > 0) {
            view.addObject("part", wanted)
                    .addObject("paragraphs", sources.paragraphs(actor, id, wanted, new PageRequest(0, PARAGRAPHS)));
        }
        return view;
    }

    private static ShownVersion current(List<ShownVersion> versions, int version) {
        return versions.stream()
                .filter(each -> each.version() == version)
                .findFirst()
                .orElse(null);
    }

    /** The draft that the reader may write, if there is one. */
    private Optional<WorkItem> task(Actor actor, Obligation duty) {
        return duty.processInstanceId() == null
                ? Optional.empty()
                : worklist.ofCase(actor, duty.processInstanceId())
                        .filter(item -> item.key().matches("userTask_(draftUnitReport|consolidateReport)"));
    }

    /** Puts what a unit below wrote into the reader's draft, with its source. */
    @PostMapping("/{id}/paragraphs")
    String take(
            Actor actor,
            @PathVariable long id,
            @RequestParam String part,
            @RequestParam long from,
            RedirectAttributes afterwards) {
        Obligation duty = reader.visible(actor, id);
        WorkItem task = task(actor, duty).orElseThrow(() -> new NotFound("task.unknown"));
        var paragraph = sources.paragraphs(actor, id, part, new PageRequest(0, PageRequest.MAX_SIZE)).items().stream()
                .filter(told -> told.id() == from)
                .findFirst()
                .orElseThrow(() -> new NotFound("report.unknown"));
        ObjectNode draft = worklist.draft(actor, task.id());
        ObjectNode narrative = draft.withObject("/narrative");
        String before = narrative.path(part).asText("");
        narrative.put(
                part, (before.isBlank() ? "" : before + "\n") + paragraph.text() + " (" + paragraph.unitName() + ")");
        worklist.saveDraft(actor, task.id(), draft);
        afterwards.addFlashAttribute("taken", paragraph.unitName());
        return "redirect:/reports/" + id + "?part=" + part + "#paragraphs";
    }

    @PostMapping("/{id}/outline")
    ModelAndView readOutline(
            Actor actor,
            @PathVariable long id,
            @RequestParam(required = false) List<MultipartFile> file,
            RedirectAttributes afterwards) {
        try {
            outlines.read(actor, id, SentFile.one(file));
        } catch (InvalidInput | Conflict refused) {
            ModelAndView page = page(actor, id, null, null, null)
                    .addObject(
                            "outlineWrong",
                            refused.violations().isEmpty()
                                    ? List.of(texts.of(refused.main()))
                                    : refused.violations().stream()
                                            .map(one -> one.field().startsWith("file")
                                                    ? texts.of(one)
                                                    : one.field() + ": " + texts.of(one))
                                            .toList());
            page.setStatus(FormProblem.of(refused, texts).status());
            return page;
        }
        afterwards.addFlashAttribute("outlineRead", true);
        return new ModelAndView("redirect:/reports/" + id);
    }

    @PostMapping("/{id}/correction")
    ModelAndView correct(
            Actor actor, @PathVariable long id, @RequestParam String reason, RedirectAttributes afterwards) {
        reader.visible(actor, id);
        try {
            String why = Names.clean(reason);
            if (why == null) {
                throw new InvalidInput("reason", "required");
            }
            Races.inTransaction(transaction, () -> {
                amendments.correct(actor, id, why);
                return null;
            });
        } catch (BusinessProblem refused) {
            return FormProblem.of(refused, texts).on(page(actor, id, null, null, null));
        }
        afterwards.addFlashAttribute("begun", true);
        return new ModelAndView("redirect:/reports/" + id);
    }
}
