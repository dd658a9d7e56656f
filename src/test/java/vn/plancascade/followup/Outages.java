package vn.plancascade.followup;

import static vn.plancascade.kernel.VietnamTime.offset;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.engine.MovableClock;
import vn.plancascade.followup.OutagePolicy.Duty;
import vn.plancascade.followup.domain.DeadlineWatch;
import vn.plancascade.followup.domain.Round;
import vn.plancascade.followup.domain.Watched;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.organisation.NewUnit;
import vn.plancascade.organisation.Numbering;
import vn.plancascade.organisation.OrganisationAdmin;
import vn.plancascade.organisation.Person;
import vn.plancascade.organisation.Role;
import vn.plancascade.organisation.UnitKind;

/**
 * The machine goes down in every gap between the ladder's mornings and comes up before, on and after each later one. Each such
 * course has the same duties in a period of its own; the courses live side by side, in the order of time.
 */
final class Outages {

    private static final LocalDate SINCE = LocalDate.of(2020, 1, 1);
    private static final Instant OPENED = at(LocalDate.parse("2024-06-10"), LocalTime.of(9, 0));
    private static final List<LocalTime> UP = List.of(LocalTime.of(7, 30), LocalTime.of(8, 0), LocalTime.NOON);

    private static final List<Duty> DUTIES = List.of(
            duty("X-BV1", "x.bv1.drafter", "x.bv1.head", "x.bv1.drafter"),
            duty("X-BV2", "x.bv2.head", "x.bv2.head", "x.bv2.drafter"),
            duty("X-BV3", "x.bv3.clerk", "x.bv3.head", "x.bv3.drafter"),
            // One person does it all, and is the one above who is told too.
            duty("X-BV4", "x.all", "x.all", "x.all"),
            // The unit that watches the plan has nobody above but itself.
            new Duty(
                    "TTRB",
                    false,
                    Map.of(
                            "holder", List.of("TTRB.chuyenvien"),
                            "drafter", List.of("TTRB.chuyenvien"),
                            "head", List.of("TTRB.thutruong"),
                            "superior", List.of("TTRB.thutruong", "thanhtra.bo"),
                            "inspector", List.of("thanhtra.bo"))));

    private static final Map<String, String> STATES = Map.of("X-BV2", "awaitingApproval", "X-BV3", "awaitingIssue");

    private record Course(String period, List<Instant> looks) {}

    private record Look(String period, Instant before, Instant now) {}

    private final JdbcClient jdbc;
    private final OrganisationAdmin organisation;
    private final DeadlineWatch watch;
    private final TransactionTemplate transaction;
    private final long plan;

    Outages(BeanFactory beans, long plan) {
        this.jdbc = beans.getBean(JdbcClient.class);
        this.organisation = beans.getBean(OrganisationAdmin.class);
        this.watch = beans.getBean(DeadlineWatch.class);
        this.transaction = beans.getBean(TransactionTemplate.class);
        this.plan = plan;
    }

    /** What the policy says, a line a notice, the course first. */
    Set<String> expected() {
        Set<String> expected = new TreeSet<>();
        for (Course course : courses()) {
            for (Duty duty : DUTIES) {
                OutagePolicy policy = new OutagePolicy(duty);
                looks(course).forEach(look -> policy.look(look.before(), look.now()));
                policy.told().forEach(line -> expected.add(course.period() + " " + line));
            }
        }
        return expected;
    }

    /** What the product tells; nothing of it stays but the units and their people. */
    List<String> told() {
        people();
        return transaction.execute(status -> {
            status.setRollbackOnly();
            courses().forEach(course -> DUTIES.forEach(duty -> give(duty, course.period())));
            courses().stream()
                    .flatMap(course -> looks(course).stream())
                    .sorted(Comparator.comparing(Look::now))
                    .forEach(this::look);
            return notices();
        });
    }

    private static List<Course> courses() {
        List<LocalDate> mornings = OutagePolicy.MORNINGS;
        List<Course> courses = new ArrayList<>();
        for (int down = 0; down < mornings.size(); down++) {
            for (int up = down; up < mornings.size(); up++) {
                for (LocalTime time : UP) {
                    List<Instant> looks = new ArrayList<>();
                    mornings.subList(0, down).forEach(day -> looks.add(at(day, LocalTime.of(8, 0, 30))));
                    looks.add(at(mornings.get(up), time));
                    mornings.subList(time.isBefore(LocalTime.of(8, 0)) ? up : up + 1, mornings.size())
                            .forEach(day -> looks.add(at(day, LocalTime.of(8, 0, 30))));
                    courses.add(new Course("x%d-%d-%d".formatted(down, up, time.getHour()), looks));
                }
            }
        }
        return courses;
    }

