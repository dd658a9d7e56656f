package vn.plancascade.followup;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.plancascade.kernel.VietnamTime;

/** Who is to be told what, when and once, worked out from the units and their people by another road than the product's. */
final class ExpectedNotices {

    private static final Set<String> NEVER_MAILED = Set.of("MOH", "COMMITTEE", "MINISTRY");
    private static final Set<String> TO_THE_FOCAL_UNIT = Set.of("DOH", "OTHER_MIN");
    private static final String FOCAL_UNIT = "TTRB";

    private final JdbcClient jdbc;
    private final Map<String, List<String>> holders = new HashMap<>();
    private final Map<String, String> kinds = new HashMap<>();
    private final Map<String, String> superiors = new HashMap<>();
    private final Set<String> expected = new TreeSet<>();

    ExpectedNotices(JdbcClient jdbc) {
        this.jdbc = jdbc;
        jdbc.sql("select unit_code, role, login from role_assignment").query(row -> {
            holders.computeIfAbsent(row.getString(2) + ":" + row.getString(1), group -> new ArrayList<>())
                    .add(row.getString(3));
        });
        jdbc.sql("select code, kind from unit").query(row -> {
            kinds.put(row.getString(1), row.getString(2));
        });
        jdbc.sql("select unit_code, superior_code from unit_relation where relation = 'REPORTS_TO'")
                .query(row -> {
                    superiors.put(row.getString(1), row.getString(2));
                });
    }

    /** @param day of March 2023, or month and day */
    void tell(String unit, String rung, String occurrence, String day, String... roles) {
        for (String role : roles) {
            holders.getOrDefault(role + ":" + unit, List.of())
                    .forEach(login -> expected.add(line(unit, rung, occurrence, login, date(day))));
        }
    }

    void tellSuperior(String unit, String occurrence, String day) {
        String superior = superiors.get(unit);
        if (superior == null
                || NEVER_MAILED.contains(kinds.get(superior))
                || TO_THE_FOCAL_UNIT.contains(kinds.get(unit))) {
            superior = FOCAL_UNIT;
        }
        for (String role : List.of("head", "focalContact")) {
            holders.getOrDefault(role + ":" + superior, List.of())
                    .forEach(login -> expected.add(line(unit, "ESC_SUPERIOR", occurrence, login, date(day))));
        }
    }

    /** The sample has one inspector, who looks after the whole country. */
    void tellInspectors(String unit, String rung, String occurrence, String day) {
        expected.add(line(unit, rung, occurrence, "thanhtra.bo", date(day)));
    }

    void assertToldOnce() {
        List<String> told = new ArrayList<>();
        jdbc.sql("""
                        select o.unit_code, n.rung, n.occurrence, n.recipient, n.created_at
                        from notice n join obligation o on o.id = n.obligation_id""").query(row -> {
            Instant at = row.getObject(5, OffsetDateTime.class).toInstant();
            told.add(line(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    VietnamTime.dayOf(at).toString()));
        });
        assertThat(told).doesNotHaveDuplicates();
        Set<String> missing = new TreeSet<>(expected);
        told.forEach(missing::remove);
        Set<String> tooMuch = new TreeSet<>(told);
        tooMuch.removeAll(expected);
        assertThat(missing).as("not told").isEmpty();
        assertThat(tooMuch).as("told and not expected").isEmpty();
    }

    /**
     * Every notice went out, in as many mails as the server has taken: one a person for each of the watch's mornings, whatever
     * it had to say. Only what a further step had overtaken before its mail could leave was dropped.
     */
    void assertMailedOnce(GreenMail server) {
        assertThat(jdbc.sql("select count(*) from notice where channel = 'mail' and state not in ('sent', 'dropped')")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("""
                        select n.rung || ' ' || o.unit_code from notice n join obligation o on o.id = n.obligation_id
                        where n.state = 'dropped' and not (n.rung = 'NEW' and o.settled_at is not null)
                          and not (n.rung = 'SUBMITTED' and (o.settled_at is not null or o.times_returned > 0))
                          and not (n.rung in ('RETURNED', 'APPROVED') and o.settled_at is not null)""").query(String.class).list()).isEmpty();
        assertThat(jdbc.sql("""
                        select recipient from notice where channel = 'mail' and rung in
                          ('REMIND_7', 'REMIND_3', 'REMIND_1', 'WAITING', 'OVERDUE', 'ESC_SUPERIOR', 'WEEKLY')
                        group by recipient, cast(created_at as date) having count(distinct mail_id) > 1""").query(String.class).list()).isEmpty();
        Map<String, Long> taken = Arrays.stream(server.getReceivedMessages())
                .collect(Collectors.groupingBy(ExpectedNotices::messageId, Collectors.counting()));
        assertThat(taken.values()).containsOnly(1L);
        assertThat(taken.keySet())
                .containsExactlyInAnyOrderElementsOf(jdbc.sql("select message_id from mail where attempts = 1")
                        .query(String.class)
                        .list());
    }

    private static String messageId(MimeMessage message) {
        try {
            return message.getMessageID();
        } catch (MessagingException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    /** The events of every sub-plan by unit, oldest first. */
    Map<String, List<String>> histories() {
        Map<String, List<String>> events = new HashMap<>();
        jdbc.sql("""
                        select o.unit_code, e.event from obligation_event e join obligation o on o.id = e.obligation_id
                        where o.kind = 'subPlan' order by e.id""").query(row -> {
            events.computeIfAbsent(row.getString(1), unit -> new ArrayList<>()).add(row.getString(2));
        });
        return events;
    }

    private static String date(String day) {
        return day.length() == 2 ? "2023-03-" + day : "2023-" + day;
    }

    private static String line(String... parts) {
        return String.join(" | ", parts);
    }
}
