package vn.plancascade.report.domain;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.deadline.Issuing;
import vn.plancascade.deadline.Obligation;
import vn.plancascade.deadline.Obligations;
import vn.plancascade.deadline.PeriodText;
import vn.plancascade.document.Block;
import vn.plancascade.document.Block.Column;
import vn.plancascade.document.DocumentKind;
import vn.plancascade.document.Letterheads;
import vn.plancascade.document.OfficialDocument;
import vn.plancascade.document.OfficialDocument.Annex;
import vn.plancascade.document.PaperSource;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.organisation.Unit;
import vn.plancascade.plan.Indicator;
import vn.plancascade.plan.PlanContent;
import vn.plancascade.report.domain.ReportRow.Version;
import vn.plancascade.report.domain.ReportRow.VersionKind;
import vn.plancascade.worklist.FormData;

/** The documents of units' reports and of the ministry's own, an edition for each version. They are Vietnamese. */
@Service
public class ReportPapers implements PaperSource {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
    private static final String TYPE = "Báo cáo";
    private static final String OF_UNIT = DutyKind.unitReport + ":";
    private static final String OF_MINISTRY = DutyKind.reportCycle + ":";

    /** Columns of figures that a page in upright format has room for beside the unit's name. */
    private static final int FIGURES_ACROSS = 6;

    static final Map<String, String> PARTS = new java.util.LinkedHashMap<>();

    static {
        PARTS.put("situation", "I. TÌNH HÌNH");
        PARTS.put("results", "II. KẾT QUẢ THỰC HIỆN");
        PARTS.put("difficulties", "III. KHÓ KHĂN, VƯỚNG MẮC");
        PARTS.put("nextPeriod", "IV. NHIỆM VỤ TRỌNG TÂM KỲ TỚI");
        PARTS.put("proposals", "V. ĐỀ XUẤT, KIẾN NGHỊ");
    }

    private final ReportStore store;
    private final Reports reports;
    private final ReportSums sums;
    private final Obligations obligations;
    private final Issuing issuing;
    private final Letterheads letterheads;
    private final Organisation organisation;
    private final MessageSource messages;
    private final Clock clock;

