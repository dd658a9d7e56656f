package vn.plancascade.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.deadline.Holder;
import vn.plancascade.deadline.Obligation;
import vn.plancascade.support.Api;

/** The monitor's pages: every number leads to a list of as many duties, and nothing needs a script or a style of its own. */
final class MonitorShown {

    private static final Pattern CELL = Pattern.compile("<a href=\"(/obligations\\?[^\"]*)\">([\\d.]+)</a>");

    private static final Map<String, String> TARGETS =
            Map.of("userTask_approveSubPlan", "2", "userTask_issueSubPlan", "1");

    private final int port;
    private final long plan;
    private final List<Obligation> all;
    private final Instant now;

    /** @param all the plan's duties as they stand */
    MonitorShown(int port, long plan, List<Obligation> all, Instant now) {
        this.port = port;
        this.plan = plan;
        this.all = all;
        this.now = now;
    }

    void everyNumberLeadsToItsList() {
        for (String page : List.of(
                "/monitor?plan=" + plan,
                "/monitor?kind=subPlan&plan=" + plan,
                "/monitor/provinces?plan=" + plan,
                "/monitor/years",
                "/monitor/years?kind=subPlan&organisation=today&province=01",
                "/monitor/provinces?by=superior&sort=name&plan=" + plan,
                "/monitor/provinces?by=unitKind&organisation=today&plan=" + plan,
                "/monitor/process/subPlan?plan=" + plan)) {
            String html = page(page);
            List<MatchResult> cells = CELL.matcher(html).results().toList();
            assertThat(cells).as(page).isNotEmpty();
            cells.stream()
                    .limit(30)
                    .forEach(cell -> assertThat(total(cell.group(1).replace("&amp;", "&")))
                            .as(page + " " + cell.group(1))
                            .isEqualTo(Long.parseLong(cell.group(2).replace(".", ""))));
            assertThat(html).as(page).doesNotContain("style=\"", "onclick", "<style");
        }
        long begun = all.stream()
                .filter(duty -> !duty.opensAt().isAfter(now))
                .filter(duty -> switch (duty.state()) {
                    case waived, notRequired, withdrawn, waitingForSuperior -> false;
                    default -> true;
                })
                .count();
        assertThat(page("/monitor?plan=" + plan))
                .as("periods to come are expected from nobody")
                .contains("<strong>" + begun + "</strong> <span>văn bản phải có");
        assertThat(page("/obligations?size=1&columns=unit&columns=step&columns=due")
                        .split("role=\"columnheader\""))
                .hasSize(4);
        assertThat(page("/obligations?size=5&columns=holderPhone&plan=" + plan)).contains("Điện thoại");
        assertThat(page("/monitor?plan=" + plan)).contains("<polyline", "class=\"heat\"");
        assertThat(page("/monitor/process/subPlan?plan=" + plan)).contains("<image", "badge heat-");
        assertThat(page("/monitor?asOf=2023-03-20&plan=" + plan)).contains("<polyline");
    }

    /** The table of provinces and its file: who was told something and has not moved since, told by the histories. */
    void provincesTellWhoDoesNotAnswer(JdbcClient jdbc) {
        Map<Long, Instant> moved = moments(jdbc, """
                select obligation_id, max(at) from obligation_event
                where event in ('started', 'submitted', 'returned', 'approved') group by obligation_id""");
        Map<Long, Instant> told = moments(jdbc, """
                select obligation_id, max(created_at) from notice where rung <> 'NEW' group by obligation_id""");
        long expected = all.stream()
                .filter(duty -> duty.kind() == DutyKind.subPlan && duty.overdue(now))
                .filter(duty ->
                        told.containsKey(duty.id()) && told.get(duty.id()).isAfter(moved.get(duty.id())))
                .count();
        String[] lines = page("/monitor/provinces/export?format=csv&kind=subPlan&plan=" + plan)
                .strip()
                .split("\r?\n");
        assertThat(lines[0]).contains("Đã nhắc, chưa chuyển biến", "Liên hệ gần nhất", "Việc của Sở");
        long found = 0;
        for (int i = 1; i < lines.length; i++) {
            String[] cells = lines[i].split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
            assertThat(cells).hasSize(17);
            found += Long.parseLong(cells[14]);
        }
        assertThat(found).isEqualTo(expected).isPositive();
        assertThat(page("/monitor/provinces?sort=-unanswered&kind=subPlan&plan=" + plan))
                .contains("Đã nhắc, chưa chuyển biến", "Đang soạn thảo");
    }

    private static Map<Long, Instant> moments(JdbcClient jdbc, String sql) {
        Map<Long, Instant> moments = new HashMap<>();
        jdbc.sql(sql).query(row -> {
            moments.put(row.getLong(1), row.getObject(2, OffsetDateTime.class).toInstant());
        });
        return moments;
    }

