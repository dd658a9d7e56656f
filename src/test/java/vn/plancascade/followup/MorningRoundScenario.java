package vn.plancascade.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.deadline.Obligation;
import vn.plancascade.document.Documents.Upload;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.notification.Rung;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.organisation.UnitKind;
import vn.plancascade.support.PlansByHand;
import vn.plancascade.worklist.FormData;

/** Mornings that were missed, that are holidays, that come too soon after the plan. Time only goes forward. */
@SpringBootTest(properties = "plan-cascade.mail.scheduled=false")
@ActiveProfiles("demo")
@DirtiesContext
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class MorningRoundScenario {

    @Autowired
    ApplicationContext beans;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DeadlinePolicies policies;

    private PlansByHand plans;
    private long offOverTheDeadline;

    @BeforeAll
    void theExecutorRestsAndTetIsInTheCalendar() {
        plans = new PlansByHand(beans);
        for (int day = 8; day <= 14; day++) {
            jdbc.sql("insert into day_off (off_day, works, name) values (:day, false, 'Tết Nguyên đán')")
                    .param("day", LocalDate.of(2024, 2, day))
                    .update();
        }
    }

    @Test
    @Order(1)
    void aDayOffOverTheDeadlineIsCaughtUpWithOneReminder() {
        offOverTheDeadline = plans.issued(LocalDate.of(2023, 3, 20), UnitKind.MOH_OFFICE);

        plans.jumpTo(at("2023-03-20T20:00:00+07:00"));
        assertThat(told(offOverTheDeadline)).containsExactly("OVERDUE 2023-03-20 on 2023-03-20");
        assertThat(histories(offOverTheDeadline)).containsExactly("started", "deadlinePassed");

        plans.jumpTo(at("2023-03-20T21:00:00+07:00"));
        assertThat(told(offOverTheDeadline)).hasSize(1);
    }

    @Test
    @Order(2)
    void aLongOutageIsCaughtUpWithTheLatestRungForEveryone() {
        long plan = plans.issued(LocalDate.of(2023, 3, 27), UnitKind.MOH_INSPECTORATE);

        plans.jumpTo(at("2023-03-29T10:00:00+07:00"));

        assertThat(told(plan))
                .containsExactly("ESC_SUPERIOR 2023-03-27 on 2023-03-29", "OVERDUE 2023-03-27 on 2023-03-29");
        // The unit that watches the plan is its own superior: its head is told once.
        assertThat(recipients(plan, "ESC_SUPERIOR")).contains("TTRB.thutruong");
        assertThat(recipients(plan, "OVERDUE")).containsExactly("TTRB.chuyenvien");
        assertThat(told(offOverTheDeadline))
                .containsExactly(
                        "ESC_FOCAL 2023-03-20 on 2023-03-29",
                        "ESC_SUPERIOR 2023-03-20 on 2023-03-29",
                        "OVERDUE 2023-03-20 on 2023-03-20");
    }

    @Test
    @Order(3)
    void aPlanIssuedOnItsOwnDeadlineDayMustGiveMoreTimeAndSkipsTheRungsThatNoLongerFit() {
        LocalDate today = LocalDate.of(2023, 3, 29);
        long plan = plans.approved(today, UnitKind.MOH_OFFICE);
        assertThatThrownBy(() -> plans.issue(plan, FormData.object())).isInstanceOf(InvalidInput.class);

        plans.issue(plan, FormData.object().put("workingDaysFromIssue", 2));
        Obligation duty = plans.duties(plan).get(0);
        assertThat(duty.dueAt()).isEqualTo(at("2023-04-01T00:00:00+07:00"));
        assertThat(duty.overdue(at("2023-03-29T23:00:00+07:00"))).isFalse();

        plans.walkTo(at("2023-04-03T09:00:00+07:00"));
        // Due on a Saturday: overdue is told on the Monday after it.
        assertThat(told(plan)).containsExactly("OVERDUE 2023-04-01 on 2023-04-03", "REMIND_1 2023-04-01 on 2023-03-31");
    }

    @Test
    @Order(4)
    void aDraftThatWaitsIsRemindedOnceARound() {
        long plan = plans.issued(LocalDate.of(2023, 6, 30), UnitKind.MOH_OFFICE);
        Obligation duty = plans.duties(plan).get(0);
        plans.submit(duty);
        long reviewed = plans.issued(LocalDate.of(2023, 6, 30), UnitKind.MOH_INSPECTORATE);
        Obligation withReviewer = plans.duties(reviewed).get(0);
        jdbc.sql("""
                        insert into role_assignment (login, unit_code, role, valid_from)
                        values ('TTRB.vanthu', 'TTRB', 'reviewer', date '2023-01-01')""").update();
        plans.submit(withReviewer);

        plans.walkTo(at("2023-04-05T09:00:00+07:00"));
        assertThat(told(plan)).isEmpty();
        plans.walkTo(at("2023-04-10T09:00:00+07:00"));
        assertThat(told(plan)).containsExactly("WAITING round-0 on 2023-04-06");
        assertThat(told(reviewed)).containsExactly("REVIEW_WAITS round-0 on 2023-04-06");
        assertThat(recipients(reviewed, "REVIEW_WAITS")).containsExactly("TTRB.vanthu");
        jdbc.sql("delete from role_assignment where role = 'reviewer'").update();

        plans.act(
                duty.unitCode() + ".thutruong",
                duty.id(),
                FormData.object().put("decision", "return").put("comment", "Bổ sung"));
        plans.submit(duty);
        plans.walkTo(at("2023-04-14T09:00:00+07:00"));
        assertThat(told(plan)).containsExactly("WAITING round-0 on 2023-04-06", "WAITING round-1 on 2023-04-13");
        // The reviewer is gone, and it is the head's work.
        assertThat(recipients(reviewed, "REVIEW_WAITS")).containsExactlyInAnyOrder("TTRB.vanthu", "TTRB.thutruong");
        plans.act("TTRB.thutruong", withReviewer.id(), PlansByHand.APPROVE);
        plans.act("TTRB.thutruong", withReviewer.id(), PlansByHand.APPROVE);
        plans.act("TTRB.vanthu", withReviewer.id(), FormData.object().put("documentNumber", "9/KH-TTrB"));
    }

    @Test
    @Order(5)
    void whoeverHoldsTheWorkIsTold() {
        long plan = plans.issued(LocalDate.of(2023, 4, 20), UnitKind.MOH_OFFICE);
        Obligation duty = plans.duties(plan).get(0);
        plans.walkTo(at("2023-04-17T09:00:00+07:00"));
        assertThat(recipients(plan, "REMIND_3")).containsExactlyInAnyOrder("VPB.chuyenvien", "VPB.thutruong");

        plans.submit(duty);
        plans.act("VPB.thutruong", duty.id(), PlansByHand.APPROVE);
        plans.walkTo(at("2023-04-19T09:00:00+07:00"));
        assertThat(recipients(plan, "REMIND_1")).contains("VPB.thutruong", "VPB.vanthu");
        assertThat(recipients(plan, "REMIND_1")).doesNotContain("VPB.chuyenvien");
    }

    @Test
    @Order(6)
    void occurrencesNameTheDueDayInVietNam() {
        assertThat(jdbc.sql("""
                        select n.occurrence from notice n join obligation o on o.id = n.obligation_id
                        where o.plan_id = :plan and n.rung = 'NEW'""")
                        .param("plan", offOverTheDeadline)
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .containsOnly("2023-03-20");
        assertThat(jdbc.sql("select due_day from open_duty where plan_id = :plan")
                        .param("plan", offOverTheDeadline)
                        .query(LocalDate.class)
                        .list())
                .isNotEmpty()
                .containsOnly(LocalDate.of(2023, 3, 20));
    }

    @Test
    @Order(7)
    void remindersKeepToWorkingMorningsOverTet() {
        plans.jumpTo(at("2024-01-31T09:00:00+07:00"));
        long plan = plans.issued(LocalDate.of(2024, 2, 20), UnitKind.MOH_OFFICE);

        plans.walkTo(at("2024-02-20T09:00:00+07:00"));

        assertThat(told(plan))
                .containsExactly(
                        "OVERDUE 2024-02-20 on 2024-02-20",
                        "REMIND_1 2024-02-20 on 2024-02-19",
                        "REMIND_3 2024-02-20 on 2024-02-15",
                        "REMIND_7 2024-02-20 on 2024-02-02");
    }

    @Test
    @Order(8)
    void nobodyAboveIsAMinistryOrACommittee() {
        assertThat(jdbc.sql("""
                        select count(*) from notice n where not exists (
                          select 1 from role_assignment r join unit u on u.code = r.unit_code
                          where r.login = n.recipient and u.kind not in ('MOH', 'COMMITTEE', 'MINISTRY'))""").query(Integer.class).single()).isZero();
    }

    @Test
    @Order(9)
    void howeverTheMachineWasUpAndDownEverybodyHearsTheNewestThatSpeaksToThemOnce() {
        Outages outages = new Outages(beans, offOverTheDeadline);
        List<String> told = outages.told();
        assertThat(told).doesNotHaveDuplicates();
        assertThat(new TreeSet<>(told)).isEqualTo(outages.expected());
    }

    @Test
    @Order(10)
    void aTableThatIsReplacedCountsFromTheNextRoundAndIsTriedBefore() {
        Actor administrator = beans.getBean(Organisation.class).actor("quantri").orElseThrow();
        long plan = plans.issued(LocalDate.of(2024, 9, 27), UnitKind.MOH_OFFICE);
        plans.walkTo(at("2024-09-19T09:00:00+07:00"));
        Upload fifthDay = new Upload(
                "policy.dmn",
                policies.content(administrator, null)
                        .replace("<text>-3</text>", "<text>-5</text>")
                        .getBytes(StandardCharsets.UTF_8));

        DeadlinePolicies.Preview preview = policies.tryOut(administrator, fifthDay);

        assertThat(preview.changes())
                .filteredOn(change -> change.rung() == Rung.REMIND_3 && change.kind() == DutyKind.subPlan)
                .extracting(change -> change.morning() + " " + change.before() + " " + change.after())
                .containsExactly("2024-09-20 0 1", "2024-09-24 1 0");
        assertThat(policies.versions(administrator)).hasSize(1);
        policies.replace(administrator, fifthDay);
        plans.walkTo(at("2024-09-25T09:00:00+07:00"));
        assertThat(told(plan)).contains("REMIND_3 2024-09-27 on 2024-09-20").hasSize(2);
    }

    private static Instant at(String moment) {
        return OffsetDateTime.parse(moment).toInstant();
    }

    /** The ladder's rungs with the days on which they were told, each once. */
    private Set<String> told(long plan) {
        Set<String> told = new TreeSet<>();
        jdbc.sql("""
                        select n.rung, n.occurrence, n.created_at
                        from notice n join obligation o on o.id = n.obligation_id
                        where o.plan_id = :plan and n.rung not in ('NEW', 'TO_REVIEW', 'SUBMITTED', 'RETURNED', 'APPROVED')""").param("plan", plan).query(row -> {
            Instant at = row.getObject(3, OffsetDateTime.class).toInstant();
            told.add(row.getString(1) + " " + row.getString(2) + " on " + VietnamTime.dayOf(at));
        });
        return told;
    }

    private List<String> recipients(long plan, String rung) {
        return jdbc.sql("""
                        select n.recipient from notice n join obligation o on o.id = n.obligation_id
                        where o.plan_id = :plan and n.rung = :rung""")
                .param("plan", plan)
                .param("rung", rung)
                .query(String.class)
                .list();
    }

    private List<String> histories(long plan) {
        List<String> events = new ArrayList<>();
        jdbc.sql("""
                        select e.event from obligation_event e join obligation o on o.id = e.obligation_id
                        where o.plan_id = :plan order by e.id""").param("plan", plan).query(row -> {
            events.add(row.getString(1));
        });
        return events;
    }
}
