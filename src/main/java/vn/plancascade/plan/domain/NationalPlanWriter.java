package vn.plancascade.plan.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.plancascade.deadline.Bound;
import vn.plancascade.deadline.PeriodText;
import vn.plancascade.document.Block;
import vn.plancascade.document.Block.Column;
import vn.plancascade.document.DocumentKind;
import vn.plancascade.document.DocumentTexts;
import vn.plancascade.document.Letterheads;
import vn.plancascade.document.OfficialDocument;
import vn.plancascade.document.OfficialDocument.Annex;
import vn.plancascade.kernel.Names;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.organisation.Unit;
import vn.plancascade.plan.PlanContent;
import vn.plancascade.plan.PlanContent.Headings;
import vn.plancascade.plan.PlanContent.Period;
import vn.plancascade.plan.PlanContent.Task;

/** Writes the ministry's plan as a document, with its tasks and its indicators annexed. */
@Component
class NationalPlanWriter {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
    private static final DocumentKind KIND = DocumentKind.nationalPlan;
    private static final List<String> NUMERALS = List.of("I", "II", "III", "IV");

    private final DocumentTexts texts;
    private final Letterheads letterheads;
    private final MessageSource messages;

    NationalPlanWriter(DocumentTexts texts, Letterheads letterheads, MessageSource messages) {
        this.texts = texts;
        this.letterheads = letterheads;
        this.messages = messages;
    }

    /** @param day the one on which whoever signs it is looked for */
    OfficialDocument write(Unit ministry, PlanContent plan, LocalDate day, boolean draft) {
        return new OfficialDocument(
                KIND,
                letterheads.superiorOf(ministry),
                ministry.name(),
                draft ? null : plan.documentNumber(),
                Letterheads.symbol(ministry, SubPlans.SERIES),
                ministry.place(),
                draft ? null : plan.documentDate(),
                text("type"),
                plan.subject(),
                List.of(),
                body(ministry, plan),
                letterheads.signing(ministry.code(), plan.signatory(), day),
                letterheads.person(plan.signatory()),
                PlanContent.lines(plan.recipients()),
                annexes(plan),
                draft);
    }

    private List<Block> body(Unit ministry, PlanContent plan) {
        List<Block> body = new ArrayList<>(Bases.of(PlanContent.lines(plan.legalBasis()), KIND, texts));
        body.add(Block.text(
                text("opening", "coQuanBanHanh", ministry.name(), "trichYeu", Names.lowered(plan.subject()))));
        Iterator<String> numerals = NUMERALS.iterator();
        body.add(heading(plan, "objectives", Headings::objectives, numerals.next()));
        numbered(PlanContent.lines(plan.objectives()), body);
        body.add(heading(plan, "tasks", Headings::tasks, numerals.next()));
        plan.tasks().forEach(task -> task(task, body));
        List<String> budget = PlanContent.lines(plan.budget());
        if (!budget.isEmpty()) {
            body.add(heading(plan, "budget", Headings::budget, numerals.next()));
            budget.forEach(line -> body.add(Block.text(line)));
        }
        body.add(heading(plan, "organisation", Headings::organisation, numerals.next()));
        numbered(organisation(plan), body);
        return body;
    }

    /** The section's name is the plan's own, or the usual one; its numeral is written here. */
    private Block heading(PlanContent plan, String section, Function<Headings, String> own, String numeral) {
        return Block.heading(plan.heading(own)
                .map(name -> text("heading.own", "so", numeral, "ten", name))
                .orElseGet(() -> text("heading." + section, "so", numeral)));
    }

    private void task(Task task, List<Block> body) {
        body.add(Block.text(task.numbered()));
        PlanContent.lines(task.content()).forEach(line -> body.add(Block.text(line)));
        String who = Stream.of(labelled("lead", task.leadUnits()), labelled("coordinating", task.coordinatingUnits()))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
        if (!who.isEmpty()) {
            body.add(Block.text(who));
        }
    }

    private String labelled(String key, String units) {
        return units == null || units.isBlank() ? null : text(key, "donVi", units.strip());
    }

    private List<String> organisation(PlanContent plan) {
        List<String> lines = new ArrayList<>(PlanContent.lines(plan.organisation()));
        if (plan.subPlanDeadline() != null) {
            lines.add(text("organisation.subPlans", "thoiHan", until(plan.bound(), plan.subPlanDeadline())));
        }
        List<Period> said = plan.reportCalendar().stream()
                .filter(period -> period.period() != null && period.due() != null)
                .toList();
        if (!said.isEmpty()) {
            String periods = said.stream().map(period -> period(plan, period)).collect(Collectors.joining("; "));
            lines.add(
                    plan.focalUnit() == null || plan.focalUnit().isBlank()
                            ? text("organisation.reports", "cacKy", periods)
                            : text(
                                    "organisation.reportsThrough",
                                    "dauMoi",
                                    letterheads.nameOf(plan.focalUnit()),
                                    "cacKy",
                                    periods));
        }
        lines.add(text("organisation.questions"));
        return lines;
    }

    private String period(PlanContent plan, Period period) {
        return text(
                "organisation.period",
                "ky",
                PeriodText.of(period.period(), messages, VIETNAMESE),
                "thoiHan",
                until(plan.bound(), period.due()));
    }

    private String until(Bound bound, LocalDate day) {
        return messages.getMessage("page.bound." + bound, new Object[] {VietnamTime.text(day)}, VIETNAMESE);
    }

    private static void numbered(List<String> lines, List<Block> body) {
        for (int i = 0; i < lines.size(); i++) {
            body.add(Block.text((i + 1) + ". " + lines.get(i)));
        }
    }

    private List<Annex> annexes(PlanContent plan) {
        boolean both = !plan.tasks().isEmpty() && !plan.indicators().isEmpty();
        List<Annex> annexes = new ArrayList<>();
        if (!plan.tasks().isEmpty()) {
            Block table = new Block.Table(
                    Column.of(texts.list(KIND, "columns.tasks"), 12, 44, 30, 14),
                    plan.tasks().stream().map(this::row).toList());
            annexes.add(new Annex(annexName(both, "I"), text("annex.tasks"), List.of(table)));
        }
        if (!plan.indicators().isEmpty()) {
            Block table = new Block.Table(
                    Column.of(texts.list(KIND, "columns.indicators"), 10, 58, 16, 16),
                    plan.indicators().stream()
                            .map(indicator -> List.of(
                                    Objects.toString(indicator.code(), ""),
                                    Objects.toString(indicator.label(), ""),
                                    Objects.toString(indicator.unit(), ""),
                                    String.join(", ", indicator.taskNos())))
                            .toList());
            annexes.add(new Annex(annexName(both, "II"), text("annex.indicators"), List.of(table)));
        }
        return annexes;
    }

    private String annexName(boolean several, String numeral) {
        return several ? text("annex.numbered", "so", numeral) : text("annex");
    }

    private List<String> row(Task task) {
        String when = text("condition." + task.condition());
        return List.of(
                Objects.toString(task.no(), ""),
                Objects.toString(task.title(), ""),
                task.kinds().stream()
                        .map(kind -> messages.getMessage("unitKind." + kind, null, kind.name(), VIETNAMESE))
                        .collect(Collectors.joining(", ")),
                task.mandatory() ? when : text("condition.optional", "khiNao", when));
    }

    private String text(String key, Object... values) {
        return texts.of(KIND, key, values);
    }
}
