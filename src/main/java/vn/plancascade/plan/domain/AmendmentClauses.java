package vn.plancascade.plan.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.plancascade.deadline.PeriodText;
import vn.plancascade.document.Block;
import vn.plancascade.document.DocumentKind;
import vn.plancascade.document.DocumentTexts;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.organisation.UnitKind;
import vn.plancascade.plan.AmendmentContent;
import vn.plancascade.plan.PlanContent;
import vn.plancascade.plan.PlanContent.Period;
import vn.plancascade.plan.PlanContent.Task;

/** What an amendment's document says: what is added, what reads otherwise, what falls away, and which days move. */
@Component
class AmendmentClauses {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
    private static final DocumentKind KIND = DocumentKind.planAmendment;

    private final DocumentTexts texts;
    private final MessageSource messages;

    AmendmentClauses(DocumentTexts texts, MessageSource messages) {
        this.texts = texts;
        this.messages = messages;
    }

    /** @param plan the plan that is amended, by number and date */
    List<Block> write(String ministry, String plan, PlanContent before, AmendmentContent content) {
        PlanContent after = content.plan();
        List<Block> body = new ArrayList<>(Bases.of(List.of(plan), KIND, texts));
        if (content.reason() != null) {
            PlanContent.lines(content.reason()).forEach(line -> body.add(Block.text(line)));
        }
        body.add(Block.text(text("opening", "coQuanBanHanh", ministry, "keHoach", plan)));
        int clause = 0;
        List<Task> added = after.tasks().stream()
                .filter(task -> before.task(task.no()).isEmpty())
                .toList();
        if (!added.isEmpty()) {
            body.add(Block.heading(text("heading.added", "dieu", ++clause)));
            added.forEach(task -> task(task, body));
        }
        List<Task> changed = after.tasks().stream()
                .filter(task -> !added.contains(task) && !before.tasks().contains(task))
                .toList();
        if (!changed.isEmpty()) {
            body.add(Block.heading(text("heading.changed", "dieu", ++clause)));
            changed.forEach(task -> task(task, body));
        }
        List<Task> dropped = before.tasks().stream()
                .filter(task -> after.task(task.no()).isEmpty())
                .toList();
        if (!dropped.isEmpty()) {
            body.add(Block.heading(text("heading.dropped", "dieu", ++clause)));
            dropped.forEach(task -> body.add(Block.text(task.numbered())));
        }
        List<String> days = days(before, after);
        if (!days.isEmpty()) {
            body.add(Block.heading(text("heading.days", "dieu", ++clause)));
            days.forEach(line -> body.add(Block.text(line)));
        }
        clause = text(before.legalBasis(), after.legalBasis(), "heading.legalBasis", clause, body);
        clause = text(before.objectives(), after.objectives(), "heading.objectives", clause, body);
        body.add(Block.heading(text("heading.organisation", "dieu", ++clause)));
        if (!added.isEmpty()) {
            LocalDate day = content.supplementDeadline();
            body.add(Block.text(
                    day == null ? text("supplements") : text("supplements.until", "thoiHan", until(after, day))));
        }
        body.add(Block.text(text("rest")));
        return body;
    }

    private int text(String was, String is, String heading, int clause, List<Block> body) {
        if (PlanContent.lines(was).equals(PlanContent.lines(is))) {
            return clause;
        }
        body.add(Block.heading(text(heading, "dieu", clause + 1)));
        PlanContent.lines(is).forEach(line -> body.add(Block.text(line)));
        return clause + 1;
    }

    private void task(Task task, List<Block> body) {
        body.add(Block.text(task.numbered()));
        PlanContent.lines(task.content()).forEach(line -> body.add(Block.text(line)));
        body.add(Block.text(text(
                "addressed", "donVi", task.kinds().stream().map(this::inWords).collect(Collectors.joining(", ")))));
    }

    private String inWords(UnitKind kind) {
        return messages.getMessage("unitKind." + kind, null, kind.name(), VIETNAMESE);
    }

    private List<String> days(PlanContent before, PlanContent after) {
        List<String> lines = new ArrayList<>();
        if (after.subPlanDeadline() != null && !after.subPlanDeadline().equals(before.subPlanDeadline())) {
            lines.add(text("days.subPlans", "thoiHan", until(after, after.subPlanDeadline())));
        }
        for (Period period : after.reportCalendar()) {
            if (before.period(period.period())
                    .filter(was -> was.due().equals(period.due()))
                    .isEmpty()) {
                lines.add(text(
                        "days.report",
                        "ky",
                        PeriodText.of(period.period(), messages, VIETNAMESE),
                        "thoiHan",
                        until(after, period.due())));
            }
        }
        return lines;
    }

    private String until(PlanContent plan, LocalDate day) {
        return messages.getMessage("page.bound." + plan.bound(), new Object[] {VietnamTime.text(day)}, VIETNAMESE);
    }

    private String text(String key, Object... values) {
        return texts.of(KIND, key, values);
    }
}
