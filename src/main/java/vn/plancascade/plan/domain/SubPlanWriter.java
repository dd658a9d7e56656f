package vn.plancascade.plan.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.plancascade.deadline.Obligation;
import vn.plancascade.deadline.Obligations;
import vn.plancascade.document.Block;
import vn.plancascade.document.Block.Column;
import vn.plancascade.document.DocumentKind;
import vn.plancascade.document.DocumentTexts;
import vn.plancascade.document.Issuing;
import vn.plancascade.document.Letterheads;
import vn.plancascade.document.OfficialDocument;
import vn.plancascade.kernel.Names;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.organisation.Unit;
import vn.plancascade.plan.PlanContent;
import vn.plancascade.plan.SubPlanContent;
import vn.plancascade.plan.SubPlanContent.Item;
import vn.plancascade.plan.SubPlanContent.Response;

/** Writes a unit's sub-plan as a document. */
@Component
class SubPlanWriter {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
    private static final DocumentKind KIND = DocumentKind.subPlan;
    private static final List<String> NUMERALS = List.of("III", "IV", "V");
    private static final String TYPE = "kế hoạch ";

    private final DocumentTexts texts;
    private final Obligations obligations;
    private final Issuing issuing;
    private final Letterheads letterheads;
    private final Clock clock;

    SubPlanWriter(DocumentTexts texts, Obligations obligations, Issuing issuing, Letterheads letterheads, Clock clock) {
        this.texts = texts;
        this.obligations = obligations;
        this.issuing = issuing;
        this.letterheads = letterheads;
        this.clock = clock;
    }

    OfficialDocument write(SubPlans.Work work, SubPlanContent content, boolean draft) {
        Unit unit = work.unit();
        Obligation duty = work.obligation();
        String signatory = draft ? issuing.defaultSignatory(unit.code()) : duty.signatory();
        return new OfficialDocument(
                KIND,
                letterheads.superiorOf(unit),
                unit.name(),
                draft ? null : duty.documentNumber(),
                Letterheads.symbolIfNumbered(unit, SubPlans.SERIES),
                unit.place(),
                draft ? null : duty.documentDate(),
                text("type"),
                subject(content, work.plan().content()),
                List.of(),
                body(work, content),
                signing(duty, unit, signatory, draft),
                letterheads.person(signatory),
                recipients(unit),
                List.of(),
                draft);
    }

    /** As it was kept when the document was issued; for a draft, as it would be today. */
    private List<String> signing(Obligation duty, Unit unit, String signatory, boolean draft) {
        return draft
                ? letterheads.signing(unit.code(), signatory, VietnamTime.dayOf(clock.instant()))
                : obligations
                        .signature(duty.id())
                        .map(Obligations.Signature::block)
                        .orElseGet(() -> letterheads.signing(unit.code(), signatory, duty.documentDate()));
    }

    /** The title without the word that the document bears above it already. */
    private static String subject(SubPlanContent content, PlanContent above) {
        String title = Objects.toString(content.title(), Objects.toString(above.subject(), ""));
        if (!title.toLowerCase(VIETNAMESE).startsWith(TYPE)) {
            return title;
        }
        String rest = title.substring(TYPE.length());
        return rest.isEmpty() ? rest : rest.substring(0, 1).toUpperCase(VIETNAMESE) + rest.substring(1);
    }

    private List<String> recipients(Unit unit) {
        List<String> recipients = new ArrayList<>();
        if (unit.reportsToCode() != null) {
            recipients.add(text("recipients.superior", "donVi", letterheads.nameOf(unit.reportsToCode())));
        }
        recipients.add(text("recipients.within", "noiBo", within(unit)));
        recipients.add(text("recipients.archive"));
        return recipients;
    }

    /** Who carries the plan out within a unit of this kind. */
    private String within(Unit unit) {
        return texts.special(KIND, "within", unit.kind());
    }

    private List<Block> body(SubPlans.Work work, SubPlanContent content) {
        Unit unit = work.unit();
        PlanContent above = work.plan().content();
        String parent = text(
                "parent",
                "soKeHoach",
                above.documentNumber(),
                "ngayKeHoach",
                VietnamTime.text(above.documentDate()),
                "coQuanKeHoach",
                letterheads.nameOf(work.plan().unitCode()));
        String basis = text("parent.subject", "keHoach", parent, "trichYeu", Names.lowered(above.subject()));
        List<Block> body = new ArrayList<>(Bases.of(List.of(basis), KIND, texts));
        body.add(Block.text(text("opening", "donVi", unit.name())));
        body.add(Block.heading(text("heading.objectives")));
        body.add(Block.text(text("objectives", "keHoach", parent)));
        body.add(Block.heading(text("heading.activities")));
        body.add(activities(content));
        int next = 0;
        List<Item> others = content.items().stream()
                .filter(item -> item.response() == Response.notApplicable)
                .toList();
        if (!others.isEmpty()) {
            body.add(Block.heading(text("heading.notApplicable", "so", NUMERALS.get(next++))));
            body.add(notApplicable(others));
        }
        if (!content.addedTasks().isEmpty()) {
            body.add(Block.heading(text("heading.added", "so", NUMERALS.get(next++))));
            content.addedTasks().forEach(task -> body.add(Block.text(added(task))));
        }
        body.add(Block.heading(text("heading.organisation", "so", NUMERALS.get(next))));
        PlanContent.lines(content.note()).forEach(line -> body.add(Block.text(line)));
        body.add(Block.text(text("closing", "donVi", unit.name(), "noiBo", within(unit))));
        return body;
    }

    private Block activities(SubPlanContent content) {
        List<List<String>> rows = new ArrayList<>();
        content.items().stream()
                .filter(item -> item.response() != Response.notApplicable)
                .forEach(item -> rows.add(List.of(
                        Integer.toString(rows.size() + 1),
                        Objects.toString(item.taskNo(), "") + ". " + Objects.toString(item.taskTitle(), ""),
                        Objects.toString(item.activity(), ""),
                        Objects.toString(item.inCharge(), ""),
                        span(item.from(), item.to()),
                        Objects.toString(item.budget(), ""),
                        Objects.toString(item.output(), ""))));
        return new Block.Table(Column.of(texts.list(KIND, "columns.activities"), 6, 25, 27, 13, 12, 12, 13), rows);
    }

    private Block notApplicable(List<Item> items) {
        return new Block.Table(
                Column.of(texts.list(KIND, "columns.notApplicable"), 12, 48, 40),
                items.stream()
                        .map(item -> List.of(
                                Objects.toString(item.taskNo(), ""),
                                Objects.toString(item.taskTitle(), ""),
                                Objects.toString(item.reason(), "")))
                        .toList());
    }

    private String added(SubPlanContent.AddedTask task) {
        String said = text(
                task.content() == null ? "added" : "added.content",
                "soNhiemVu",
                task.no(),
                "nhiemVu",
                task.title(),
                "noiDung",
                task.content());
        return task.mandatory() ? said : text("added.optional", "nhiemVu", said);
    }

    private static String span(String from, String to) {
        return Stream.of(day(from), day(to)).filter(Objects::nonNull).collect(Collectors.joining(" – "));
    }

    /** A date as documents write it; words stay words. */
    private static String day(String sent) {
        return sent != null && sent.matches("\\d{4}-\\d{2}-\\d{2}") ? VietnamTime.text(LocalDate.parse(sent)) : sent;
    }

    private String text(String key, Object... values) {
        return texts.of(KIND, key, values);
    }
}
