package vn.plancascade.monitoring.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.plancascade.deadline.Obligations;
import vn.plancascade.kernel.Names;
import vn.plancascade.kernel.Page;
import vn.plancascade.kernel.PageRequest;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.web.PageController;
import vn.plancascade.web.Texts;
import vn.plancascade.worklist.WorkItem;
import vn.plancascade.worklist.Worklist;

/** The start page: the work that waits for whoever has logged in. */
@PageController
class WorkPage {

    private static final String NATIONAL_PLAN = "nationalPlan";
    private static final String OVERDUE_FOLLOW_UP = "overdueFollowUp";
    private static final String UNIT_REPORT = "unitReport";
    private static final String REPORT_CYCLE = "reportCycle";

    /** Up to so many tasks are looked through by eye. */
    private static final int FEW = 10;

    private final Worklist worklist;
    private final Organisation organisation;
    private final Obligations obligations;
    private final Deadlines deadlines;
    private final Texts texts;

    WorkPage(Worklist worklist, Organisation organisation, Obligations obligations, Deadlines deadlines, Texts texts) {
        this.worklist = worklist;
        this.organisation = organisation;
        this.obligations = obligations;
        this.deadlines = deadlines;
        this.texts = texts;
    }

    @GetMapping("/")
    String show(
            Actor actor,
            @RequestParam(required = false) String unit,
            @RequestParam(required = false) String q,
            @RequestParam(required = false) Integer page,
            @RequestParam(required = false) Integer size,
            Model model) {
        String chosen = Names.code(unit);
        String text = Names.clean(q);
        Page<WorkItem> found = worklist.mine(actor, null, chosen, text, PageRequest.of(page, size));
        // Whoever takes a report over wants to know whose it is.
        Map<Long, String> reporting = obligations.unitsOf(found.items().stream()
                .filter(item -> item.processKey().equals(UNIT_REPORT))
                .map(WorkItem::subject)
                .toList());
        Function<WorkItem, String> unitOf =
                item -> item.processKey().equals(UNIT_REPORT) ? reporting.get(item.subject()) : item.unitCode();
        Map<String, String> names =
                organisation.unitNames(found.items().stream().map(unitOf).collect(Collectors.toSet()));
        List<Row> rows = found.items().stream()
                .map(item -> row(item, unitOf.apply(item), names))
                .toList();
        model.addAttribute("rows", rows);
        model.addAttribute("unit", chosen);
        model.addAttribute("q", text);
        model.addAttribute("searchable", text != null || found.total() > FEW);
        model.addAttribute("units", new TreeMap<>(organisation.unitNames(actor.units())));
        model.addAttribute("pager", Pager.of(found, number -> address(chosen, text, number, size)));
        return "work";
    }

    private static String address(String unit, String text, int page, Integer size) {
        return Address.of("/")
                .with("unit", unit)
                .with("q", text)
                .with("page", page)
                .with("size", size)
                .toString();
    }

    private Row row(WorkItem item, String unitCode, Map<String, String> names) {
        boolean ofMinistry = item.processKey().equals(NATIONAL_PLAN);
        return new Row(
                item.id(),
                texts.ofOr("task." + item.key(), item.name()),
                unitCode,
                names.getOrDefault(unitCode, unitCode),
                deadlines.text(item.dueAt()),
                deadlines.isPast(item.dueAt()),
                deadlines.daysPast(item.dueAt()),
                item.assignee() != null,
                item.createdAt(),
                about(item),
                ofMinistry,
                worklist.hasDocument(item));
    }

    /** Where the plan, the duty or the overdue duties are shown that the task is about. */
    private static String about(WorkItem item) {
        return switch (item.processKey()) {
            case NATIONAL_PLAN -> "/plans/" + item.subject();
            case OVERDUE_FOLLOW_UP ->
                Address.of("/obligations")
                        .with("plan", item.subject())
                        .with("overdue", true)
                        .toString();
            case UNIT_REPORT, REPORT_CYCLE -> "/reports/" + item.subject();
            default -> "/obligations/" + item.subject();
        };
    }

    /**
     * One task.
     *
     * @param about where the plan or the duty is shown that the task belongs to
     * @param hasDocument whether its draft can be looked at as a document
     */
    record Row(
            String id,
            String name,
            String unitCode,
            String unitName,
            String due,
            boolean overdue,
            long daysPast,
            boolean claimed,
            Instant createdAt,
            String about,
            boolean ofMinistry,
            boolean hasDocument) {}
}
