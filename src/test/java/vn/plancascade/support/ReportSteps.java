package vn.plancascade.support;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The steps of the reports of one plan, over HTTP, each by the one person who may do it. */
public final class ReportSteps {

    private final int port;
    private final long plan;

    public ReportSteps(int port, long plan) {
        this.port = port;
        this.plan = plan;
    }

    /** Figures that need no explanation, the more the larger the number; two victims. */
    public static ObjectNode filled(int n) {
        ObjectNode draft = Api.object();
        ObjectNode figures = draft.putObject("figures");
        figures.put("CD02", true)
                .put("CD03", n)
                .put("TT01", 10 * n)
                .put("TT02", 500 * n)
                .put("TT03", n)
                .put("TT04", true);
        figures.put("DT01", n).put("DT02", 30 * n).put("DT03", 5 * n);
        figures.put("TG01", 0).put("TG02", 9).put("TG03", 9).put("TG04", 4).put("TG05", 4);
        figures.put("AN01", 4).put("AN02", 0).put("AN03", 0).put("AN04", 0);
        figures.put("NN01", 2).put("KT01", 1).put("KK01", n).put("KP01", 12.5);
        return draft;
    }

    public void submit(String unit, ObjectNode draft) {
        complete(unit + ".chuyenvien", "userTask_draftUnitReport", draft);
    }

    public void approve(String unit) {
        complete(unit + ".thutruong", "userTask_approveUnitReport", approval());
    }

    public void issue(String unit, String number, String date) {
        complete(
                unit + ".vanthu",
                "userTask_issueUnitReport",
                Api.object().put("documentNumber", number).put("documentDate", date));
    }

    public void accept(String superior) {
        complete(superior + ".chuyenvien", "userTask_acceptUnitReport", approval());
    }

    public void consolidate() {
        complete("TTRB.chuyenvien", "userTask_consolidateReport", Api.object());
    }

    public void approveConsolidated() {
        complete("lanhdao.bo", "userTask_approveConsolidatedReport", approval());
    }

    public void issueConsolidated(String number, String date) {
        complete(
                "vanthu.bo",
                "userTask_issueConsolidatedReport",
                Api.object()
                        .put("documentNumber", number)
                        .put("documentDate", date)
                        .put("signatory", "lanhdao.bo"));
    }

    public long id(String unit, String period) {
        return first("thanhtra.bo", "unitReport", period, "&unit=" + unit);
    }

    public long consolidated(String period) {
        return first("TTRB.chuyenvien", "reportCycle", period, "");
    }

    private long first(String login, String kind, String period, String filter) {
        return as(login)
                .get("/api/v1/reports?kind=" + kind + "&plan=" + plan + "&period=" + period + filter)
                .ok()
                .at("/items/0/id")
                .asLong();
    }

    private void complete(String login, String key, ObjectNode data) {
        Api who = as(login);
        who.complete(who.task(key), data).ok();
    }

    private static ObjectNode approval() {
        return Api.object().put("decision", "approve");
    }

    private Api as(String login) {
        return new Api(port, login);
    }
}
