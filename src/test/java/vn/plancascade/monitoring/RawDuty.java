package vn.plancascade.monitoring;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A duty as the lines of its history make it by the end of a moment, told without a word of the product's own code: what the
 * figures say is compared with it.
 *
 * @param since when its last step was taken
 * @param date its document's, once there is one
 */
record RawDuty(
        long id,
        long plan,
        String kind,
        String period,
        String unit,
        String unitKind,
        String province,
        String superior,
        Instant opens,
        Instant originalDue,
        Instant due,
        String state,
        Instant since,
        LocalDate date,
        boolean started,
        int returned,
        int extensions,
        Instant at) {

    private static final ZoneId HERE = ZoneId.of("Asia/Ho_Chi_Minh");

    private static final Map<String, String> LEADS_TO = Map.ofEntries(
            Map.entry("started", "drafting"),
            Map.entry("submitted", "awaitingApproval"),
            Map.entry("returned", "drafting"),
            Map.entry("approved", "awaitingIssue"),
            Map.entry("issued", "issued"),
            Map.entry("issuedOutside", "issued"),
            Map.entry("accepted", "accepted"),
            Map.entry("waived", "waived"),
            Map.entry("withdrawn", "withdrawn"));

    private static final Map<String, String> TASKS = Map.of(
            "drafting", "draft",
            "awaitingApproval", "approve",
            "awaitingIssue", "issue",
            "issued", "accept");

    /** All duties that had been given by the moment. */
    static List<RawDuty> all(JdbcClient jdbc, Instant at) {
        Map<Long, RawDuty> duties = new LinkedHashMap<>();
        jdbc.sql("select * from obligation order by id").query(row -> {
            RawDuty given = given(row, at);
            if (!moment(row, "given_at").isAfter(at)) {
                duties.put(given.id, given);
            }
        });
        jdbc.sql("select * from obligation_event order by id").query(row -> {
            if (!moment(row, "at").isAfter(at)) {
                Line line = new Line(row.getString("event"), moment(row, "at"), moment(row, "due_to"));
                duties.computeIfPresent(row.getLong("obligation_id"), (id, duty) -> duty.after(line));
            }
        });
        return new ArrayList<>(duties.values());
    }

    private record Line(String event, Instant at, Instant dueTo) {}

    private static RawDuty given(ResultSet row, Instant at) throws SQLException {
        String state = row.getString("state");
        return new RawDuty(
                row.getLong("id"),
                row.getLong("plan_id"),
                row.getString("kind"),
                row.getString("period"),
                row.getString("unit_code"),
                row.getString("given_kind"),
                row.getString("given_province"),
                row.getString("given_superior"),
                moment(row, "opens_at"),
                moment(row, "original_due_at"),
                moment(row, "original_due_at"),
                state.equals("notRequired") ? state : "planned",
                moment(row, "given_at"),
                row.getObject("document_date", LocalDate.class),
                row.getString("kind").equals("reportCycle") && row.getString("process_instance_id") != null,
                0,
                0,
                at);
    }

    private RawDuty after(Line line) {
        boolean moved = line.event.equals("extended");
        String next = LEADS_TO.getOrDefault(line.event, state);
        return new RawDuty(
                id,
                plan,
                kind,
                period,
                unit,
                unitKind,
                province,
                superior,
                opens,
                originalDue,
                moved ? line.dueTo : due,
                next,
                LEADS_TO.containsKey(line.event) ? line.at : since,
                date,
                started || line.event.equals("started"),
                returned + (line.event.equals("returned") ? 1 : 0),
                extensions + (moved ? 1 : 0),
                at);
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    static LocalDate day(Instant moment) {
        return moment.atZone(HERE).toLocalDate();
    }

    private boolean isIssued() {
        return Set.of("issued", "accepted").contains(state);
    }

    boolean isExpected() {
        return !Set.of("waived", "notRequired", "withdrawn").contains(state);
    }

    boolean isActual() {
        return isExpected() && isIssued() && date != null;
    }

    /** @param due the deadline that is looked at, which is a midnight: a document of the day before is in time */
    boolean isOnTime(Instant due) {
        return isActual() && date.isBefore(day(due));
    }

    boolean isSettled() {
        return !isExpected() || state.equals("accepted") || (state.equals("issued") && !kind.equals("unitReport"));
    }

    boolean isOverdue() {
        return !isSettled() && !isIssued() && !at.isBefore(due);
    }

    /** 20/03 against "trước ngày 20/03" is 1. */
    long daysLate() {
        if (!isActual() && !isOverdue()) {
            return 0;
        }
        return Math.max(0, ChronoUnit.DAYS.between(day(due), isActual() ? date : day(at)) + 1);
    }

    String step() {
        if (isSettled()) {
            return "settled";
        }
        return switch (state) {
            case "planned" -> "notStarted";
            case "awaitingApproval" -> "withHead";
            case "awaitingIssue" -> "withClerk";
            case "issued" -> "withSuperior";
            default -> returned > 0 ? "returned" : "drafting";
        };
    }

    String ageing() {
        long late = isOverdue() ? daysLate() : 0;
        return late == 0 ? "notLate" : late <= 3 ? "1-3" : late <= 7 ? "4-7" : late <= 14 ? "8-14" : "15+";
    }

    /** The beginning of the name of the task at which it stands; null where it stands at none. */
    String task() {
        return isSettled() ? null : TASKS.get(state);
    }

    long daysInStep() {
        return ChronoUnit.DAYS.between(day(since), day(at));
    }
}
