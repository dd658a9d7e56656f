package vn.plancascade.plan.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import vn.plancascade.deadline.Bound;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.deadline.Issuing;
import vn.plancascade.deadline.Obligation;
import vn.plancascade.deadline.Obligations;
import vn.plancascade.deadline.PeriodText;
import vn.plancascade.document.Block;
import vn.plancascade.document.Block.Column;
import vn.plancascade.document.DocumentKind;
import vn.plancascade.document.Documents;
import vn.plancascade.document.Letterheads;
import vn.plancascade.document.OfficialDocument;
import vn.plancascade.document.OfficialDocument.Annex;
import vn.plancascade.document.PaperSource;
import vn.plancascade.kernel.Names;
import vn.plancascade.kernel.NotFound;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.organisation.Unit;
import vn.plancascade.plan.NationalPlan;
import vn.plancascade.plan.NationalPlans;
import vn.plancascade.plan.PlanContent;
import vn.plancascade.plan.PlanContent.Task;
import vn.plancascade.plan.SubPlanContent;
import vn.plancascade.plan.SubPlanContent.Item;
import vn.plancascade.plan.SubPlanContent.Response;

/** The documents of national plans and of sub-plans. Documents are Vietnamese, whoever reads them. */
@Service
public class PlanPapers implements PaperSource {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
    private static final String TYPE = "Kế hoạch";
    private static final String NATIONAL = DocumentKind.nationalPlan + ":";
    private static final String OF_UNIT = DutyKind.subPlan + ":";

    private final NationalPlans plans;
    private final SubPlans subPlans;
    private final Obligations obligations;
    private final Issuing issuing;
    private final Documents documents;
    private final Letterheads letterheads;
    private final Organisation organisation;
    private final MessageSource messages;
    private final Clock clock;

