package vn.plancascade.followup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import vn.plancascade.support.Api;
import vn.plancascade.support.Cascade;
import vn.plancascade.support.Client;
import vn.plancascade.support.Readable;

/**
 * The country lives from 16/03 to the beginning of April: what every unit's duty came to, what its history says, and who was
 * told what on which day, once, compared with the policy. On PostgreSQL: the year of reports is lived on H2.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
@DirtiesContext
abstract class LivedYearScenario {

    private static final String FIRST = "2023-03-20";

    /** The working mornings on which something was overdue. */
    private static final List<String> MORNINGS = List.of(
            "2023-03-20",
            "2023-03-21",
            "2023-03-22",
            "2023-03-23",
            "2023-03-24",
            "2023-03-27",
            "2023-03-28",
            "2023-03-29",
            "2023-03-30",
            "2023-03-31",
            "2023-04-03");

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    GreenMail mailServer;

    private Cascade country;
    private ExpectedNotices expected;
    private List<String> units;
    private int taken;

    @Test
    void everyStateMailAndHistoryIsWhatThePolicySays() {
        country = new Cascade(port).awaitSample();
        peopleWhoAreToldToo();
        expected = new ExpectedNotices(jdbc);
        country.issuePlan(Api.object());
        country.awaitCases();
        units = jdbc.sql("""
                        select o.unit_code from obligation o join unit u on u.code = o.unit_code
                        where o.kind = 'subPlan' and u.numbering = 'register' and u.kind <> 'MOH_INSPECTORATE'
                          and exists (select 1 from role_assignment r where r.unit_code = u.code and r.role = 'clerk')
                        order by u.kind desc, o.unit_code""").query(String.class).list();
        List<String> all = country.duties().stream()
                .map(duty -> duty.get("unitCode").asText())
                .toList();
        assertThat(all).hasSizeGreaterThan(400);
        all.forEach(unit -> expected.tell(unit, "NEW", FIRST, "16", "focalContact", "drafter", "head", "clerk"));

        List<String> early = take(3);
        List<String> returned = take(2);
        List<String> waiting = take(2);
        List<String> lastMinute = take(2);
        List<String> atMidnight = take(2);
        List<String> enteredLate = take(2);
        List<String> extendedAndIssued = take(1);
        List<String> extendedAndNot = take(1);
        List<String> extendedAfterwards = take(1);
        List<String> waived = take(1);
        List<String> issuedInTheEnd = take(1);

        // Thursday, 16/03.
        early.forEach(unit -> {
            submitted(unit, 0, "16");
            approved(unit, 0, "16");
            country.issue(unit, "2023-03-16");
        });
        returned.forEach(unit -> {
            submitted(unit, 0, "16");
            country.returned(unit, "Bổ sung kinh phí");
            expected.tell(unit, "RETURNED", "round-1", "16", "drafter");
        });
        waiting.forEach(unit -> submitted(unit, 0, "16"));

        // Friday, 17/03: the last working day.
        country.clock("2023-03-17T09:00:00+07:00");
        others(all, early, waiting)
                .forEach(unit -> expected.tell(unit, "REMIND_1", FIRST, "17", "drafter", "head", "leaderInCharge"));
        waiting.forEach(unit -> expected.tell(unit, "REMIND_1", FIRST, "17", "head", "leaderInCharge"));
        returned.forEach(unit -> {
            submitted(unit, 1, "17");
            approved(unit, 1, "17");
            country.issue(unit, "2023-03-17");
        });
        Stream.of(extendedAndIssued, extendedAndNot).flatMap(List::stream).forEach(unit -> {
            country.extend("thanhtra.bo", unit, "2023-03-24").ok();
            expected.tell(unit, "EXTENDED", "2023-03-24", "17", "focalContact", "drafter", "head");
        });

        // Sunday, 19/03, in the last minute.
        country.clock("2023-03-19T23:55:00+07:00");
        lastMinute.forEach(unit -> {
            submitted(unit, 0, "19");
            approved(unit, 0, "19");
        });
        Stream.of(atMidnight, enteredLate).flatMap(List::stream).forEach(unit -> {
            submitted(unit, 0, "19");
            approved(unit, 0, "19");
        });
        country.clock("2023-03-19T23:59:00+07:00");
        lastMinute.forEach(unit -> country.issue(unit, "2023-03-19"));

        // Monday, 20/03, 00:00: too late.
        country.clock("2023-03-20T00:00:00+07:00");
        atMidnight.forEach(unit -> country.issue(unit, "2023-03-20"));
        enteredLate.forEach(unit -> country.issue(unit, "2023-03-19"));
        List<String> open =
                others(all, early, returned, lastMinute, atMidnight, enteredLate, extendedAndIssued, extendedAndNot);
        country.clock("2023-03-20T09:00:00+07:00");
        open.forEach(unit -> expected.tell(unit, "OVERDUE", FIRST, "20", "head", "drafter"));
        waiting.forEach(unit -> {
            expected.tell(unit, "WAITING", "round-0", "20", "head");
            approved(unit, 0, "20");
            country.issue(unit, "2023-03-20");
        });
        waived.forEach(unit -> {
            country.waive("thanhtra.bo", unit).ok();
            expected.tell(unit, "WAIVED", "on-2023-03-20", "20", "focalContact", "drafter", "head", "clerk");
        });
        extendedAfterwards.forEach(unit -> {
            country.extend("thanhtra.bo", unit, "2023-03-27").ok();
            expected.tell(unit, "EXTENDED", "2023-03-27", "20", "focalContact", "drafter", "head");
        });

        country.clock("2023-03-22T09:00:00+07:00");
        List<String> overdue = others(open, waiting, waived, extendedAfterwards);
        overdue.forEach(unit -> expected.tellSuperior(unit, FIRST, "21"));
        List<String> until24 = Stream.of(extendedAndIssued, extendedAndNot)
                .flatMap(List::stream)
                .toList();
        until24.forEach(unit -> expected.tell(unit, "REMIND_3", "2023-03-24", "21", "drafter", "head"));
        extendedAfterwards.forEach(unit -> expected.tell(unit, "REMIND_3", "2023-03-27", "22", "drafter", "head"));

        country.clock("2023-03-23T09:00:00+07:00");
        overdue.forEach(unit -> expected.tellInspectors(unit, "ESC_FOCAL", FIRST, "23"));
        until24.forEach(
                unit -> expected.tell(unit, "REMIND_1", "2023-03-24", "23", "drafter", "head", "leaderInCharge"));
        assertThat(overdueUnits()).isEqualTo(overdue.size());
        Stream.of(extendedAndIssued, issuedInTheEnd).flatMap(List::stream).forEach(unit -> {
            submitted(unit, 0, "23");
            approved(unit, 0, "23");
            country.issue(unit, "2023-03-23");
        });
        assertThat(overdueUnits()).isEqualTo(overdue.size() - issuedInTheEnd.size());

        country.clock("2023-03-31T23:59:00+07:00");
        extendedAndNot.forEach(unit -> {
            expected.tell(unit, "OVERDUE", "2023-03-24", "24", "head", "drafter");
            expected.tellSuperior(unit, "2023-03-24", "27");
            expected.tellInspectors(unit, "ESC_FOCAL", "2023-03-24", "29");
        });
        extendedAfterwards.forEach(unit -> {
            expected.tell(unit, "REMIND_1", "2023-03-27", "24", "drafter", "head", "leaderInCharge");
            expected.tell(unit, "OVERDUE", "2023-03-27", "27", "head", "drafter");
            expected.tellSuperior(unit, "2023-03-27", "28");
            expected.tellInspectors(unit, "ESC_FOCAL", "2023-03-27", "30");
        });
        assertThat(overdueUnits()).isEqualTo(overdue.size() - issuedInTheEnd.size() + 2);

        wantsNoMore("lanhdao.bo");

        // Monday, 03/04: the first weekly round.
        country.clock("2023-04-03T09:00:00+07:00");
        others(overdue, issuedInTheEnd).forEach(this::toldWeekly);
        extendedAndNot.forEach(this::toldWeekly);

        expected.assertToldOnce();
        expected.assertMailedOnce(mailServer);
        theInspectorGotADigestEachWorkingMorning();
        theLeaderGotTheCurveEachWeekUntilItWasSwitchedOff();
        assertStates(early, "issued", false, 0, "started", "submitted", "approved", "issued");
        assertStates(
                returned, "issued", false, 0, "started", "submitted", "returned", "submitted", "approved", "issued");
        assertStates(waiting, "issued", true, 1, "started", "submitted", "deadlinePassed", "approved", "issued");
        assertStates(lastMinute, "issued", false, 0, "started", "submitted", "approved", "issued");
        assertStates(atMidnight, "issued", true, 1, "started", "submitted", "approved", "deadlinePassed", "issued");
        assertStates(
                enteredLate,
                "issued",
                false,
                0,
                "started",
                "submitted",
                "approved",
                "deadlinePassed",
                "issued",
                "enteredLate");
        assertStates(extendedAndIssued, "issued", false, 0, "started", "extended", "submitted", "approved", "issued");
        assertStates(extendedAndNot, "drafting", false, 11, "started", "extended", "deadlinePassed");
        assertStates(
                extendedAfterwards, "drafting", false, 8, "started", "deadlinePassed", "extended", "deadlinePassed");
        assertStates(waived, "waived", false, 0, "started", "deadlinePassed", "waived");
        assertStates(issuedInTheEnd, "issued", true, 4, "started", "deadlinePassed", "submitted", "approved", "issued");
        List<String> never = others(overdue, issuedInTheEnd);
        assertStates(never, "drafting", false, 15, "started", "deadlinePassed");
        assertThat(jdbc.sql("select count(*) from obligation where state = 'startFailed'")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select count(*) from ACT_RU_JOB where RETRIES_ = 0 or EXCEPTION_MSG_ is not null")
                        .query(Integer.class)
                        .single())
                .isZero();
        anInspectorSaysWhatWasDone(never.size() + 2);
    }

    private void theInspectorGotADigestEachWorkingMorning() {
        assertThat(jdbc.sql("""
                                select recipient || ' ' || cast(cast(created_at at time zone 'Asia/Ho_Chi_Minh' as date) as varchar(10))
                                from mail where kind = 'digest' and state = 'sent' order by id""").query(String.class).list())
                .isEqualTo(MORNINGS.stream().map(day -> "thanhtra.bo " + day).toList());
        List<Digest> digests = Arrays.stream(mailServer.getReceivedMessages())
                .map(Digest::of)
                .filter(mail -> mail.subject().startsWith("Bản tin sáng"))
                .toList();
        for (int i = 0; i < digests.size(); i++) {
            Digest digest = digests.get(i);
            OffsetDateTime morning = OffsetDateTime.parse(MORNINGS.get(i) + "T09:00:00+07:00");
            Standing now = standing(morning);
            // The day before counts to its end.
            Standing before = standing(morning.truncatedTo(ChronoUnit.DAYS).minusNanos(1_000));
            assertThat(digest.subject())
                    .isEqualTo("Bản tin sáng: " + now.overdue() + " đơn vị quá hạn, Kế hoạch số 360/KH-BYT");
            assertThat(digest.text())
                    .as(MORNINGS.get(i))
                    .contains(
                            "Phải ban hành: " + since(now.expected(), before.expected()),
                            "Đã ban hành: " + since(now.actual(), before.actual()),
                            "Trong đó đúng hạn: " + since(now.onTime(), before.onTime()),
                            "Quá hạn, chưa ban hành: " + since(now.overdue(), before.overdue()));
            assertThat(digest.size()).isLessThan(60 * 1024);
        }
        assertThat(digests).hasSameSizeAs(MORNINGS);
    }

    private static String since(long now, long before) {
        return now == before
                ? now + " (như hôm qua)"
                : now + " (" + (now > before ? "+" : "−") + Math.abs(now - before) + " so với hôm qua)";
    }

    /** What an inspector's figures of the sub-plans were at a moment, by the history alone. */
    private Standing standing(OffsetDateTime moment) {
        return jdbc.sql("""
                        with standing as (
                          select o.id, o.document_date,
                            (select min(e.at) from obligation_event e where e.obligation_id = o.id and e.event = 'issued') as issued,
                            (select min(e.at) from obligation_event e where e.obligation_id = o.id and e.event = 'waived') as waived,
                            case when exists (select 1 from obligation_event e
                                where e.obligation_id = o.id and e.event = 'extended' and e.at < :now)
                              then o.due_at else o.original_due_at end as due
                          from obligation o where o.kind = 'subPlan' and o.plan_id = :plan)
                        select sum(case when issued < :now then 1 else 0 end),
                          sum(case when issued < :now
                              and cast(document_date as timestamp) at time zone 'Asia/Ho_Chi_Minh' < due then 1 else 0 end),
                          sum(case when (issued is null or issued >= :now) and due <= :now then 1 else 0 end),
                          count(*)
                        from standing where waived is null or waived >= :now""")
                .param("plan", country.plan())
                .param("now", moment)
                .query((row, n) -> new Standing(row.getLong(4), row.getLong(1), row.getLong(2), row.getLong(3)))
                .single();
    }

    private record Standing(long expected, long actual, long onTime, long overdue) {}

    private void wantsNoMore(String login) {
        Client reader = new Client(port);
        reader.login(login, "demo");
        HttpResponse<String> page = reader.page("/monitor");
        assertThat(page.body()).contains("Tắt bản tin");
        reader.form("/monitor/digest", Map.of("wanted", "false", "_csrf", Client.formToken(page)));
        assertThat(reader.page("/monitor").body()).contains("Nhận bản tin");
    }

    private int digests() {
        return jdbc.sql("select count(*) from mail where kind = 'digest'")
                .query(Integer.class)
                .single();
    }

    private void theLeaderGotTheCurveEachWeekUntilItWasSwitchedOff() {
        assertThat(jdbc.sql("""
                                select recipient || ' ' || cast(cast(created_at at time zone 'Asia/Ho_Chi_Minh' as date) as varchar(10))
                                from mail where kind = 'weekly' and state = 'sent' order by id""").query(String.class).list())
                .containsExactly("lanhdao.bo 2023-03-20", "lanhdao.bo 2023-03-27");
        assertThat(Arrays.stream(mailServer.getReceivedMessages())
                        .map(GreenMailUtil::getWholeMessage)
                        .filter(mail -> mail.contains("curve.png")))
                .hasSize(2)
                .allSatisfy(mail -> assertThat(mail).contains("Content-Type: image/png", "cid:curve.png"));
        assertThat(country.as("quantri")
                        .get("/demo/mail?to=lanhdao.bo@mau.example")
                        .ok()
                        .findValuesAsText("html"))
                .anyMatch(html -> html.contains("src=\"data:image/png;base64,"));
    }

    private record Digest(String subject, String text, int size) {

        static Digest of(MimeMessage message) {
            try {
                return new Digest(
                        message.getSubject(), Readable.text(GreenMailUtil.getWholeMessage(message)), message.getSize());
            } catch (MessagingException unreadable) {
                throw new AssertionError(unreadable);
            }
        }
    }

    private void anInspectorSaysWhatWasDone(int left) {
        Api inspector = country.as("thanhtra.bo");
        String task = inspector.task("userTask_followUpOverdue");
        assertThat(inspector.complete(task, Api.object()).fields()).containsExactly("note");
        inspector
                .complete(task, Api.object().put("note", "Đã gọi điện cho từng đơn vị"))
                .ok();
        assertThat(inspector.complete(task, Api.object()).status()).isEqualTo(409);
        assertThat(inspector.tasks("userTask_followUpOverdue")).isEmpty();
        assertThat(jdbc.sql(
                                "select count(*) from obligation_event where event = 'followedUp' and actor = 'thanhtra.bo'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(left);
        wantsNoMore("thanhtra.bo");
        int before = digests();
        country.clock("2023-04-04T09:00:00+07:00");
        assertThat(digests()).isEqualTo(before);
        assertThat(inspector.tasks("userTask_followUpOverdue")).isEmpty();
        itComesAgainAfterFiveWorkingDaysToThoseAppointedMeanwhileToo(inspector, left);
    }

    private void itComesAgainAfterFiveWorkingDaysToThoseAppointedMeanwhileToo(Api inspector, int left) {
        jdbc.sql("""
                        insert into role_assignment (login, unit_code, role, valid_from)
                        select 'lanhdao.bo', unit_code, role, date '2023-04-04' from role_assignment
                        where login = 'thanhtra.bo' and role = 'inspector'""").update();
        country.clock("2023-04-07T09:00:00+07:00");
        assertThat(inspector.tasks("userTask_followUpOverdue")).isEmpty();
        country.clock("2023-04-10T09:00:00+07:00");
        for (Api one : List.of(inspector, country.as("lanhdao.bo"))) {
            assertThat(one.tasks("userTask_followUpOverdue")).hasSize(1);
            assertThat(one.draft(one.task("userTask_followUpOverdue"))
                            .get("unitCount")
                            .asInt())
                    .isEqualTo(left);
        }
    }

    /** The sample has neither leaders in charge nor many focal contacts: some units get them, of every tier. */
    private void peopleWhoAreToldToo() {
        for (String role : List.of("leaderInCharge", "focalContact")) {
            jdbc.sql("""
                            insert into person (login, full_name, email, locale, enabled)
                            select u.code || '.' || :role, 'Người ' || u.code, lower(u.code || '.' || :role) || '@mau.example',
                              'vi', true
                            from unit u where u.code like 'SYT-%' or u.code like 'BVT-%' or u.code like 'TTYT-%'""").param("role", role).update();
            jdbc.sql("""
                            insert into role_assignment (login, unit_code, role, valid_from)
                            select u.code || '.' || :role, u.code, :role, :since
                            from unit u where u.code like 'SYT-%' or u.code like 'BVT-%' or u.code like 'TTYT-%'""")
                    .param("role", role)
                    .param("since", LocalDate.of(2023, 1, 1))
                    .update();
        }
    }

    private List<String> take(int n) {
        taken += n;
        return units.subList(taken - n, taken);
    }

    @SafeVarargs
    private static List<String> others(List<String> all, List<String>... without) {
        List<String> out = Stream.of(without).flatMap(List::stream).toList();
        return all.stream().filter(unit -> !out.contains(unit)).toList();
    }

    private void submitted(String unit, int round, String day) {
        country.submit(unit);
        expected.tell(unit, "SUBMITTED", "round-" + round, day, "head");
    }

    private void approved(String unit, int round, String day) {
        country.approve(unit);
        expected.tell(unit, "APPROVED", "round-" + round, day, "clerk", "drafter");
    }

    private void toldWeekly(String unit) {
        expected.tell(unit, "WEEKLY", "2023-W14", "04-03", "head");
        expected.tellInspectors(unit, "WEEKLY", "2023-W14", "04-03");
    }

    /** What the inspector's one task lists. */
    private int overdueUnits() {
        Api inspector = country.as("thanhtra.bo");
        JsonNode listed = inspector.tasks("userTask_followUpOverdue").get(0);
        assertThat(listed.get("planId").asLong()).isEqualTo(country.plan());
        assertThat(listed.get("obligationId").isNull()).isTrue();
        JsonNode shown = inspector.draft(inspector.task("userTask_followUpOverdue"));
        assertThat(shown.get("units").size())
                .isEqualTo(Math.min(500, shown.get("unitCount").asInt()));
        return shown.get("unitCount").asInt();
    }

    private void assertStates(List<String> units, String state, boolean late, int daysLate, String... history) {
        Map<String, List<String>> events = expected.histories();
        Map<String, JsonNode> duties = country.duties().stream()
                .collect(java.util.stream.Collectors.toMap(
                        duty -> duty.get("unitCode").asText(), duty -> duty));
        assertThat(units).isNotEmpty().allSatisfy(unit -> {
            JsonNode duty = duties.get(unit);
            assertThat(duty.get("state").asText()).isEqualTo(state);
            assertThat(duty.get("late").asBoolean()).isEqualTo(late);
            assertThat(duty.get("daysLate").asInt()).isEqualTo(daysLate);
            assertThat(duty.get("overdue").asBoolean()).isEqualTo(state.equals("drafting"));
            assertThat(events.get(unit)).containsExactly(history);
        });
    }
}