    /** What stands at each task is what its holders hold. */
    void theLoadOfAProcessIsThatOfItsDuties() {
        Map<String, Long> running = new HashMap<>();
        Map<String, Long> overdue = new HashMap<>();
        all.stream()
                .filter(duty -> duty.kind() == DutyKind.subPlan && !duty.settled())
                .forEach(duty -> Holder.of(duty).ifPresent(holder -> {
                    running.merge(holder.taskKey(), 1L, Long::sum);
                    overdue.merge(holder.taskKey(), duty.overdue(now) ? 1L : 0L, Long::sum);
                }));
        JsonNode elements = new Api(port, "thanhtra.bo")
                .get("/api/v1/processes/subPlan/load?plan=" + plan)
                .ok()
                .get("elements");
        Map<String, JsonNode> found = new HashMap<>();
        elements.forEach(element -> found.put(element.get("elementId").asText(), element));
        assertThat(found.keySet()).isEqualTo(running.keySet()).hasSizeGreaterThan(2);
        found.forEach((task, element) -> {
            assertThat(element.get("running").asLong()).as(task).isEqualTo(running.get(task));
            assertThat(element.get("overdue").asLong()).as(task).isEqualTo(overdue.get(task));
            // Of the plan that is the sample's, which wants a head to take two days and a clerk one.
            assertThat(element.path("targetDays").asText()).as(task).isEqualTo(TARGETS.getOrDefault(task, "null"));
        });
        String then = "/api/v1/processes/subPlan/load?plan=" + plan + "&asOf=";
        assertThat(new Api(port, "thanhtra.bo").get(then + "2023-03-20").ok().get("elements"))
                .isNotEqualTo(elements)
                .hasSizeGreaterThan(2);
        assertThat(new Api(port, "thanhtra.bo").get(then + "2024-03-20").fields())
                .containsExactly("asOf");
        assertThat(page("/monitor/process/subPlan?asOf=2023-03-20&plan=" + plan))
                .contains("badge heat-")
                .doesNotContain("href=\"/obligations?plan=" + plan + "&amp;kind=subPlan&amp;state");
        assertThat(new Api(port, "thanhtra.bo")
                        .get("/api/v1/processes/nothing/load")
                        .status())
                .isEqualTo(404);
        assertThat(new Api(port, "thanhtra.bo")
                        .get("/api/v1/processes/subPlan/load?kind=subPlan")
                        .status())
                .isEqualTo(400);
    }

    /** Cases that carry no duty: a picture each, with the tasks that the engine has; nothing that only duties have is ignored. */
    void everyOtherModelIsShownWithItsTasks(JdbcClient jdbc) {
        Api inspector = new Api(port, "thanhtra.bo");
        for (String key : List.of(
                "nationalPlan",
                "planAmendment",
                "lowerTier",
                "deadlineWatch",
                "overdueFollowUp",
                "chasingLetter",
                "extensionRequest",
                "planClosing",
                "planTaskWatch",
                "reorganisation",
                "daysOffReminder")) {
            assertThat(page("/monitor/process/" + key)).as(key).contains("<image", "process/" + key + "/picture");
            inspector.get("/api/v1/processes/" + key + "/load").ok();
        }
        long tasks = jdbc.sql("""
                        select count(*) from ACT_RU_TASK t join ACT_RE_PROCDEF d on d.ID_ = t.PROC_DEF_ID_
                        where d.KEY_ = 'overdueFollowUp'""").query(Long.class).single();
        JsonNode followed =
                inspector.get("/api/v1/processes/overdueFollowUp/load").ok().get("elements");
        assertThat(followed).hasSize(1);
        assertThat(followed.get(0).get("elementId").asText()).isEqualTo("userTask_followUpOverdue");
        assertThat(followed.get(0).get("running").asLong()).isEqualTo(tasks).isPositive();
        assertThat(inspector
                        .get("/api/v1/processes/overdueFollowUp/load?plan=" + plan)
                        .fields())
                .containsExactly("plan");
    }

    /** A unit's record is what it has owed under both plans, for those who may see it. */
    void aUnitsRecordIsWhatItOwed(String unit, List<Obligation> owed) {
        JsonNode record = new Api(port, "thanhtra.bo")
                .get("/api/v1/units/" + unit + "/record")
                .ok();
        assertThat(record.get("duties").findValuesAsText("id"))
                .containsExactlyInAnyOrderElementsOf(
                        owed.stream().map(duty -> "" + duty.id()).toList());
        assertThat(record.at("/kept/actual").asLong())
                .isEqualTo(owed.stream()
                        .filter(duty -> duty.documentDate() != null)
                        .count());
        assertThat(record.at("/kept/actualOnTime").asLong())
                .isEqualTo(owed.stream()
                        .filter(duty -> duty.documentDate() != null && !duty.late())
                        .count());
        assertThat(record.at("/duties/0/planSubject").asText()).isNotBlank();
        assertThat(record.get("people").findValuesAsText("login")).contains(unit + ".thutruong");
        assertThat(record.get("above").findValuesAsText("relation")).contains("REPORTS_TO", "PARENT");
        assertThat(new Api(port, "SYT-01.chuyenvien")
                        .get("/api/v1/units/" + unit + "/record")
                        .status())
                .isEqualTo(404);
        assertThat(page("/units/" + unit + "/record")).contains(unit, "<h2");
    }

    private long total(String list) {
        return new Api(port, "thanhtra.bo")
                .get("/api/v1/obligations?size=1&" + list.substring(list.indexOf('?') + 1))
                .ok()
                .get("total")
                .asLong();
    }

    private String page(String path) {
        return new String(new Api(port, "thanhtra.bo").bytes(path), StandardCharsets.UTF_8);
    }
}