    PlanPapers(
            NationalPlans plans,
            SubPlans subPlans,
            Obligations obligations,
            Issuing issuing,
            Documents documents,
            Letterheads letterheads,
            Organisation organisation,
            MessageSource messages,
            Clock clock) {
        this.plans = plans;
        this.subPlans = subPlans;
        this.obligations = obligations;
        this.issuing = issuing;
        this.documents = documents;
        this.letterheads = letterheads;
        this.organisation = organisation;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public boolean writes(String subject) {
        return subject.startsWith(NATIONAL) || subject.startsWith(OF_UNIT);
    }

    @Override
    public List<Edition> issued(String subject) {
        if (subject.startsWith(NATIONAL)) {
            return plan(subject).filter(plan -> plan.issuedAt() != null).stream()
                    .map(plan -> new Edition(
                            1,
                            DocumentKind.nationalPlan,
                            plan.unitCode(),
                            "ke-hoach-" + Letterheads.fileName(plan.content().documentNumber(), plan.id())))
                    .toList();
        }
        boolean outside = documents.of(subject).stream().anyMatch(file -> file.kind() == DocumentKind.issuedOutside);
        return duty(subject).filter(duty -> duty.issuedAt() != null && !outside).stream()
                .map(duty -> new Edition(
                        1,
                        DocumentKind.subPlan,
                        duty.unitCode(),
                        "ke-hoach-" + Letterheads.fileName(duty.documentNumber(), duty.id()) + "-" + duty.unitCode()))
                .toList();
    }

    @Override
    public OfficialDocument write(String subject, int edition) {
        if (subject.startsWith(NATIONAL)) {
            NationalPlan plan = plan(subject).orElseThrow(() -> new NotFound("plan.unknown"));
            return national(plan.unitCode(), plan.content(), false);
        }
        SubPlans.Work work = subPlans.work(id(subject));
        return ofUnit(work, work.submitted(), false);
    }

    /** A plan of the ministry is for its own people, and once it is issued for everybody; a sub-plan for those who may see its unit. */
    @Override
    public boolean mayRead(Actor actor, String subject, int edition) {
        return subject.startsWith(NATIONAL)
                ? plan(subject)
                        .filter(plan -> plan.issuedAt() != null || actor.units().contains(plan.unitCode()))
                        .isPresent()
                : duty(subject)
                        .filter(duty -> organisation.isWithin(organisation.scopeOf(actor), duty.unitCode()))
                        .isPresent();
    }

    private Optional<NationalPlan> plan(String subject) {
        return plans.find(id(subject));
    }

    private Optional<Obligation> duty(String subject) {
        return obligations.find(id(subject));
    }

    private static long id(String subject) {
        return Long.parseLong(subject.substring(subject.indexOf(':') + 1));
    }

    /** The ministry's plan, as it was issued or as it is being drafted. */
    public OfficialDocument national(String unitCode, PlanContent plan, boolean draft) {
        Unit ministry = organisation.unit(unitCode).orElseThrow();
        LocalDate day = plan.documentDate() == null ? today() : plan.documentDate();
        List<Block> body = new ArrayList<>(bases(PlanContent.lines(plan.legalBasis())));
        body.add(Block.text(ministry.name() + " ban hành Kế hoạch " + Names.lowered(plan.subject())
                + ", với các nội dung như sau:"));
        body.add(Block.heading("I. MỤC ĐÍCH, YÊU CẦU"));
        numbered(PlanContent.lines(plan.objectives()), body);
        body.add(Block.heading("II. NHIỆM VỤ"));
        plan.tasks().forEach(task -> task(task, body));
        body.add(Block.heading("III. TỔ CHỨC THỰC HIỆN"));
        numbered(organisation(plan), body);
        return new OfficialDocument(
                DocumentKind.nationalPlan,
                letterheads.superiorOf(ministry),
                ministry.name(),
                draft ? null : plan.documentNumber(),
                Letterheads.symbol(ministry, SubPlans.SERIES),
                ministry.place(),
                draft ? null : plan.documentDate(),
                TYPE,
                plan.subject(),
                List.of(),
                body,
                letterheads.signing(unitCode, plan.signatory(), day),
                letterheads.person(plan.signatory()),
                PlanContent.lines(plan.recipients()),
                annexes(plan),
                draft);
    }

    private static void task(Task task, List<Block> body) {
        body.add(Block.text(task.no() + ". " + task.title()));
        PlanContent.lines(task.content()).forEach(line -> body.add(Block.text(line)));
        String who = Stream.of(
                        labelled("Chủ trì: ", task.leadUnits()), labelled("Phối hợp: ", task.coordinatingUnits()))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
        if (!who.isEmpty()) {
            body.add(Block.text(who));
        }
    }

    private static String labelled(String label, String text) {
        return text == null || text.isBlank() ? null : label + text.strip() + ".";
    }

    private List<String> organisation(PlanContent plan) {
        List<String> lines = new ArrayList<>();
        if (plan.subPlanDeadline() != null) {
            lines.add("Các đơn vị được giao nhiệm vụ xây dựng, ban hành kế hoạch của đơn vị "
                    + until(plan.bound(), plan.subPlanDeadline()) + ".");
        }
        if (!plan.reportCalendar().isEmpty()) {
            lines.add("Định kỳ báo cáo kết quả thực hiện"
                    + (plan.focalUnit() == null || plan.focalUnit().isBlank()
                            ? ""
                            : " (qua " + letterheads.nameOf(plan.focalUnit()) + ")")
                    + ": "
                    + plan.reportCalendar().stream()
                            .map(period ->
                                    "báo cáo " + period(period.period()) + " " + until(plan.bound(), period.due()))
                            .collect(Collectors.joining("; "))
                    + ".");
        }
        lines.add(
                "Trong quá trình thực hiện, nếu có vướng mắc, đề nghị các đơn vị phản ánh về cơ quan ban hành Kế hoạch"
                        + " để được hướng dẫn./.");
        return lines;
    }

    private String until(Bound bound, LocalDate day) {
        return messages.getMessage("page.bound." + bound, new Object[] {VietnamTime.text(day)}, VIETNAMESE);
    }

    /** A period by its code, in words: 2023-H1 is "6 tháng đầu năm 2023". */
    private String period(String code) {
        return PeriodText.of(code, messages, VIETNAMESE);
    }

    private List<Annex> annexes(PlanContent plan) {
        List<Annex> annexes = new ArrayList<>();
        if (!plan.tasks().isEmpty()) {
            annexes.add(new Annex(
                    plan.indicators().isEmpty() ? "Phụ lục" : "Phụ lục I",
                    "Danh mục nhiệm vụ và đơn vị thực hiện",
                    List.of(new Block.Table(
                            List.of(
                                    Column.of("Mục", 12),
                                    Column.of("Nhiệm vụ", 44),
                                    Column.of("Đơn vị thực hiện", 30),
                                    Column.of("Khi nào", 14)),
                            plan.tasks().stream().map(this::taskRow).toList()))));
        }
        if (!plan.indicators().isEmpty()) {
            annexes.add(new Annex(
                    annexes.isEmpty() ? "Phụ lục" : "Phụ lục II",
                    "Chỉ tiêu số liệu báo cáo",
                    List.of(new Block.Table(
                            List.of(
                                    Column.of("Mã", 10),
                                    Column.of("Chỉ tiêu", 58),
                                    Column.of("Đơn vị tính", 16),
                                    Column.of("Nhiệm vụ", 16)),
                            plan.indicators().stream()
                                    .map(indicator -> List.of(
                                            indicator.code(),
                                            Objects.toString(indicator.label(), ""),
                                            Objects.toString(indicator.unit(), ""),
                                            String.join(", ", indicator.taskNos())))
                                    .toList()))));
        }
        return annexes;
    }

    private List<String> taskRow(Task task) {
        return List.of(
                Objects.toString(task.no(), ""),
                Objects.toString(task.title(), ""),
                task.kinds().stream()
                        .map(kind -> messages.getMessage("unitKind." + kind, null, kind.name(), VIETNAMESE))
                        .collect(Collectors.joining(", ")),
                CONDITIONS.get(task.condition()) + (task.mandatory() ? "" : "; không bắt buộc"));
    }

    private static final Map<PlanContent.Condition, String> CONDITIONS = Map.of(
            PlanContent.Condition.always, "Thường xuyên",
            PlanContent.Condition.onOccurrence, "Khi phát sinh",
            PlanContent.Condition.onRequest, "Khi được yêu cầu");

    /** A unit's sub-plan, as it was issued or as it is being drafted. */
    public OfficialDocument ofUnit(SubPlans.Work work, SubPlanContent content, boolean draft) {
        Unit unit = work.unit();
        Obligation duty = work.obligation();
        PlanContent above = work.plan().content();
        String issuer = letterheads.nameOf(work.plan().unitCode());
        String parent = "Kế hoạch số " + above.documentNumber() + " ngày " + VietnamTime.text(above.documentDate())
                + " của " + issuer;
        String signatory = draft ? issuing.defaultSignatory(unit.code()) : duty.signatory();
        List<Block> body = new ArrayList<>(bases(List.of(parent + " " + Names.lowered(above.subject()))));
        body.add(Block.text(unit.name() + " ban hành Kế hoạch với các nội dung như sau:"));
        body.add(Block.heading("I. MỤC ĐÍCH, YÊU CẦU"));
        body.add(Block.text("Tổ chức thực hiện đầy đủ, đúng thời hạn các nhiệm vụ được giao tại " + parent
                + "; phân công rõ người, bộ phận chủ trì, thời gian và kết quả của từng hoạt động."));
        int next = activities(content, body);
        String roman = next == 3 ? "III" : next == 4 ? "IV" : "V";
        body.add(Block.heading(roman + ". TỔ CHỨC THỰC HIỆN"));
        PlanContent.lines(content.note()).forEach(line -> body.add(Block.text(line)));
        body.add(Block.text("Trên đây là Kế hoạch của " + unit.name()
                + ", đề nghị các khoa, phòng, đơn vị liên quan nghiêm túc thực hiện./."));
        List<String> recipients = new ArrayList<>();
        if (unit.reportsToCode() != null) {
            recipients.add(letterheads.nameOf(unit.reportsToCode()) + " (để báo cáo)");
        }
        recipients.add("Các khoa, phòng, đơn vị liên quan (để thực hiện)");
        recipients.add("Lưu: VT");
        return new OfficialDocument(
                DocumentKind.subPlan,
                letterheads.superiorOf(unit),
                unit.name(),
                draft ? null : duty.documentNumber(),
                Letterheads.symbolIfNumbered(unit, SubPlans.SERIES),
                unit.place(),
                draft ? null : duty.documentDate(),
                TYPE,
                subject(content, above),
                List.of(),
                body,
                signing(duty, unit, signatory, draft),
                letterheads.person(signatory),
                recipients,
                List.of(),
                draft);
    }

    /** As it was kept when the document was issued; for a draft, as it would be today. */
    private List<String> signing(Obligation duty, Unit unit, String signatory, boolean draft) {
        return draft
                ? letterheads.signing(unit.code(), signatory, today())
                : obligations
                        .signature(duty.id())
                        .map(Obligations.Signature::block)
                        .orElseGet(() -> letterheads.signing(unit.code(), signatory, duty.documentDate()));
    }

    private static String subject(SubPlanContent content, PlanContent above) {
        String title = Objects.toString(content.title(), Objects.toString(above.subject(), ""));
        return title.toLowerCase(VIETNAMESE).startsWith("kế hoạch ")
                ? title.substring("kế hoạch ".length(), "kế hoạch ".length() + 1)
                                .toUpperCase(VIETNAMESE)
                        + title.substring("kế hoạch ".length() + 1)
                : title;
    }

    /** The tables of the sub-plan; returns the number of the part that follows. */
    private static int activities(SubPlanContent content, List<Block> body) {
        int part = 2;
        List<Item> adopted = content.items().stream()
                .filter(item -> item.response() != Response.notApplicable)
                .toList();
        body.add(Block.heading("II. NỘI DUNG THỰC HIỆN"));
        int[] row = {0};
        body.add(new Block.Table(
                List.of(
                        Column.of("TT", 6),
                        Column.of("Nhiệm vụ", 25),
                        Column.of("Hoạt động", 27),
                        Column.of("Chủ trì", 13),
                        Column.of("Thời gian", 12),
                        Column.of("Kinh phí (triệu đồng)", 12),
                        Column.of("Sản phẩm", 13)),
                adopted.stream()
                        .map(item -> List.of(
                                Integer.toString(++row[0]),
                                Objects.toString(item.taskNo(), "") + ". " + Objects.toString(item.taskTitle(), ""),
                                Objects.toString(item.activity(), ""),
                                Objects.toString(item.inCharge(), ""),
                                span(item.from(), item.to()),
                                Objects.toString(item.budget(), ""),
                                Objects.toString(item.output(), "")))
                        .toList()));
        List<Item> others = content.items().stream()
                .filter(item -> item.response() == Response.notApplicable)
                .toList();
        if (!others.isEmpty()) {
            part++;
            body.add(Block.heading("III. NHIỆM VỤ KHÔNG THUỘC PHẠM VI THỰC HIỆN"));
            body.add(new Block.Table(
                    List.of(Column.of("Mục", 12), Column.of("Nhiệm vụ", 48), Column.of("Lý do", 40)),
                    others.stream()
                            .map(item -> List.of(
                                    Objects.toString(item.taskNo(), ""),
                                    Objects.toString(item.taskTitle(), ""),
                                    Objects.toString(item.reason(), "")))
                            .toList()));
        }
        if (!content.addedTasks().isEmpty()) {
            part++;
            body.add(Block.heading((part == 3 ? "III" : "IV") + ". NHIỆM VỤ GIAO THÊM CHO CÁC ĐƠN VỊ CẤP DƯỚI"));
            content.addedTasks()
                    .forEach(task -> body.add(Block.text(task.no() + ". " + task.title()
                            + (task.content() == null ? "" : ": " + task.content())
                            + (task.mandatory() ? "" : " (không bắt buộc)"))));
        }
        return part + 1;
    }

    private static String span(String from, String to) {
        return Stream.of(day(from), day(to)).filter(Objects::nonNull).collect(Collectors.joining(" – "));
    }

    /** A date as documents write it; words stay words. */
    private static String day(String sent) {
        return sent != null && sent.matches("\\d{4}-\\d{2}-\\d{2}") ? VietnamTime.text(LocalDate.parse(sent)) : sent;
    }

    /** Each begins with Căn cứ; all end with a semicolon, and the last with a full stop. */
    private static List<Block> bases(List<String> lines) {
        List<Block> bases = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).replaceAll("[;.]+$", "");
            bases.add(Block.basis(
                    (line.startsWith("Căn cứ") ? line : "Căn cứ " + line) + (i == lines.size() - 1 ? "." : ";")));
        }
        return bases;
    }

    private static void numbered(List<String> lines, List<Block> body) {
        for (int i = 0; i < lines.size(); i++) {
            body.add(Block.text((i + 1) + ". " + lines.get(i)));
        }
    }

    private LocalDate today() {
        return VietnamTime.dayOf(clock.instant());
    }
}
