package vn.plancascade.plan.domain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import vn.plancascade.organisation.UnitKind;
import vn.plancascade.plan.domain.PlanSheet.Column;
import vn.plancascade.plan.domain.PlanSheet.Column.Kind;

/** The lists of a plan's draft that are written and read as sheets, with their columns. */
final class PlanSheets {

    private PlanSheets() {}

    /** @param messages say what kinds of unit are called */
    static List<PlanSheet> of(MessageSource messages) {
        Map<String, String> kinds = new LinkedHashMap<>();
        for (UnitKind kind : UnitKind.values()) {
            kinds.put(kind.name(), messages.getMessage("unitKind." + kind, null, Locale.forLanguageTag("vi")));
        }
        Column kindsOfTask = new Column("kinds", "Gửi đến loại đơn vị", 34, Kind.several, kinds);
        Column kindsOfIndicator = new Column("kinds", "Loại đơn vị báo cáo", 34, Kind.several, kinds);
        return List.of(
                new PlanSheet(
                        "Nhiệm vụ",
                        "tasks",
                        List.of(
                                Column.text("no", "Mục", 10),
                                Column.text("title", "Nội dung ngắn", 44),
                                Column.text("content", "Nội dung đầy đủ", 60),
                                kindsOfTask,
                                Column.text("leadUnits", "Chủ trì", 24),
                                Column.text("coordinatingUnits", "Phối hợp", 24),
                                new Column(
                                        "condition",
                                        "Thực hiện khi nào",
                                        18,
                                        Kind.word,
                                        PlanSheet.words(
                                                "always", "Thường xuyên",
                                                "onOccurrence", "Khi phát sinh",
                                                "onRequest", "Khi được yêu cầu")),
                                Column.yesNo("mandatory", "Bắt buộc", 10),
                                Column.text("suggestion", "Gợi ý hoạt động", 44))),
                new PlanSheet(
                        "Chỉ tiêu",
                        "indicators",
                        List.of(
                                Column.text("code", "Mã", 10),
                                Column.text("label", "Tên chỉ tiêu", 50),
                                Column.text("unit", "Đơn vị tính", 14),
                                new Column(
                                        "type",
                                        "Loại",
                                        14,
                                        Kind.word,
                                        PlanSheet.words(
                                                "number", "Số",
                                                "yesNo", "Có hoặc không",
                                                "percentage", "Tỷ lệ phần trăm",
                                                "text", "Lời văn")),
                                Column.number("decimals", "Chữ số lẻ", 10),
                                Column.yesNo("flow", "Phát sinh trong kỳ", 12),
                                Column.yesNo("required", "Phải có số liệu", 12),
                                Column.yesNo("inShortForm", "Mẫu rút gọn", 12),
                                Column.codes("taskNos", "Nhiệm vụ", 18),
                                kindsOfIndicator)));
    }
}