    private static List<Look> looks(Course course) {
        List<Look> looks = new ArrayList<>();
        Instant before = OPENED;
        for (Instant now : course.looks()) {
            looks.add(new Look(course.period(), before, now));
            before = now;
        }
        return looks;
    }

    private void look(Look look) {
        MovableClock.offset(MovableClock.distanceTo(look.now()));
        Round round = new Round(new Watched(plan, DutyKind.subPlan, look.period()), look.before(), look.now());
        watch.remind(round);
        watch.escalate(round);
    }

    private List<String> notices() {
        List<String> told = new ArrayList<>();
        jdbc.sql("""
                        select o.period, o.unit_code, n.rung, n.occurrence, n.recipient, n.created_at
                        from notice n join obligation o on o.id = n.obligation_id where o.period like 'x%'""").query(row -> {
            told.add("%s %s %s %s %s on %s"
                    .formatted(
                            row.getString(1),
                            row.getString(2),
                            row.getString(3),
                            row.getString(4),
                            row.getString(5),
                            VietnamTime.dayOf(
                                    row.getObject(6, OffsetDateTime.class).toInstant())));
        });
        return told;
    }

    private void people() {
        unit("X-SYT", UnitKind.DOH, null);
        person("x.syt.head", Map.of("X-SYT", List.of(Role.head)));
        person("x.syt.inspector", Map.of("X-SYT", List.of(Role.inspector)));
        for (int n = 1; n <= 4; n++) {
            unit("X-BV" + n, UnitKind.PROV_HOSPITAL, "X-SYT");
        }
        for (String unit : List.of("x.bv1", "x.bv2", "x.bv3")) {
            String code = unit.toUpperCase().replace('.', '-');
            person(unit + ".head", Map.of(code, List.of(Role.head)));
            person(unit + ".drafter", Map.of(code, List.of(Role.drafter)));
            person(unit + ".clerk", Map.of(code, List.of(Role.clerk)));
            person(unit + ".leader", Map.of(code, List.of(Role.leaderInCharge)));
        }
        person(
                "x.all",
                Map.of("X-BV4", List.of(Role.head, Role.drafter, Role.clerk), "X-SYT", List.of(Role.focalContact)));
    }

    private static Duty duty(String unit, String holder, String head, String drafter) {
        String leader = unit.toLowerCase().replace('-', '.') + ".leader";
        return new Duty(
                unit,
                unit.equals("X-BV2"),
                Map.of(
                        "holder", List.of(holder),
                        "drafter", List.of(drafter),
                        "head", List.of(head),
                        "leaderInCharge", unit.equals("X-BV4") ? List.of() : List.of(leader),
                        "superior", List.of("x.syt.head", "x.all"),
                        "inspector", List.of("thanhtra.bo", "x.syt.inspector")));
    }

    private void give(Duty duty, String period) {
        jdbc.sql("""
                        insert into obligation (plan_id, kind, period, unit_code, form, opens_at, original_due_at, due_at, state,
                          started_at, submitted_at, process_instance_id)
                        values (:plan, 'subPlan', :period, :unit, 'full', :opens, :due, :due, :state, :opens, :submitted, 'none')""")
                .param("plan", plan)
                .param("period", period)
                .param("unit", duty.unit())
                .param("opens", offset(OPENED))
                .param("due", OffsetDateTime.parse("2024-06-20T00:00:00+07:00"))
                .param("state", STATES.getOrDefault(duty.unit(), "drafting"))
                .param("submitted", offset(at(OutagePolicy.WAITS_SINCE, LocalTime.NOON)))
                .update();
    }

    private void unit(String code, UnitKind kind, String reportsTo) {
        organisation.addUnit(new NewUnit(
                code, code, kind, null, null, reportsTo, null, null, null, Numbering.register, SINCE, false));
    }

    private void person(String login, Map<String, List<Role>> roles) {
        organisation.addPerson(new Person(login, login, login + "@example.vn", "vi", true), null);
        roles.forEach((unit, held) -> held.forEach(role -> organisation.assign(login, role, unit, null, SINCE)));
    }

    private static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(VietnamTime.ZONE).toInstant();
    }
}