    ReportPapers(
            ReportStore store,
            Reports reports,
            ReportSums sums,
            Obligations obligations,
            Issuing issuing,
            Letterheads letterheads,
            Organisation organisation,
            MessageSource messages,
            Clock clock) {
        this.store = store;
        this.reports = reports;
        this.sums = sums;
        this.obligations = obligations;
        this.issuing = issuing;
        this.letterheads = letterheads;
        this.organisation = organisation;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public boolean writes(String subject) {
        return subject.startsWith(OF_UNIT) || subject.startsWith(OF_MINISTRY);
    }

    @Override
    public List<Edition> issued(String subject) {
        long id = id(subject);
        ReportRow report = store.find(id).orElse(null);
        if (report == null || report.version() == 0) {
            return List.of();
        }
        List<Edition> editions = new ArrayList<>();
        for (Version version : store.versions(id)) {
            if (version.issuedAt() != null && !version.outside()) {
                String number = version.documentNumber() == null
                        ? id + "-" + version.version()
                        : Letterheads.fileName(version.documentNumber(), id);
                editions.add(
                        0,
                        new Edition(
                                version.version(),
                                report.isConsolidation() ? DocumentKind.consolidatedReport : DocumentKind.unitReport,
                                report.unitCode(),
                                "bao-cao-" + report.period() + "-" + number));
            }
        }
        return editions;
    }

    @Override
    public OfficialDocument write(String subject, int edition) {
        Reports.Work work = reports.work(id(subject));
        Version version = store.version(work.report().id(), edition).orElseThrow();
        return written(
                work,
                new Content(
                        FormData.read(version.narrative(), ReportDraft.Narrative.class),
                        version.nothingToReport(),
                        version.comment(),
                        progress(version),
                        version.kind(),
                        version.supplementNo(),
                        version.replaces(),
                        edition),
                version);
    }

    /** What was submitted and waits to be approved or issued. */
    public OfficialDocument submitted(Reports.Work work) {
        return write(work.duty().subject(), reports.newestVersion(work));
    }

    /** What is being drafted, with the figures as far as they can be read. */
    public OfficialDocument draft(Reports.Work work, ReportDraft draft) {
        VersionKind kind = work.report().inWork() == null
                ? VersionKind.first
                : work.report().inWork();
        return written(
                work,
                new Content(
                        draft.narrative(),
                        draft.nothingToReport(),
                        draft.comment(),
                        draft.progress(),
                        kind,
                        null,
                        draft.replaces(),
                        0),
                null,
                FigureRules.readable(work.indicators(), draft));
    }

    private static List<ReportDraft.Progress> progress(Version version) {
        return version.progress() == null
                ? List.of()
                : FormData.read(version.progress(), Items.class).items();
    }

    private record Items(List<ReportDraft.Progress> items) {}

    @Override
    public int inHand(String subject) {
        ReportRow report = store.find(id(subject)).orElse(null);
        if (report == null) {
            return 1;
        }
        boolean approved = report.inWork() != null
                && store.version(report.id(), report.versionInWork())
                        .filter(version -> version.approvedAt() != null)
                        .isPresent();
        return approved ? report.versionInWork() : Math.max(1, report.version());
    }

    /** Those who may see the unit; a report that tells of very few victims only its unit, and who takes it over. */
    @Override
    public boolean mayRead(Actor actor, String subject, int edition) {
        Obligation duty = obligations.find(id(subject)).orElse(null);
        if (duty == null || !organisation.isWithin(organisation.scopeOf(actor), duty.unitCode())) {
            return false;
        }
        ReportRow report = store.find(duty.id()).orElse(null);
        if (report == null
                || report.isConsolidation()
                || actor.units().contains(report.unitCode())
                || actor.units().contains(report.superiorCode())) {
            return true;
        }
        Map<String, BigDecimal> own = store.own(duty.id(), edition);
        Map<String, BigDecimal> totals = store.totals(duty.id(), edition);
        return reports.work(duty.id()).indicators().stream()
                .noneMatch(indicator -> ReportReader.isSmall(indicator, own.get(indicator.code()))
                        || ReportReader.isSmall(indicator, totals.get(indicator.code())));
    }

    /** @param edition 0 while there is none */
    private record Content(
            ReportDraft.Narrative narrative,
            boolean nothingToReport,
            String comment,
            List<ReportDraft.Progress> progress,
            VersionKind kind,
            Integer supplementNo,
            String replaces,
            int edition) {}

    private OfficialDocument written(Reports.Work work, Content content, Version version) {
        return written(work, content, version, store.own(work.report().id(), content.edition()));
    }

    /** @param version null while nothing has been submitted */
    private OfficialDocument written(Reports.Work work, Content content, Version version, Map<String, BigDecimal> own) {
        boolean draft = version == null || version.issuedAt() == null;
        Unit issuer = issuer(work);
        ReportSums.Coverage coverage =
                sums.coverage(work.report().id(), content.edition() == 0 ? null : content.edition());
        LocalDate date = draft ? null : version.documentDate();
        String signatory = draft
                ? work.isConsolidation()
                        ? work.round() == null ? null : work.round().decidedBy()
                        : issuing.defaultSignatory(issuer.code())
                : version.signatory();
        return new OfficialDocument(
                work.isConsolidation() ? DocumentKind.consolidatedReport : DocumentKind.unitReport,
                letterheads.superiorOf(issuer),
                issuer.name(),
                draft ? null : version.documentNumber(),
                Letterheads.symbolIfNumbered(issuer, Reports.SERIES),
                issuer.place(),
                date,
                TYPE,
                subject(work, content.kind(), content.supplementNo()),
                addressees(work),
                body(work, content, issuer, coverage),
                signing(work, issuer, signatory, date),
                letterheads.person(signatory),
                recipients(work),
                annexes(work, content, own, coverage.missing()),
                draft);
    }

    /** What other documents and mails call an issued version by. */
    record Name(String number, LocalDate date, String issuingBody, String subject) {}

    Name name(Reports.Work work, int edition) {
        Version version = store.version(work.report().id(), edition).orElseThrow();
        return new Name(
                version.documentNumber(),
                version.documentDate(),
                issuer(work).name(),
                subject(work, version.kind(), version.supplementNo()));
    }

    private Unit issuer(Reports.Work work) {
        return work.isConsolidation()
                ? organisation.unit(work.plan().unitCode()).orElseThrow()
                : work.unit();
    }

    private String subject(Reports.Work work, VersionKind kind, Integer supplementNo) {
        return subject(work)
                + (kind == VersionKind.supplement
                        ? " (bổ sung" + (supplementNo == null ? "" : " lần " + supplementNo) + ")"
                        : "");
    }

    /** What the period's reports are about. */
    String subject(Reports.Work work) {
        PlanContent plan = work.plan().content();
        return "Kết quả thực hiện " + Objects.toString(plan.shortSubject(), plan.subject()) + ", "
                + period(work.period().period());
    }

    private List<String> signing(Reports.Work work, Unit issuer, String signatory, LocalDate date) {
        List<String> block = letterheads.signing(issuer.code(), signatory, date == null ? today() : date);
        return block.isEmpty() && date != null
                ? obligations
                        .signature(work.duty().id())
                        .map(Obligations.Signature::block)
                        .orElse(List.of())
                : block;
    }

    private List<String> addressees(Reports.Work work) {
        String superior = work.report().superiorCode();
        return work.isConsolidation() || superior == null ? List.of() : List.of(letterheads.nameOf(superior));
    }

    private List<String> recipients(Reports.Work work) {
        if (work.isConsolidation()) {
            return List.of(
                    "Ban Chỉ đạo 138/CP (để báo cáo)",
                    "Lãnh đạo " + letterheads.nameOf(work.plan().unitCode()) + " (để báo cáo)",
                    "Lưu: VT, " + work.unit().name());
        }
        return List.of("Như trên", "Lưu: VT");
    }

    private List<Block> body(Reports.Work work, Content content, Unit issuer, ReportSums.Coverage coverage) {
        PlanContent plan = work.plan().content();
        List<Block> body = new ArrayList<>();
        body.add(Block.text("Thực hiện Kế hoạch số " + plan.documentNumber() + " ngày "
                + VietnamTime.text(plan.documentDate()) + " của "
                + letterheads.nameOf(work.plan().unitCode()) + ", "
                + issuer.name() + " báo cáo kết quả " + period(work.period().period()) + span(work) + " như sau:"));
        if (content.replaces() != null && !content.replaces().isBlank()) {
            body.add(Block.text("Báo cáo này thay thế Báo cáo số " + content.replaces() + "."));
        }
        if (content.nothingToReport()) {
            body.add(Block.text("Trong kỳ báo cáo, đơn vị không phát sinh các nội dung để trống trong biểu số liệu."));
        }
        PARTS.forEach((part, heading) -> {
            body.add(Block.heading(heading));
            List<String> lines = PlanContent.lines(content.narrative().part(part));
            (lines.isEmpty() ? List.of("Không có.") : lines).forEach(line -> body.add(Block.text(line)));
            if (part.equals("results")) {
                body.add(Block.text("Số liệu chi tiết tại Phụ lục kèm theo."
                        + (content.comment() == null ? "" : " Thuyết minh số liệu: " + content.comment())));
            }
        });
        if (coverage.expected() > 0) {
            body.add(Block.text("Số liệu tổng hợp từ báo cáo của " + coverage.accepted() + "/" + coverage.expected()
                    + " đơn vị"
                    + (coverage.missing().isEmpty()
                            ? "."
                            : "; danh sách đơn vị chưa có báo cáo tại Phụ lục kèm theo.")));
        }
        body.add(Block.text("Trên đây là báo cáo của " + issuer.name() + "./."));
        return body;
    }

    private static String span(Reports.Work work) {
        return work.cutOff() == null || work.period().dataFrom() == null
                ? ""
                : " (số liệu từ ngày " + VietnamTime.text(work.period().dataFrom()) + " đến hết ngày "
                        + VietnamTime.text(work.cutOff()) + ")";
    }

    private List<Annex> annexes(Reports.Work work, Content content, Map<String, BigDecimal> own, List<String> missing) {
        long id = work.report().id();
        int edition = content.edition();
        Map<Long, Integer> parts = edition == 0 ? store.acceptedParts(id) : store.partsOf(id, edition);
        Map<String, BigDecimal> totals = edition == 0 ? sums.totalsNow(id, own) : store.totals(id, edition);
        List<Map.Entry<String, List<Block>>> annexes = new ArrayList<>();
        annexes.add(Map.entry(
                "Biểu số liệu " + period(work.period().period()), figures(work, content, own, totals, parts)));
        if (!parts.isEmpty()) {
            annexes.add(Map.entry("Số liệu theo đơn vị", byUnit(work, parts)));
        }
        List<ReportDraft.Progress> progress = content.progress().stream()
                .filter(item -> item.activity() != null || item.state() != null || item.note() != null)
                .toList();
        if (!progress.isEmpty()) {
            annexes.add(Map.entry("Tiến độ các hoạt động của đơn vị", List.of(progress(progress))));
        }
        if (!missing.isEmpty()) {
            Map<String, String> names = new TreeMap<>(organisation.unitNames(missing));
            annexes.add(Map.entry(
                    "Đơn vị chưa có báo cáo",
                    List.of(new Block.Table(
                            List.of(Column.of("TT", 8), Column.of("Mã đơn vị", 22), Column.of("Đơn vị", 70)),
                            counted(missing.stream()
                                    .map(code -> List.of(code, names.getOrDefault(code, code)))
                                    .toList())))));
        }
        List<Annex> named = new ArrayList<>();
        for (int i = 0; i < annexes.size(); i++) {
            named.add(new Annex(
                    annexes.size() == 1
                            ? "Phụ lục"
                            : "Phụ lục " + List.of("I", "II", "III", "IV").get(i),
                    annexes.get(i).getKey(),
                    annexes.get(i).getValue()));
        }
        return named;
    }

    private List<Block> figures(
            Reports.Work work,
            Content content,
            Map<String, BigDecimal> own,
            Map<String, BigDecimal> totals,
            Map<Long, Integer> parts) {
        Map<String, BigDecimal> ownBefore = reports.ownYearBefore(work);
        Map<String, BigDecimal> before = sums.yearBefore(work);
        Map<String, BigDecimal> completeOwn = sums.complete(work, own, ownBefore);
        Map<String, BigDecimal> complete = sums.complete(work, totals, before);
        Map<String, BigDecimal> completeBefore = sums.complete(work, before, Map.of());
        Map<String, String> words = store.words(work.report().id(), content.edition());
        boolean summed = work.isConsolidation() || !parts.isEmpty();
        List<Column> columns = new ArrayList<>(
                List.of(Column.of("Mã", 9), Column.of("Chỉ tiêu", summed ? 37 : 47), Column.of("Đơn vị tính", 12)));
        if (!work.isConsolidation()) {
            columns.add(Column.figures("Của đơn vị", 14));
        }
        if (summed) {
            columns.add(Column.figures("Tổng hợp", 14));
        }
        columns.add(Column.figures("Cùng kỳ năm trước", 14));
        List<List<String>> rows = work.indicators().stream()
                .map(indicator -> {
                    String code = indicator.code();
                    List<String> row =
                            new ArrayList<>(List.of(code, indicator.label(), Objects.toString(indicator.unit(), "")));
                    if (!work.isConsolidation()) {
                        row.add(words.getOrDefault(code, text(indicator, completeOwn.get(code), true)));
                    }
                    if (summed) {
                        row.add(text(indicator, complete.get(code), false));
                    }
                    row.add(text(indicator, completeBefore.get(code), !summed));
                    return row;
                })
                .toList();
        return List.of(new Block.Table(columns, rows));
    }

    /** Tables of a few indicators each; a row for each unit whose report is in the sums. */
    private List<Block> byUnit(Reports.Work work, Map<Long, Integer> parts) {
        List<Indicator> summed = work.indicators().stream()
                .filter(indicator -> indicator.isEntered() && indicator.type() != Indicator.Type.text)
                .toList();
        List<Long> ids = parts.keySet().stream().sorted().toList();
        List<Block> blocks = new ArrayList<>();
        for (int from = 0; from < summed.size(); from += FIGURES_ACROSS) {
            List<Indicator> across = summed.subList(from, Math.min(summed.size(), from + FIGURES_ACROSS));
            Map<String, List<String>> rows = new TreeMap<>();
            for (Indicator indicator : across) {
                Set<String> seen = new java.util.HashSet<>();
                for (ReportReader.Part part : store.totalsOf(ids, parts, indicator.code())) {
                    seen.add(part.unitCode());
                    rows.computeIfAbsent(part.unitCode(), code -> new ArrayList<>(List.of(part.unitName())))
                            .add(
                                    // Who so few are could be told from the unit.
                                    ReportReader.isSmall(indicator, part.total())
                                            ? "<" + indicator.hideBelow()
                                            : text(indicator, part.total(), false));
                }
                rows.forEach((code, row) -> {
                    if (!seen.contains(code)) {
                        row.add("");
                    }
                });
            }
            List<Column> columns = new ArrayList<>(List.of(Column.of("TT", 6), Column.of("Đơn vị", 34)));
            across.forEach(indicator -> columns.add(Column.figures(indicator.code(), 60 / FIGURES_ACROSS)));
            blocks.add(new Block.Table(
                    columns, counted(rows.values().stream().map(List::copyOf).toList())));
            blocks.add(Block.text(across.stream()
                            .map(indicator -> indicator.code() + ": " + indicator.label())
                            .collect(java.util.stream.Collectors.joining("; "))
                    + "."));
        }
        return blocks;
    }

    private static Block progress(List<ReportDraft.Progress> items) {
        return new Block.Table(
                List.of(
                        Column.of("Mục", 12),
                        Column.of("Hoạt động", 44),
                        Column.of("Tiến độ", 18),
                        Column.of("Ghi chú", 26)),
                items.stream()
                        .map(item -> List.of(
                                Objects.toString(item.taskNo(), ""),
                                Objects.toString(item.activity(), ""),
                                Objects.toString(item.state(), ""),
                                Objects.toString(item.note(), "")))
                        .toList());
    }

    private static List<List<String>> counted(List<List<String>> rows) {
        List<List<String>> counted = new ArrayList<>();
        rows.forEach(row -> {
            List<String> next = new ArrayList<>(List.of(Integer.toString(counted.size() + 1)));
            next.addAll(row);
            counted.add(next);
        });
        return counted;
    }

    private String text(Indicator indicator, BigDecimal value, boolean own) {
        return FigureText.of(indicator, value, own, VIETNAMESE, key -> messages.getMessage(key, null, VIETNAMESE));
    }

    /** A period by its code, in words: 2023-H1 is "6 tháng đầu năm 2023". */
    private String period(String code) {
        return PeriodText.of(code, messages, VIETNAMESE);
    }

    private static long id(String subject) {
        return Long.parseLong(subject.substring(subject.indexOf(':') + 1));
    }

    private LocalDate today() {
        return VietnamTime.dayOf(clock.instant());
    }
}
